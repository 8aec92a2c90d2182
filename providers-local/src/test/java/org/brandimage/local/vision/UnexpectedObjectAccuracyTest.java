package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.compose.SpriteRenderer;
import org.brandimage.local.model.SharedModels;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the check errs on photographs: the shared cut-outs pasted on the shared scenes, which
 * show nobody. Skipped where models or photographs are absent.
 */
@Tag("slow")
class UnexpectedObjectAccuracyTest {
  private static final List<String> CUTOUTS =
      List.of(
          "berry-bowl", "can", "candle", "duck-toy", "red-cartoon", "robot-toy", "shiny-sneaker");
  private static final List<String> SCENES =
      List.of(
          "city-skyline-at-dusk.jpg",
          "desert-cactus-at-sunset.jpg",
          "espresso-on-wooden-table.png",
          "living-room-wooden-floor.jpg",
          "pagoda-mount-fuji-at-dusk.jpg");

  @Test
  void check_nobodyAndOneProduct_passesOnEveryScene() throws InterruptedException {
    try (ObjectDetector detector = ObjectDetector.open(SharedModels.real())) {
      UnexpectedObjectCheck check = UnexpectedObjectCheck.over(detector);
      for (String scene : SCENES) {
        for (String cutout : CUTOUTS) {
          CheckRequest request = request(open("scenes/" + scene), cutoutOf(cutout), null);

          assertThat(check.check(request, StageContext.standalone()).outcome())
              .as("%s on %s", cutout, scene)
              .isEqualTo(Outcome.PASS);
        }
      }
    }
  }

  /** The one cut-out of a class the detector knows well; a stricter threshold finds 3 of 20. */
  @Test
  void check_secondSneaker_isFoundInTwoPicturesOfFive() throws InterruptedException {
    Random random = new Random(3);
    int found = 0;
    try (ObjectDetector detector = ObjectDetector.open(SharedModels.real())) {
      UnexpectedObjectCheck check = UnexpectedObjectCheck.over(detector);
      for (String scene : SCENES) {
        for (int i = 0; i < 4; i++) {
          CheckRequest request =
              request(open("scenes/" + scene), cutoutOf("shiny-sneaker"), random);
          Outcome outcome = check.check(request, StageContext.standalone()).outcome();
          found += outcome == Outcome.FAIL ? 1 : 0;
        }
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(8);
  }

  /** Pastes the product at the lower left, and when there is a random once more at the right. */
  private static CheckRequest request(
      RasterImage scene, RasterImage cutout, @Nullable Random second) {
    int height = (int) (0.25 * Math.min(scene.width(), scene.height()));
    int width = height * cutout.width() / cutout.height();
    if (width > 0.33 * scene.width()) {
      height = (int) (height * 0.33 * scene.width() / width);
      width = (int) (0.33 * scene.width());
    }
    Box box =
        new Box((int) (0.06 * scene.width()), (int) (0.9 * scene.height()) - height, width, height);
    RasterImage sprite = SpriteRenderer.render(cutout, width, height, 0).image();
    RasterImage layer = pasted(RasterImage.filled(scene.size(), 0), sprite, box.x(), box.y());
    RasterImage picture = pasted(scene, sprite, box.x(), box.y());
    if (second != null) {
      double scale = 0.6 + 0.8 * second.nextDouble();
      double degrees = 30 * second.nextDouble() - 15;
      RasterImage copy =
          SpriteRenderer.render(cutout, (int) (width * scale), (int) (height * scale), degrees)
              .image();
      int x = (int) (0.52 * scene.width());
      picture = pasted(picture, copy, x, (int) (0.85 * scene.height()) - copy.height());
    }
    Placement placement = new Placement(0, 0, width, height, 0, box, 0);
    ImageSource source = ImageSource.of(picture);
    return CheckRequest.builder(
            new Candidate("c", List.of(placement)),
            source,
            source,
            ImageSource.of(layer),
            Mask.of(scene.size(), (x, y) -> layer.argb(x, y) >>> 24 >= 128),
            Fixtures.duckScene(),
            Fixtures.caption())
        .background(ImageSource.of(scene))
        .build();
  }

  private static RasterImage pasted(RasterImage ground, RasterImage sprite, int left, int top) {
    int[] argb = ground.toArgb();
    for (int y = 0; y < sprite.height(); y++) {
      for (int x = 0; x < sprite.width(); x++) {
        int at = (top + y) * ground.width() + left + x;
        argb[at] = over(sprite.argb(x, y), argb[at]);
      }
    }
    return RasterImage.of(ground.size(), argb);
  }

  private static int over(int upper, int lower) {
    int alpha = upper >>> 24;
    int result = alpha + (lower >>> 24) * (255 - alpha) / 255;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int blend = ((upper >> shift) & 255) * alpha + ((lower >> shift) & 255) * (255 - alpha);
      result = (result << 8) | ((blend + 127) / 255);
    }
    return result;
  }

  private static RasterImage cutoutOf(String name) {
    return open("cutouts/" + name + ".png");
  }

  private static RasterImage open(String file) {
    return ImageDecoder.create().open(SharedModels.folder("photos").resolve(file), file).raster();
  }
}
