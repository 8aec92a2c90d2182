package org.brandimage.archive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.archive.ArchiveReport.Problem;
import org.brandimage.archive.RunDocument.FinalistEntry;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.Size;

/** Compares the files of a folder with its {@code run.json}. Used once, by one thread. */
final class ArchiveCheck {
  private final Path folder;
  private final ImageDecoder decoder;
  private final RunDocument document;
  private final List<Finalist> finalists;
  private final ListedFiles listed;
  private final List<Problem> problems = new ArrayList<>();
  private int compared;

  private ArchiveCheck(Path folder, ImageDecoder decoder, RunDocument document, RunResult result) {
    this.folder = folder;
    this.decoder = decoder;
    this.document = document;
    this.finalists = result.finalists();
    this.listed = ListedFiles.of(document);
  }

  /** Checks a folder whose {@code run.json} has a given text. */
  static ArchiveReport of(Path folder, String text, RunJson json, ImageDecoder decoder) {
    try {
      RunDocument document = json.parse(text);
      RunResult result = json.result(document, PictureResolver.unresolved(), List.of());
      return new ArchiveCheck(folder, decoder, document, result).report();
    } catch (InvalidInputException e) {
      return new ArchiveReport(0, List.of(new Problem(RunArchive.RUN_JSON, said(e))));
    }
  }

  private static String said(InvalidInputException e) {
    String field = e.field().replaceFirst("^" + RunArchive.RUN_JSON + " ?", "");
    return "is not one of a run: " + (field.isEmpty() ? "" : field + ": ") + e.value();
  }

  private ArchiveReport report() {
    listed.entries().forEach(this::content);
    for (int i = 0; i < finalists.size(); i++) {
      pictures(document.finalists().get(i), finalists.get(i).candidate().canvas());
    }
    for (String name : document.pictures()) {
      if (listed.areKept() && listed.entry(name) == null) {
        problem(name, "is not in the list of files");
      }
    }
    others(new TreeSet<>(document.pictures()));
    return new ArchiveReport(compared, problems);
  }

  private void content(FileEntry file) {
    Path path = folder.resolve(file.name());
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      problem(file.name(), "is missing");
      return;
    }
    compared++;
    try {
      if (Files.size(path) != file.bytes() || !FileDigest.of(path).equals(file.sha256())) {
        problem(file.name(), "has other bytes than the run wrote");
      }
    } catch (IOException e) {
      problem(file.name(), "cannot be read");
    }
  }

  /** Checks a finalist's names, which its canvas and place give, and the sizes of its pictures. */
  private void pictures(FinalistEntry finalist, CanvasSize canvas) {
    String base = canvas + "-" + finalist.place();
    List<String> expected = List.of(base + ".png", base + ".mask.png", base + ".product.png");
    if (!finalist.names().subList(0, expected.size()).equals(expected)) {
      problem(RunArchive.RUN_JSON, "names other files for finalist " + base + " than a run does");
      return;
    }
    expected.forEach(name -> size(name, canvas.size()));
    if (!finalist.original().isEmpty() && Files.notExists(folder.resolve(finalist.original()))) {
      problem(finalist.original(), "is missing");
    }
  }

  private void size(String name, Size canvas) {
    Path path = folder.resolve(name);
    if (Files.notExists(path)) {
      if (listed.entry(name) == null) {
        problem(name, "is missing");
      }
      return;
    }
    try {
      Size size = decoder.open(path, name).size();
      if (!size.equals(canvas)) {
        problem(name, "is " + size + ", but its canvas is " + canvas);
      }
    } catch (UnreadableImageException e) {
      problem(name, "is no picture that can be read");
    }
  }

  /** Finds pictures with names of finalists that are none of this run. */
  private void others(Set<String> named) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      Set<String> names = new TreeSet<>();
      children.forEach(child -> names.add(child.getFileName().toString()));
      names.removeAll(named);
      names.removeIf(name -> !OlderRun.PICTURE.matcher(name).matches());
      names.forEach(name -> problem(name, "is not of this run: remove it"));
    } catch (IOException | DirectoryIteratorException e) {
      problem(RunArchive.RUN_JSON, "lies in a folder that cannot be listed");
    }
  }

  private void problem(String file, String reason) {
    problems.add(new Problem(file, reason));
  }
}
