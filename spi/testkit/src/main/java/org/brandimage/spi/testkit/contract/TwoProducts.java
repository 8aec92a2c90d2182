package org.brandimage.spi.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestPictures;

/** A mug and a shoe side by side on a canvas, and the requests made of them. */
final class TwoProducts {
  private static final Size CANVAS = Fixtures.CANVAS.size();
  private static final Scene SCENE = Fixtures.twoProductScene();

  private TwoProducts() {}

  static Contender contender(String id, int sky) {
    return Contender.builder(id, ImageSource.of(over(street(sky))))
        .caption(Fixtures.caption())
        .verdict(Fixtures.verdict(id, true))
        .candidate(candidate(id))
        .productLayer(layer())
        .scene(SCENE)
        .build();
  }

  static JudgeRequest judge() {
    return JudgeRequest.builder(
            candidate("two-products"),
            ImageSource.of(over(street(0xFFB0A090))),
            layer(),
            SCENE,
            Fixtures.caption(),
            Fixtures.brandKit().guidelines())
        .build();
  }

  static CheckRequest check() {
    ImageSource picture = ImageSource.of(over(street(0xFFB0A090)));
    ImageSource layer = layer();
    return CheckRequest.builder(
            candidate("two-products"),
            picture,
            picture,
            layer,
            Mask.ofAlpha(layer.raster()),
            SCENE,
            Fixtures.caption())
        .brandKit(Fixtures.brandKit())
        .background(ImageSource.of(street(0xFFB0A090)))
        .build();
  }

  private static ImageSource layer() {
    return ImageSource.of(over(RasterImage.filled(CANVAS, TestPictures.CLEAR)));
  }

  private static RasterImage street(int sky) {
    return TestPictures.landscape(CANVAS, sky, 0xFF505058);
  }

  private static Candidate candidate(String id) {
    List<ProductCutouts> products = Fixtures.cutouts(SCENE);
    int column = CANVAS.width() / products.size();
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      Size size = products.get(i).photos().get(0).image().size();
      Box box =
          new Box(
              i * column + (column - size.width()) / 2,
              (CANVAS.height() - size.height()) / 2,
              size.width(),
              size.height());
      placements.add(new Placement(i, 0, size.width(), size.height(), 0, box, i));
    }
    return new Candidate(id, placements);
  }

  private static RasterImage over(RasterImage ground) {
    int[] pixels = ground.toArgb();
    for (Placement placement : candidate("any").placements()) {
      Box box = placement.box();
      RasterImage cutout =
          Fixtures.cutouts(SCENE).get(placement.product()).photos().get(0).image().raster();
      for (int y = 0; y < cutout.height(); y++) {
        for (int x = 0; x < cutout.width(); x++) {
          if (cutout.argb(x, y) >>> 24 > 0) {
            pixels[(box.y() + y) * ground.width() + box.x() + x] = cutout.argb(x, y);
          }
        }
      }
    }
    return RasterImage.adopt(ground.size(), pixels);
  }
}
