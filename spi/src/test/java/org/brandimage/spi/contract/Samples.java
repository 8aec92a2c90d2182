package org.brandimage.spi.contract;

import java.util.List;
import java.util.Optional;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/** Small values for the tests of the rules. */
final class Samples {
  static final Size SIZE = new Size(8, 6);
  static final Caption CAPTION =
      Caption.builder(
              "A yellow duck on a wooden table in a kitchen.", "duck", "wooden table", "kitchen")
          .build();
  private static final int WHITE = -1;

  private Samples() {}

  /** The numbers of broken rules, in the order reported. */
  static List<String> numbers(List<BrokenRule> broken) {
    return broken.stream().map(BrokenRule::rule).toList();
  }

  static ImageSource white(Size size) {
    return ImageSource.of(RasterImage.filled(size, WHITE));
  }

  /** A picture that says what it is but cannot be opened. */
  static ImageSource unreadable(Size size) {
    return new ImageSource() {
      @Override
      public Size size() {
        return size;
      }

      @Override
      public String digest() {
        throw new IllegalStateException("no digest");
      }

      @Override
      public RasterImage raster() {
        throw new IllegalStateException("no pixels");
      }

      @Override
      public Optional<EncodedImage> original() {
        return Optional.empty();
      }
    };
  }

  static Entity entity(EntityKind kind, String name) {
    return new Entity(kind, name, name);
  }

  static Asset asset(EntityKind kind, String id) {
    return Asset.builder(id, kind, List.of(white(SIZE))).build();
  }

  static Scene scene(String... products) {
    return Scene.builder(
            "s",
            List.of(products).stream()
                .map(
                    name ->
                        new Selection(
                            entity(EntityKind.PRODUCT, name), asset(EntityKind.PRODUCT, name)))
                .toList())
        .build();
  }

  static Candidate candidate(String id, Placement... placements) {
    return new Candidate(id, List.of(placements));
  }

  static Placement placement(int product, Box box) {
    return new Placement(product, 0, box.width(), box.height(), 0, box, product);
  }
}
