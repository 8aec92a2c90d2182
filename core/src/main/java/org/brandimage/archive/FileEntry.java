package org.brandimage.archive;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file of an archive, as {@code run.json} lists it.
 *
 * @param name the name in the folder of {@code run.json}; never a path
 * @param bytes the length
 * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
 */
record FileEntry(String name, long bytes, String sha256) {
  /** What a name matches: it cannot leave the folder, and is not hidden. */
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private static final long MOST_BYTES = 1 << 30;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  FileEntry {
    requireName(name);
    if (bytes < 0 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "bytes of " + name + " must be 0 to " + MOST_BYTES + ": " + bytes);
    }
    if (!SHA256.matcher(Objects.requireNonNull(sha256, "sha256")).matches()) {
      throw new IllegalArgumentException("sha256 of " + name + " is no SHA-256");
    }
  }

  /**
   * Returns a name that cannot leave the folder.
   *
   * @throws IllegalArgumentException when it is a path, hidden, or has other than plain characters
   */
  static String requireName(String name) {
    if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException("a file must be named in the folder of run.json: " + name);
    }
    return name;
  }
}
