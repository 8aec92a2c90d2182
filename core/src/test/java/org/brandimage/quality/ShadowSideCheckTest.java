package org.brandimage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.quality.TestScene.Pose;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowSideCheckTest {
  private static final Pose POSE = new Pose(250, 300, 220, 0);
  private static final String FROM_LEFT = "Low evening light from the left";

  @ParameterizedTest
  @CsvSource({
    "Low evening light from the left, 70, PASS",
    "Low evening light from the left, -70, FAIL",
    "Soft light from the upper right, -70, PASS",
    "Soft light from the upper right, 70, FAIL",
    "A window on the left, 70, PASS",
    "hard light from camera left, -70, FAIL",
    "hard light from camera left, 0, PASS",
    "light from the left and from the right, -70, NOT_APPLICABLE",
    "light from above, -70, NOT_APPLICABLE",
    "left over from yesterday, -70, NOT_APPLICABLE"
  })
  void check_lightNamedByTheCaption_shadowMustFallAway(String light, int aside, Outcome outcome)
      throws InterruptedException {
    TestScene picture = room().shadow(POSE.moved(aside, 0), 0.4).product(POSE);

    GuidelineResult result = check(picture, light, room());

    assertThat(result.outcome()).as(result.reason()).isEqualTo(outcome);
  }

  @Test
  void check_wrongSide_saysBothSidesAndWhatMendsIt() throws InterruptedException {
    TestScene picture = room().shadow(POSE.moved(-70, 0), 0.4).product(POSE);

    GuidelineResult result = check(picture, FROM_LEFT, room());

    assertThat(result.reason()).contains("from the left").contains("on the light's own side");
    assertThat(result.hint()).contains("caption");
    assertThat(result.number().orElseThrow()).isBetween(0.9, 1.0);
    assertThat(result.threshold()).hasValue(ShadowSideCheck.MOST_LEAN);
  }

  @ParameterizedTest
  @CsvSource({"430, -70, PASS", "430, 70, FAIL", "80, 70, PASS", "80, -70, FAIL"})
  void check_windowInTheBackground_isTheLight(int window, int aside, Outcome outcome)
      throws InterruptedException {
    TestScene lit = lit(window);
    TestScene picture = lit.copy().shadow(POSE.moved(aside, 0), 0.4).product(POSE);

    assertThat(check(picture, "", lit).outcome()).isEqualTo(outcome);
  }

  @Test
  void check_windowInTheMiddle_isNotApplicable() throws InterruptedException {
    TestScene lit = lit(256);
    TestScene picture = lit.copy().shadow(POSE.moved(70, 0), 0.4).product(POSE);

    assertThat(check(picture, "", lit).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void check_captionAndWindowDisagree_captionCounts() throws InterruptedException {
    TestScene lit = lit(430);
    TestScene picture = lit.copy().shadow(POSE.moved(70, 0), 0.4).product(POSE);

    assertThat(check(picture, FROM_LEFT, lit).outcome()).isEqualTo(Outcome.PASS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.94, 1, 1.06})
  void check_noShadow_passesWhateverTheExposure(double exposure) throws InterruptedException {
    TestScene picture = room().light(exposure).product(POSE);

    GuidelineResult result = check(picture, FROM_LEFT, room());

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.reason()).contains("no shadow");
  }

  @Test
  void check_darkerPictureWithAShadow_shadowIsStillSeen() throws InterruptedException {
    TestScene picture = room().shadow(POSE.moved(-70, 0), 0.4).light(0.94).product(POSE);

    assertThat(check(picture, FROM_LEFT, room()).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void check_unknownOrReplacedBackground_isUnanswered() throws InterruptedException {
    TestScene picture = room().shadow(POSE.moved(-70, 0), 0.4).product(POSE);
    TestScene night = TestScene.plain(512, 512, 0x202428);

    assertThat(check(picture, FROM_LEFT, null).outcome()).isEqualTo(Outcome.UNANSWERED);
    assertThat(check(picture, FROM_LEFT, night).outcome()).isEqualTo(Outcome.UNANSWERED);
  }

  @Test
  void check_productAtTheEdge_isUnanswered() throws InterruptedException {
    Pose edge = new Pose(66, 300, 220, 0);
    TestScene picture = room().shadow(edge.moved(70, 0), 0.4).product(edge);

    GuidelineResult result = check(picture, edge, FROM_LEFT, room());

    assertThat(result.outcome()).isEqualTo(Outcome.UNANSWERED);
  }

  @Test
  void check_twoProducts_theWorseCounts() throws InterruptedException {
    Pose left = new Pose(130, 300, 120, 0);
    Pose right = new Pose(380, 300, 120, 0);
    TestScene picture = room().shadow(left.moved(40, 0), 0.4).shadow(right.moved(-40, 0), 0.4);
    picture.product(left).product(right);
    RasterImage layer = TestScene.empty(picture.size).product(left).product(right).raster();
    Mask mask = Mask.of(picture.size, (x, y) -> layer.argb(x, y) >>> 24 >= 128);
    Candidate both =
        new Candidate("c", List.of(TestScene.placement(left), TestScene.placement(right)));
    CheckRequest request =
        CheckRequest.builder(
                both,
                picture.source(),
                picture.source(),
                ImageSource.of(layer),
                mask,
                Fixtures.duckScene(),
                caption(FROM_LEFT))
            .background(room().source())
            .build();

    GuidelineResult result = ShadowSideCheck.create().check(request, StageContext.standalone());

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
  }

  private static TestScene room() {
    return TestScene.room(512, 512);
  }

  /** A dim room with a bright window at a column. */
  private static TestScene lit(int window) {
    TestScene dim = room().light(0.4);
    for (int y = 40; y < 200; y++) {
      for (int x = window - 40; x < window + 40; x++) {
        dim.argb[y * 512 + x] = 0xfffdfcf8;
      }
    }
    return dim;
  }

  private static GuidelineResult check(
      TestScene picture, String light, @Nullable TestScene background) throws InterruptedException {
    return check(picture, POSE, light, background);
  }

  private static GuidelineResult check(
      TestScene picture, Pose pose, String light, @Nullable TestScene background)
      throws InterruptedException {
    CheckRequest.Builder request = picture.request(pose, caption(light));
    if (background != null) {
      request.background(background.source());
    }
    return ShadowSideCheck.create().check(request.build(), StageContext.standalone());
  }

  private static Caption caption(String light) {
    return Caption.builder("A bottle", "a bottle", "", "").lighting(light).build();
  }
}
