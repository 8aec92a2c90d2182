package org.brandimage.spi.plan;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Selection;

/**
 * A product of a scene with its cut-outs, one per photo.
 *
 * @param product the product
 * @param photos the cut-outs in the order of the asset's photos, at least one
 */
public record ProductCutouts(Selection product, List<Cutout> photos) {
  /**
   * {@return a product with a name and one cut-out and no other facts, for use without a media
   * library}
   *
   * @param name the product's noun, such as {@code sneaker}; not blank
   * @param cutout the product with an alpha channel
   * @throws IllegalArgumentException when the name is blank
   */
  public static ProductCutouts of(String name, Cutout cutout) {
    Entity entity = new Entity(EntityKind.PRODUCT, name, name);
    Asset asset = Asset.builder(name, EntityKind.PRODUCT, List.of(cutout.image())).build();
    return new ProductCutouts(new Selection(entity, asset), List.of(cutout));
  }

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
