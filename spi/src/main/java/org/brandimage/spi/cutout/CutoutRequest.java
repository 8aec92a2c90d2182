package org.brandimage.spi.cutout;

import java.util.Objects;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.Fingerprint;

/**
 * The input of a {@link CutoutMaker}.
 *
 * @param name the asset's id, for messages
 * @param photo the photo of the product
 */
public record CutoutRequest(String name, ImageSource photo) implements StageRequest {
  /**
   * Checks the values.
   *
   * @throws NullPointerException when a value is null
   */
  public CutoutRequest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(photo, "photo");
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of("cutout").add(photo.digest()).toHex();
  }
}
