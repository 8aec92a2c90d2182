package org.brandimage.spi.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The error of an image that is corrupt, too large, or of an unsupported kind. It names the image.
 */
public final class UnreadableImageException extends StageException {
  private static final long serialVersionUID = 1L;

  private final String image;

  /**
   * Creates the error.
   *
   * @param image the asset id or file name of the image
   * @param problem what is wrong with it, and the remedy
   * @param cause what led to it, or null when there is none
   */
  public UnreadableImageException(String image, String problem, @Nullable Throwable cause) {
    super("image " + image + ": " + problem, cause, RetryInfo.once(false));
    this.image = Objects.requireNonNull(image, "image");
  }

  /** {@return the asset id or file name of the image} */
  public String image() {
    return image;
  }
}
