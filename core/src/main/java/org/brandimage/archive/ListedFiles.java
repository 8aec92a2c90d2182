package org.brandimage.archive;

import java.util.Map;
import java.util.TreeMap;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The files that a {@code run.json} lists; one of an earlier version lists none. */
final class ListedFiles {
  private final boolean kept;
  private final Map<String, FileEntry> files = new TreeMap<>();

  private ListedFiles(boolean kept) {
    this.kept = kept;
  }

  /**
   * Returns the list of a document.
   *
   * @throws InvalidInputException when its version has a list and it has none
   */
  static ListedFiles of(RunDocument document) {
    ListedFiles listed = new ListedFiles(document.version() >= RunDocument.FIRST_WITH_FILES);
    if (listed.kept && document.files() == null) {
      throw new InvalidInputException(
          RunArchive.RUN_JSON + " files", "null", "give a file that RunArchive has written");
    }
    if (listed.kept && document.files() != null) {
      document.files().forEach(file -> listed.files.put(file.name(), file));
    }
    return listed;
  }

  /** Tells whether the version lists files at all. */
  boolean areKept() {
    return kept;
  }

  /** Returns a file's entry, or null when it is not listed. */
  @Nullable FileEntry entry(String name) {
    return files.get(name);
  }

  /** Returns all entries by name. */
  Iterable<FileEntry> entries() {
    return files.values();
  }

  /**
   * Checks the digest of a file.
   *
   * @throws InvalidInputException when the file is not listed, or not with this digest
   */
  void require(String name, String sha256) {
    FileEntry file = files.get(name);
    if (kept && (file == null || !file.sha256().equals(sha256))) {
      throw new InvalidInputException(
          name,
          file == null ? "not in the list of files" : "not the picture that the run wrote",
          "restore the file, or write the run anew");
    }
  }
}
