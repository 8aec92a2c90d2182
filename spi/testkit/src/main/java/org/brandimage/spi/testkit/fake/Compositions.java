package org.brandimage.spi.testkit.fake;

import java.util.List;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.retrieve.Scene;

/**
 * A duck in the middle of a canvas, and the requests made of it: the sample composition of {@link
 * Fixtures#duckScene()}. The cut-out stands there at its own size, upright.
 */
public final class Compositions {
  private Compositions() {}

  /**
   * Returns the candidate.
   *
   * @param canvas the canvas, at least as large as the duck's photo
   * @return one placement in the middle
   */
  public static Candidate candidate(Size canvas) {
    Size duck = duck().image().size();
    int x = (canvas.width() - duck.width()) / 2;
    int y = (canvas.height() - duck.height()) / 2;
    Box box = new Box(x, y, duck.width(), duck.height());
    return new Candidate(
        "c2-of-3+0", List.of(new Placement(0, 0, duck.width(), duck.height(), 0, box, 0)));
  }

  /**
   * Returns the duck in its place, transparent elsewhere.
   *
   * @param canvas the canvas
   * @return a picture of the canvas' size
   */
  public static RasterImage productLayer(Size canvas) {
    return overlaid(RasterImage.filled(canvas, TestPictures.CLEAR));
  }

  /**
   * Returns the duck in its place over a street.
   *
   * @param canvas the canvas
   * @return an opaque picture of the canvas' size
   */
  public static RasterImage reference(Size canvas) {
    return overlaid(TestPictures.landscape(canvas, 0xFFB0A090, 0xFF505058));
  }

  /**
   * Returns the duck's pixels as KEEP.
   *
   * @param canvas the canvas
   * @return a mask of the canvas' size
   */
  public static Mask mask(Size canvas) {
    return Visible.mask(productLayer(canvas));
  }

  /**
   * Starts a request to outpaint the candidate.
   *
   * @param canvas the canvas
   * @return a builder with one picture asked for and seed 0
   */
  public static OutpaintRequest.Builder outpaint(Size canvas) {
    return OutpaintRequest.builder(
        candidate(canvas),
        Fixtures.duckScene(),
        Fixtures.caption(),
        ImageSource.of(productLayer(canvas)),
        ImageSource.of(reference(canvas)),
        mask(canvas));
  }

  /**
   * Returns a request to judge the reference by the guidelines of {@link Fixtures#brandKit()}.
   *
   * @param canvas the canvas
   * @return the request
   */
  public static JudgeRequest judge(Size canvas) {
    return JudgeRequest.builder(
            candidate(canvas),
            ImageSource.of(reference(canvas)),
            ImageSource.of(productLayer(canvas)),
            Fixtures.duckScene(),
            Fixtures.caption(),
            Fixtures.brandKit().guidelines())
        .build();
  }

  /**
   * Starts a request to check a picture of the candidate.
   *
   * @param picture the picture as it came, of the canvas' size
   * @return a builder with the brand of {@link Fixtures#brandKit()}; restored is the reference
   */
  public static CheckRequest.Builder check(RasterImage picture) {
    Size canvas = picture.size();
    return CheckRequest.builder(
            candidate(canvas),
            ImageSource.of(picture),
            ImageSource.of(reference(canvas)),
            ImageSource.of(productLayer(canvas)),
            mask(canvas),
            Fixtures.duckScene(),
            Fixtures.caption())
        .brandKit(Fixtures.brandKit())
        .background(ImageSource.of(TestPictures.landscape(canvas, 0xFFB0A090, 0xFF505058)));
  }

  private static RasterImage overlaid(RasterImage ground) {
    RasterImage duck = duck().image().raster();
    Box box = candidate(ground.size()).placements().get(0).box();
    int[] pixels = ground.toArgb();
    for (int y = 0; y < duck.height(); y++) {
      for (int x = 0; x < duck.width(); x++) {
        int argb = duck.argb(x, y);
        if (argb >>> 24 > 0) {
          pixels[(box.y() + y) * ground.width() + box.x() + x] = argb;
        }
      }
    }
    return RasterImage.adopt(ground.size(), pixels);
  }

  private static Cutout duck() {
    Scene scene = Fixtures.duckScene();
    return Fixtures.cutouts(scene).get(0).photos().get(0);
  }
}
