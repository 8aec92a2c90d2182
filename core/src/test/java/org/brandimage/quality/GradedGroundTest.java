package org.brandimage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.imaging.light.ColourGrade;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.quality.TestScene.Pose;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A background whose light was changed for a mood is still the background: what the picture shows
 * of it beside the product is neither a part of the product nor a rim.
 */
@Tag("slow")
class GradedGroundTest {
  private static final int SIDE = 512;
  private static final double X = 250;
  private static final double Y = 340;
  private static final double HEIGHT = 130;
  private static final List<String> MOODS = List.of("sunset", "night", "winter", "cozy");

  @Test
  void of_everyChannelDimmed_givesThePictureColourOfAnyGround() {
    Pose pose = new Pose(X, 300, 220, 0);
    TestScene room = TestScene.room(SIDE, SIDE);
    TestScene picture = room.copy().light(0.96).product(pose);
    CheckRequest request = picture.request(pose).background(room.source()).build();
    Surroundings surroundings = Surroundings.of(request, request.picture(), 0.3).get(0);

    int graded = GroundGrade.of(surroundings, 8).of(0xFFC86432);

    assertThat(graded >> 16 & 255).isBetween(191, 193);
    assertThat(graded >> 8 & 255).isBetween(95, 97);
    assertThat(graded & 255).isBetween(47, 49);
  }

  @Test
  void of_noBackground_changesNothing() {
    Pose pose = new Pose(X, 300, 220, 0);
    CheckRequest request = TestScene.room(SIDE, SIDE).product(pose).request(pose).build();
    Surroundings surroundings = Surroundings.of(request, request.picture(), 0.3).get(0);

    assertThat(GroundGrade.of(surroundings, 8).of(0xFF123456)).isEqualTo(0xFF123456);
  }

  @Test
  void checks_gradedPhotographs_tellTheMoodFromGrowthAndRims() throws InterruptedException {
    int pictures = 0;
    int falseGrowth = 0;
    int foundGrowth = 0;
    int falseRims = 0;
    for (String scene : PhotoScene.SCENES) {
      PhotoScene ground = PhotoScene.of(scene, SIDE);
      for (String name : PhotoScene.CUTOUTS) {
        RasterImage cutout = PhotoScene.cutout(name);
        for (String mood : MOODS) {
          PhotoScene graded = graded(ground, mood).shadow(X, Y + HEIGHT / 2, HEIGHT, 0.4);
          PhotoScene good = graded.copy().paste(cutout, X, Y, HEIGHT, 0);
          PhotoScene grown =
              graded.copy().paste(cutout, X, Y, 1.2 * HEIGHT, 0).paste(cutout, X, Y, HEIGHT, 0);
          pictures++;
          falseGrowth += fails(ProductNotExtendedCheck.create(), good, cutout, ground) ? 1 : 0;
          foundGrowth += fails(ProductNotExtendedCheck.create(), grown, cutout, ground) ? 1 : 0;
          falseRims += fails(ProductHaloCheck.create(), good, cutout, ground) ? 1 : 0;
        }
      }
    }
    String figures =
        "of %d: false growth %d, found growth %d, false rims %d"
            .formatted(pictures, falseGrowth, foundGrowth, falseRims);
    assertThat(falseGrowth).as(figures).isLessThanOrEqualTo(pictures / 50);
    assertThat(foundGrowth).as(figures).isGreaterThanOrEqualTo(pictures * 9 / 10);
    assertThat(falseRims).as(figures).isLessThanOrEqualTo(pictures / 50);
  }

  private static PhotoScene graded(PhotoScene ground, String mood) {
    RasterImage picture = ground.raster();
    ColourGrade grade = ColourGrade.forThemes(List.of(mood));
    return PhotoScene.of(grade.apply(picture, LightEstimate.of(picture)));
  }

  private static boolean fails(
      GuidelineCheck check, PhotoScene picture, RasterImage cutout, PhotoScene ground)
      throws InterruptedException {
    ImageSource known = ground.source();
    CheckRequest request = picture.request(cutout, X, Y, HEIGHT, 0).background(known).build();
    return check.check(request, StageContext.standalone()).outcome() == Outcome.FAIL;
  }
}
