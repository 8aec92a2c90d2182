package org.brandimage.quality.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneView;
import org.brandimage.spi.scene.ShareGrid;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A photo of 200 x 100 pixels whose lower half is ground, but for the right quarter. */
class PlacementChecksTest {
  private static final Size CANVAS = new Size(200, 100);
  private static final Size GRID = new Size(20, 10);

  static List<GuidelineCheck> checks() {
    return List.of(
        StandsOnGroundCheck.create(),
        SupportedCheck.create(),
        MergesWithObjectCheck.create(),
        BelievableSizeCheck.create(),
        ResolutionCheck.create());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void check_backgroundNotRead_doesNotApply(GuidelineCheck check) throws InterruptedException {
    CheckRequest request =
        Standing.boxes(CANVAS, Fixtures.duckScene(), 0, new Box(50, 50, 20, 30)).build();

    assertThat(outcome(check, request)).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "40, 80, PASS",
    "40, 40, FAIL",
    "40, 52, FAIL",
    "40, 100, PASS",
    "160, 80, FAIL",
    "144, 80, FAIL",
    "136, 80, PASS",
  })
  void standsOnGround_place_needsFreeGroundUnderTheFootprint(int x, int ground, Outcome expected)
      throws InterruptedException {
    assertThat(outcome(StandsOnGroundCheck.create(), standing(x, ground, 20, 0, 0.8)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.8, 0, FAIL", "0.3, 0, NOT_APPLICABLE", "0.8, 12, NOT_APPLICABLE", "0.8, 4, FAIL"})
  void standsOnGround_unsureMapOrTiltedProduct_doesNotApply(
      double confidence, double rotation, Outcome expected) throws InterruptedException {
    assertThat(outcome(StandsOnGroundCheck.create(), standing(40, 30, 20, rotation, confidence)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"100, 80, PASS", "130, 80, PASS", "138, 80, FAIL", "145, 80, FAIL"})
  void supported_partOverTheEdge_fails(int x, int ground, Outcome expected)
      throws InterruptedException {
    assertThat(outcome(SupportedCheck.create(), standing(x, ground, 20, 0, 0.8)))
        .isEqualTo(expected);
  }

  /** A table at an angle: only its nearest leg reaches the lowest row. */
  @Test
  void standsOnGround_productOnLegs_needsGroundUnderAllOfItsBase() throws InterruptedException {
    assertThat(outcome(StandsOnGroundCheck.create(), onLegs(40))).isEqualTo(Outcome.PASS);
    assertThat(outcome(StandsOnGroundCheck.create(), onLegs(140))).isEqualTo(Outcome.FAIL);
  }

  private static CheckRequest onLegs(int x) {
    int[] layer = new int[200 * 100];
    for (int row = 50; row < 90; row++) {
      for (int column = x; column < x + 50; column++) {
        boolean leg = column < x + 4;
        layer[row * 200 + column] = row < 70 || leg ? 0xFF808080 : 0;
      }
    }
    return Standing.layer(RasterImage.of(CANVAS, layer), new Box(x, 50, 50, 40))
        .sceneView(SceneView.covering(map(0.8).build(), CANVAS))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"40, PASS", "100, PASS", "152, FAIL", "170, FAIL"})
  void mergesWithObject_occupiedAroundTheBase_fails(int x, Outcome expected)
      throws InterruptedException {
    assertThat(outcome(MergesWithObjectCheck.create(), standing(x, 80, 20, 0, 0.8)))
        .isEqualTo(expected);
  }

  /** The photo is 100 cm wide, 0.5 cm a pixel; the duck of 9 cm has 18 pixels. */
  @ParameterizedTest
  @CsvSource({
    "18, 1, PASS",
    "9, 1, PASS",
    "8, 1, FAIL",
    "72, 1, PASS",
    "75, 1, FAIL",
    "100, 2, PASS",
  })
  void believableSize_heightInThePicture_isWithinTheFactor(
      int height, double error, Outcome expected) throws InterruptedException {
    SceneMap map = map(0.8).frameWidth(new FrameWidth(100, 0.8, error), "test").build();
    CheckRequest request =
        Standing.boxes(CANVAS, Standing.product(9), 0, new Box(40, 100 - height, 20, height))
            .sceneView(SceneView.covering(map, CANVAS))
            .build();

    assertThat(outcome(BelievableSizeCheck.create(), request)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"200, 100, PASS", "140, 70, PASS", "120, 60, FAIL", "400, 200, PASS"})
  void resolution_sizeOfThePhoto_allowsHalfAsMuchAgain(int width, int height, Outcome expected)
      throws InterruptedException {
    SceneMap map = SceneMap.builder(new Size(width, height), ShareGrid.filled(GRID, 1)).build();
    CheckRequest request =
        Standing.boxes(CANVAS, Fixtures.duckScene(), 0, new Box(40, 50, 20, 20))
            .sceneView(SceneView.covering(map, CANVAS))
            .build();

    assertThat(outcome(ResolutionCheck.create(), request)).isEqualTo(expected);
  }

  private static Outcome outcome(GuidelineCheck check, CheckRequest request)
      throws InterruptedException {
    GuidelineResult result = check.check(request, StageContext.standalone());
    return result.outcome();
  }

  private static CheckRequest standing(
      int x, int ground, int width, double rotation, double confidence) {
    return Standing.boxes(
            CANVAS, Fixtures.duckScene(), rotation, new Box(x, ground - 20, width, 20))
        .sceneView(SceneView.covering(map(confidence).build(), CANVAS))
        .build();
  }

  private static SceneMap.Builder map(double confidence) {
    float[] ground = new float[200];
    float[] occupied = new float[200];
    for (int i = 0; i < 200; i++) {
      boolean right = i % 20 >= 15;
      ground[i] = i / 20 >= 5 && !right ? 1 : 0;
      occupied[i] = right ? 1 : 0;
    }
    return SceneMap.builder(CANVAS, ShareGrid.of(GRID, ground))
        .occupied(ShareGrid.of(GRID, occupied))
        .confidence(confidence);
  }
}
