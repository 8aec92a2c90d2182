package org.brandimage.archive;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of a picture in the JSON of a paid result.
 *
 * @param digest the digest by which later stages know the picture
 * @param width in pixels
 * @param height in pixels
 * @param pixels the SHA-256 of bytes that hold the pixels without loss
 * @param format the format of those bytes, in lower case
 * @param original the SHA-256 of the bytes the picture came from, or null when it was computed
 * @param originalFormat the format of those bytes, or null
 */
record StoredPicture(
    String digest,
    int width,
    int height,
    String pixels,
    String format,
    @Nullable String original,
    @Nullable String originalFormat) {
  StoredPicture {
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(pixels, "pixels");
    Objects.requireNonNull(format, "format");
  }
}
