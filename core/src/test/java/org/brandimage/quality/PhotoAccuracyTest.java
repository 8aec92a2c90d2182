package org.brandimage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the checks err on photographs: the shared cut-outs pasted on the shared scenes. The
 * figures in benchmarks/README.md come from here. Skipped where the photographs are absent.
 */
@Tag("slow")
class PhotoAccuracyTest {
  private static final int SIDE = 640;

  /** Counts of right and wrong answers. */
  private static final class Tally {
    private int found;
    private int missed;
    private int falseAlarms;
    private int rightlyPassed;
    private int open;

    void add(boolean bad, Outcome outcome) {
      if (outcome == Outcome.UNANSWERED) {
        open++;
      } else if (outcome == Outcome.FAIL) {
        found += bad ? 1 : 0;
        falseAlarms += bad ? 0 : 1;
      } else {
        missed += bad ? 1 : 0;
        rightlyPassed += bad ? 0 : 1;
      }
    }

    double recall() {
      return found / (double) (found + missed);
    }

    double precision() {
      return found / (double) (found + falseAlarms);
    }

    @Override
    public String toString() {
      return String.format(
          "found %d, missed %d, false alarms %d, rightly passed %d, unanswered %d",
          found, missed, falseAlarms, rightlyPassed, open);
    }
  }

  /** A cut-out's place: in the left or right lower part, about a quarter of the side high. */
  private record Place(double x, double y, double height, double degrees) {}

  private static Place place(RasterImage cutout, Random random) {
    double longer = Math.max(1, cutout.width() / (double) cutout.height());
    double height = SIDE * (0.24 + 0.06 * random.nextDouble()) / longer;
    double x = SIDE * (0.25 + 0.02 * random.nextDouble());
    return new Place(x, SIDE * 0.68, height, 0);
  }

  /** Another place, 0.6 to 1.4 times as large and turned by up to 15°, that does not overlap. */
  private static Place copy(Place original, int which, Random random) {
    double height = original.height() * (0.6 + 0.8 * random.nextDouble());
    double x = SIDE * (which == 1 ? 0.72 : 0.3 + 0.1 * random.nextDouble());
    double y = SIDE * (which == 1 ? 0.6 + 0.1 * random.nextDouble() : 0.24);
    return new Place(x, y, height, 30 * random.nextDouble() - 15);
  }

  private static PhotoScene paste(PhotoScene scene, RasterImage cutout, Place place) {
    return scene.paste(cutout, place.x(), place.y(), place.height(), place.degrees());
  }

  private static CheckRequest.Builder request(PhotoScene picture, RasterImage cutout, Place at) {
    return picture.request(cutout, at.x(), at.y(), at.height(), at.degrees());
  }

  @Test
  void duplicates_onPhotographs_recallAndPrecisionAreHigh() throws InterruptedException {
    GuidelineCheck check = ProductNotDuplicatedCheck.create();
    Tally known = new Tally();
    Tally guessed = new Tally();
    Random random = new Random(5);
    for (String scene : PhotoScene.SCENES) {
      PhotoScene ground = PhotoScene.of(scene, SIDE);
      for (int i = 0; i < PhotoScene.CUTOUTS.size(); i++) {
        RasterImage cutout = PhotoScene.cutout(PhotoScene.CUTOUTS.get(i));
        RasterImage other =
            PhotoScene.cutout(PhotoScene.CUTOUTS.get((i + 1) % PhotoScene.CUTOUTS.size()));
        Place at = place(cutout, random);
        for (int copies = 0; copies <= 3; copies++) {
          PhotoScene picture = paste(ground.copy(), cutout, at);
          if (copies == 3) {
            // Not a copy but another product, which must not be taken for one.
            paste(picture, other, copy(place(other, random), 1, random));
          }
          for (int n = 1; n <= copies % 3; n++) {
            paste(picture, cutout, copy(at, n, random));
          }
          boolean bad = copies == 1 || copies == 2;
          CheckRequest open = request(picture, cutout, at).build();
          CheckRequest with = request(picture, cutout, at).background(ground.source()).build();
          guessed.add(bad, check.check(open, StageContext.standalone()).outcome());
          known.add(bad, check.check(with, StageContext.standalone()).outcome());
        }
      }
    }
    assertThat(known.recall()).as(known.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(known.precision()).as(known.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(guessed.recall()).as(guessed.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(guessed.precision()).as(guessed.toString()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void contactShadow_onPhotographs_recallAndPrecisionAreHigh() throws InterruptedException {
    GuidelineCheck check = ContactShadowCheck.create();
    Tally known = new Tally();
    Tally guessed = new Tally();
    Random random = new Random(6);
    double[] strengths = {0, 0, 0.25, 0.5};
    for (String scene : PhotoScene.SCENES) {
      PhotoScene ground = PhotoScene.of(scene, SIDE);
      for (String name : PhotoScene.CUTOUTS) {
        RasterImage cutout = PhotoScene.cutout(name);
        for (double strength : strengths) {
          Place at = place(cutout, random);
          double width = at.height() * cutout.width() / cutout.height();
          PhotoScene picture = ground.copy();
          picture.shadow(at.x(), at.y() + at.height() / 2, width, strength);
          paste(picture, cutout, at);
          CheckRequest open = request(picture, cutout, at).build();
          CheckRequest with = request(picture, cutout, at).background(ground.source()).build();
          guessed.add(strength == 0, check.check(open, StageContext.standalone()).outcome());
          known.add(strength == 0, check.check(with, StageContext.standalone()).outcome());
        }
      }
    }
    assertThat(known.recall()).as(known.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(known.precision()).as(known.toString()).isGreaterThanOrEqualTo(0.95);
  }

  /** Both a shadow laid along the ground by the painter and a plain dark ellipse to one side. */
  @Test
  void shadowSide_onPhotographs_recallAndPrecisionAreHigh() throws InterruptedException {
    GuidelineCheck check = ShadowSideCheck.create();
    Tally tally = new Tally();
    Random random = new Random(8);
    for (String scene : PhotoScene.SCENES) {
      PhotoScene ground = PhotoScene.of(scene, SIDE);
      for (String name : PhotoScene.CUTOUTS) {
        RasterImage cutout = PhotoScene.cutout(name);
        for (int sides = 0; sides < 8; sides++) {
          int light = sides < 4 ? -1 : 1;
          int fall = (sides & 2) == 0 ? -1 : 1;
          Place at = place(cutout, random);
          PhotoScene picture = ground.copy();
          throwShadow(picture, cutout, at, fall, (sides & 1) == 0, random);
          paste(picture, cutout, at);
          CheckRequest lit =
              picture
                  .request(cutout, at.x(), at.y(), at.height(), 0, from(light))
                  .background(ground.source())
                  .build();
          tally.add(light == fall, check.check(lit, StageContext.standalone()).outcome());
        }
      }
    }
    assertThat(tally.recall()).as(tally.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(tally.precision()).as(tally.toString()).isGreaterThanOrEqualTo(0.95);
  }

  private static void throwShadow(
      PhotoScene picture, RasterImage cutout, Place at, int fall, boolean painted, Random random) {
    double width = at.height() * cutout.width() / cutout.height();
    double reach = 0.4 + 0.3 * random.nextDouble();
    if (painted) {
      picture.cast(cutout, at.x(), at.y(), at.height(), -fall * (0.5 + reach / 2));
    } else {
      double aside = at.x() + fall * reach * width;
      picture.shadow(aside, at.y() + at.height() / 2, width, 0.2 + 0.3 * reach);
    }
  }

  private static Caption from(int light) {
    String side = light < 0 ? "left" : "right";
    return Caption.builder("A product", "a product", "", "")
        .lighting("Low light from the " + side)
        .build();
  }

  @Test
  void halo_onPhotographs_recallAndPrecisionAreHigh() throws InterruptedException {
    GuidelineCheck check = ProductHaloCheck.create();
    Tally tally = new Tally();
    Random random = new Random(7);
    for (String scene : PhotoScene.SCENES) {
      PhotoScene ground = PhotoScene.of(scene, SIDE);
      for (String name : PhotoScene.CUTOUTS) {
        RasterImage cutout = PhotoScene.cutout(name);
        Place at = place(cutout, random);
        PhotoScene clean = paste(ground.copy(), cutout, at);
        Place rim = new Place(at.x(), at.y(), at.height() + 8, 0);
        PhotoScene rimmed = paste(paste(ground.copy(), white(cutout), rim), cutout, at);
        CheckRequest good = request(clean, cutout, at).build();
        CheckRequest bad = request(rimmed, cutout, at).build();
        tally.add(false, check.check(good, StageContext.standalone()).outcome());
        tally.add(true, check.check(bad, StageContext.standalone()).outcome());
      }
    }
    assertThat(tally.recall()).as(tally.toString()).isGreaterThanOrEqualTo(0.9);
    assertThat(tally.precision()).as(tally.toString()).isGreaterThanOrEqualTo(0.95);
  }

  private static RasterImage white(RasterImage cutout) {
    int[] argb = cutout.toArgb();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (argb[i] & 0xff000000) | 0xffffff;
    }
    return RasterImage.of(cutout.size(), argb);
  }
}
