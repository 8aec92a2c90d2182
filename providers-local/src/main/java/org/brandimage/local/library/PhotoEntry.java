package org.brandimage.local.library;

import java.util.Objects;
import org.brandimage.spi.image.Size;

/**
 * A photo as the catalogue has it.
 *
 * @param path its path below the source folder, or below the library for copied pictures
 * @param size width and height
 * @param digest SHA-256 of the file
 */
record PhotoEntry(String path, Size size, String digest) {
  /** Checks the values. */
  PhotoEntry {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(digest, "digest");
  }
}
