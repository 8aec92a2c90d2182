package org.brandimage.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The files in a folder that an earlier run wrote, so that a later one may remove them. */
final class OlderRun {
  /** The names that the pictures of finalists and pinned assets have. */
  static final Pattern PICTURE =
      Pattern.compile(
          "\\d{1,9}x\\d{1,9}-\\d{1,9}((\\.mask|\\.product)?\\.png|\\.original\\.[a-z]{2,5})"
              + "|pin-\\d{1,9}-\\d{1,9}\\.[a-z]{2,5}");

  private OlderRun() {}

  /**
   * Returns the files that the {@code run.json} of a folder names and that are as the run wrote
   * them; without a readable one, none. Versions without digests name pictures only, and those are
   * taken as they are.
   */
  static List<FileEntry> files(Path folder, RunJson json) throws IOException {
    Map<String, @Nullable String> digests = digests(folder, json);
    List<FileEntry> files = new ArrayList<>();
    for (String name : digests.keySet()) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        String sha256 = FileDigest.of(file);
        String written = digests.get(name);
        if (written == null || written.equals(sha256)) {
          files.add(new FileEntry(name, Files.size(file), sha256));
        }
      }
    }
    return files;
  }

  /** Returns the names with the SHA-256 that was written, or null where none was. */
  private static Map<String, @Nullable String> digests(Path folder, RunJson json) {
    Map<String, @Nullable String> digests = new TreeMap<>();
    Path file = folder.resolve(RunArchive.RUN_JSON);
    if (!Files.isRegularFile(file)) {
      return digests;
    }
    RunDocument document;
    try {
      document =
          json.parse(BoundedFile.readText(file, RunArchive.RUN_JSON, RunArchive.MOST_JSON_BYTES));
    } catch (InvalidInputException e) {
      return digests; // What is no run.json of ours names no file of ours.
    }
    if (document.files() != null) {
      document.files().forEach(entry -> digests.put(entry.name(), entry.sha256()));
    } else {
      document.finalists().stream()
          .flatMap(entry -> entry.names().stream())
          .filter(name -> PICTURE.matcher(name).matches())
          .forEach(name -> digests.put(name, null));
    }
    return digests;
  }
}
