package org.brandimage.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.retrieve.Asset;

/**
 * A folder that holds a result. For each finalist it has four files: {@code WxH-N.png} (the
 * finished picture), {@code WxH-N.mask.png} (white where the product is opaque, so where the
 * picture must equal it), {@code WxH-N.product.png} (the product alone in its place) and, when a
 * provider sent a file, {@code WxH-N.original.*} with the provider's own bytes. {@code pin-N-M.*}
 * are the photos of pinned assets. {@code run.json} says everything else, and lists every other
 * file with its length and SHA-256.
 *
 * <p>A run is written as a whole or not at all: it is written to a hidden folder inside the folder,
 * forced to disk and moved into place, whatever ends the process. The older run's files go, other
 * files stay. One process or thread writes at a time. Immutable and thread-safe.
 */
public final class RunArchive {
  /** The name of the file that describes the run. */
  public static final String RUN_JSON = "run.json";

  static final int MOST_JSON_BYTES = 64 << 20;

  private static final int MOST_FREE_LOOKS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final RunJson json = RunJson.create();
  private final StagedRun staging = new StagedRun(json);
  private final ImageDecoder decoder = ImageDecoder.create();
  private final Map<String, Function<RunResult, String>> pages;
  private final Duration longestWait;

  private RunArchive(Map<String, Function<RunResult, String>> pages, Duration longestWait) {
    this.pages = pages;
    this.longestWait = longestWait;
  }

  /**
   * Returns an archive.
   *
   * @return a fresh archive
   */
  public static RunArchive create() {
    return new RunArchive(Map.of(), LONGEST_WAIT);
  }

  /**
   * Returns an archive that writes a text beside the pictures, as a part of the run.
   *
   * <pre>{@code
   * RunArchive.create().withPage(ReviewPage.FILE_NAME, ReviewPage.create()::render)
   * }</pre>
   *
   * @param fileName the name of the file: Latin letters, digits, dots, hyphens and underscores
   * @param page makes the text of a result
   * @return a changed copy
   * @throws IllegalArgumentException when the name is another, or is {@code run.json}
   */
  public RunArchive withPage(String fileName, Function<RunResult, String> page) {
    Objects.requireNonNull(page, "page");
    if (FileEntry.requireName(fileName).equals(RUN_JSON)
        || OlderRun.PICTURE.matcher(fileName).matches()) {
      throw new IllegalArgumentException("the archive itself writes this file: " + fileName);
    }
    Map<String, Function<RunResult, String>> more = new TreeMap<>(pages);
    more.put(fileName, page);
    return new RunArchive(more, longestWait);
  }

  /**
   * Returns an archive that waits otherwise for another writer of the same folder.
   *
   * @param longest how long at most, not negative; 30 seconds by default
   * @return a changed copy
   * @throws IllegalArgumentException when it is negative
   */
  public RunArchive withWait(Duration longest) {
    if (longest.isNegative()) {
      throw new IllegalArgumentException("longest wait must not be negative: " + longest);
    }
    return new RunArchive(pages, longest);
  }

  /**
   * Writes a result into a folder, which is made when it does not exist. Opens one finalist at a
   * time. Whatever ends it, the folder holds the older run or this one, whole; a writer that was
   * cut short in the last step is continued by the next {@link #write}, {@link #read} or {@link
   * #verify}.
   *
   * @param result the result
   * @param folder where to; files of the same names are replaced, files of an older run are removed
   *     unless they were changed, all others stay
   * @throws InvalidInputException when the folder cannot be written to, or another writer is longer
   *     at it than the wait
   */
  public void write(RunResult result, Path folder) {
    Objects.requireNonNull(result, "result");
    try {
      // A link to a folder is one too, which createDirectories denies before Java 20.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    locked(folder, archive -> replace(result, archive));
  }

  /**
   * Reads a result back. Pictures are opened when they are asked for; where the provider's own
   * bytes were not kept, the finished picture stands for them.
   *
   * @param folder a folder that {@link #write} filled
   * @return the result
   * @throws InvalidInputException when there is no {@code run.json}, it is not one of ours, or a
   *     picture is not the one it lists
   * @throws org.brandimage.spi.error.UnreadableImageException when a picture is missing or damaged
   */
  public RunResult read(Path folder) {
    return settled(
        folder,
        text -> {
          RunDocument document = json.parse(text);
          ListedFiles files = ListedFiles.of(document);
          return json.result(
              document,
              reference -> open(folder, reference.name(), files),
              pins(document, name -> open(folder, name, files)));
        });
  }

  /**
   * Checks a folder as a whole: {@code run.json}, the length and SHA-256 of every file it lists,
   * the sizes of pictures and masks, and that no picture of another run lies between them.
   *
   * @param folder a folder that {@link #write} filled
   * @return what is wrong, if anything; whatever the files hold, it is no exception
   * @throws InvalidInputException when there is no {@code run.json}
   */
  public ArchiveReport verify(Path folder) {
    return settled(folder, text -> ArchiveCheck.of(folder, text, json, decoder));
  }

  private RunResult replace(RunResult result, ArchiveFolder archive) throws IOException {
    archive.removeLeftovers();
    Path staged = archive.stage();
    try {
      staging.write(result, pages, staged);
      archive.decide(staged, OlderRun.files(archive.folder(), json));
    } finally {
      archive.removeLeftovers();
    }
    archive.finish();
    return result;
  }

  /**
   * Looks at a folder without a lock, since it may be one that cannot be written to, and looks
   * again when a writer was at it meanwhile. When writers are at it all the time, they have to
   * wait.
   */
  private <T> T settled(Path folder, Function<String, T> look) {
    for (int looks = 0; looks < MOST_FREE_LOOKS; looks++) {
      String text = text(folder);
      try {
        T seen = look.apply(text);
        if (isUnchanged(folder, text)) {
          return seen;
        }
      } catch (BrandImageException e) {
        if (isUnchanged(folder, text)) {
          throw e;
        }
      }
    }
    return locked(folder, archive -> look.apply(bounded(archive.folder().resolve(RUN_JSON))));
  }

  /** Returns the text of {@code run.json}, after a writer that was cut short was continued. */
  private String text(Path folder) {
    Path file = folder.resolve(RUN_JSON);
    for (int looks = 1; ; looks++) {
      if (new ArchiveFolder(folder).isUnfinished()) {
        locked(folder, ArchiveFolder::folder);
      }
      try {
        return bounded(file);
      } catch (InvalidInputException e) {
        // A writer may have decided, and be done, between any two looks at the folder.
        if (looks == MOST_FREE_LOOKS) {
          throw Files.exists(file) ? e : missing(file);
        }
      }
    }
  }

  /** Something that is done while no other writes. */
  @FunctionalInterface
  private interface Action<T> {
    T with(ArchiveFolder archive) throws IOException;
  }

  /** Does something while no other writes, after a writer that was cut short was continued. */
  private <T> T locked(Path folder, Action<T> action) {
    try (FolderLock lock = FolderLock.acquire(folder.toRealPath(), longestWait)) {
      ArchiveFolder archive = new ArchiveFolder(lock.folder());
      archive.finish();
      return action.with(archive);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Tells whether no writer has been at the folder since a text was read. */
  private static boolean isUnchanged(Path folder, String text) {
    try {
      Path file = folder.resolve(RUN_JSON);
      return !new ArchiveFolder(folder).isUnfinished() && bounded(file).equals(text);
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private static List<Asset> pins(RunDocument document, Function<String, ImageSource> pictures) {
    return document.pins().stream()
        .filter(pin -> !pin.photos().isEmpty())
        .map(pin -> pin.toValue(pictures))
        .toList();
  }

  private static String bounded(Path runJson) {
    return BoundedFile.readText(runJson, RUN_JSON, MOST_JSON_BYTES);
  }

  private ImageSource open(Path folder, String name, ListedFiles files) {
    ImageSource source = decoder.open(folder.resolve(name), name);
    files.require(name, source.digest());
    return source;
  }

  private static InvalidInputException missing(Path runJson) {
    return new InvalidInputException(
        RUN_JSON, runJson.toString(), "name the folder that a run was written to");
  }

  private static InvalidInputException unwritable(Path folder, IOException cause) {
    InvalidInputException e =
        new InvalidInputException(
            "output folder", folder, "name a folder that can be written to (" + cause + ")");
    e.initCause(cause);
    return e;
  }
}
