package org.brandimage.spi.plan;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.retrieve.Selection;

/**
 * A product of a scene with its cut-outs, one a photo.
 *
 * @param product the product
 * @param photos the cut-outs in the order of the asset's photos, at least one
 */
public record ProductCutouts(Selection product, List<Cutout> photos) {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when there is no cut-out
   */
  public ProductCutouts {
    Objects.requireNonNull(product, "product");
    photos = List.copyOf(photos);
    if (photos.isEmpty()) {
      throw new IllegalArgumentException(product.asset() + " must have a cut-out");
    }
  }
}
