package org.brandimage.archive;

import java.util.List;
import java.util.Objects;

/**
 * What {@link RunArchive#verify} found. Immutable.
 *
 * @param files how many files were compared with their SHA-256; 0 for a run of version 1 or 2,
 *     which has none
 * @param problems what is wrong, in the order in which it was found; empty when the run is whole
 */
public record ArchiveReport(int files, List<Problem> problems) {
  /** Checks and copies. */
  public ArchiveReport {
    if (files < 0) {
      throw new IllegalArgumentException("files must not be negative: " + files);
    }
    problems = List.copyOf(problems);
  }

  /**
   * One thing that is wrong.
   *
   * @param file the name of the file in the folder; untrusted text
   * @param reason what is wrong with it, as the end of a sentence
   */
  public record Problem(String file, String reason) {
    /** Checks that both are there. */
    public Problem {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
      return file + " " + reason;
    }
  }

  /** {@return whether nothing is wrong} */
  public boolean isWhole() {
    return problems.isEmpty();
  }
}
