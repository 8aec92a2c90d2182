package org.brandimage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.brandimage.quality.TestScene.Pose;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a generator may do to a product, done to a drawn one: each must be told from the harmless.
 */
class ProductChecksTest {
  private static final Pose POSE = new Pose(250, 300, 220, 0);

  private static GuidelineResult check(GuidelineCheck check, CheckRequest request)
      throws InterruptedException {
    return check.check(request, StageContext.standalone());
  }

  private static TestScene room() {
    return TestScene.room(512, 512);
  }

  private static TestScene composite(Pose pose) {
    return room().shadow(pose, 0.4).product(pose);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 15, -15, 90})
  void unaltered_localComposite_passes(double degrees) throws InterruptedException {
    Pose pose = new Pose(250, 300, 220, degrees);

    GuidelineResult result =
        check(ProductUnalteredCheck.create(), composite(pose).request(pose).build());

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.number().orElseThrow()).isGreaterThan(0.995);
    assertThat(result.source()).isEqualTo("ProductUnalteredCheck");
  }

  @Test
  void unaltered_slightlyBrighterAndSofter_passes() throws InterruptedException {
    CheckRequest request = composite(POSE).light(1.04).blurred(3, 1).request(POSE).build();

    assertThat(check(ProductUnalteredCheck.create(), request).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void unaltered_repainted_fails() throws InterruptedException {
    CheckRequest request = room().shadow(POSE, 0.4).otherProduct(POSE).request(POSE).build();

    GuidelineResult result = check(ProductUnalteredCheck.create(), request);

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.number().orElseThrow()).isLessThan(result.threshold().orElseThrow());
    assertThat(result.hint()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"6,0,1,0", "0,-6,1,0", "0,0,1.08,0", "0,0,0.93,0", "0,0,1,4"})
  void unaltered_movedScaledOrTurned_fails(double dx, double dy, double scale, double turn)
      throws InterruptedException {
    Pose pose = POSE.moved(dx, dy).scaled(scale);
    Pose altered = new Pose(pose.x(), pose.y(), pose.height(), turn);
    CheckRequest request = composite(altered).request(POSE).build();

    assertThat(check(ProductUnalteredCheck.create(), request).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void unaltered_darkenedAsAWhole_failsByItsColours() throws InterruptedException {
    CheckRequest request = composite(POSE).light(0.7).request(POSE).build();

    assertThat(check(ProductUnalteredCheck.create(), request).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void unaltered_tinyCanvas_isStillMeasured() throws InterruptedException {
    Pose pose = new Pose(32, 34, 40, 0);
    TestScene good = TestScene.room(64, 64).product(pose);
    TestScene bad = TestScene.room(64, 64).otherProduct(pose);

    assertThat(check(ProductUnalteredCheck.create(), good.request(pose).build()).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(check(ProductUnalteredCheck.create(), bad.request(pose).build()).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void unaltered_invisibleProduct_isUnanswered() throws InterruptedException {
    Pose outside = new Pose(-500, 300, 220, 0);

    GuidelineResult result = check(ProductUnalteredCheck.create(), room().request(outside).build());

    assertThat(result.outcome()).isEqualTo(Outcome.UNANSWERED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void notExtended_compositeWithShadow_passes(boolean backgroundKnown) throws InterruptedException {
    CheckRequest.Builder request = composite(POSE).request(POSE);
    if (backgroundKnown) {
      request.background(room().source());
    }

    assertThat(check(ProductNotExtendedCheck.create(), request.build()).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @ParameterizedTest
  @CsvSource({"1.1,true", "1.2,true", "1.15,false", "1.25,false"})
  void notExtended_largerProductBehindTheTrueOne_fails(double factor, boolean backgroundKnown)
      throws InterruptedException {
    TestScene picture = room().product(POSE.scaled(factor)).product(POSE);
    CheckRequest.Builder request = picture.request(POSE);
    if (backgroundKnown) {
      request.background(room().source());
    }

    GuidelineResult result = check(ProductNotExtendedCheck.create(), request.build());

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.number().orElseThrow()).isGreaterThan(result.threshold().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"0.25,true", "0.5,true", "0.25,false", "0.5,false"})
  void shadow_underTheBase_passes(double strength, boolean backgroundKnown)
      throws InterruptedException {
    CheckRequest.Builder request = room().shadow(POSE, strength).product(POSE).request(POSE);
    if (backgroundKnown) {
      request.background(room().source());
    }

    assertThat(check(ContactShadowCheck.create(), request.build()).outcome())
        .isEqualTo(Outcome.PASS);
  }

  /** On a known ground a shadow counts from 3 % of the light on; 5 % was the least ever painted. */
  @ParameterizedTest
  @CsvSource({"0.060,PASS", "0.012,FAIL"})
  void shadow_faintOnKnownGround_countsFromThreePercentOn(double strength, Outcome expected)
      throws InterruptedException {
    CheckRequest.Builder request = room().shadow(POSE, strength).product(POSE).request(POSE);
    request.background(room().source());

    GuidelineResult result = check(ContactShadowCheck.create(), request.build());

    assertThat(result.outcome()).as("%s", result.number()).isEqualTo(expected);
    double left = result.number().orElseThrow();
    assertThat(left).isBetween(expected == Outcome.PASS ? 0.935 : 0.972, 0.995);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shadow_none_fails(boolean backgroundKnown) throws InterruptedException {
    CheckRequest.Builder request = room().product(POSE).request(POSE);
    if (backgroundKnown) {
      request.background(room().source());
    }

    GuidelineResult result = check(ContactShadowCheck.create(), request.build());

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.hint()).contains("shadow");
  }

  @Test
  void shadow_unevenGround_isUnansweredUnlessTheBackgroundIsKnown() throws InterruptedException {
    TestScene chequered = room();
    for (int i = 0; i < chequered.argb.length; i++) {
      boolean dark = (i % 512 / 40 + i / 512 / 40) % 2 == 0;
      chequered.argb[i] = dark ? 0xff303030 : 0xffd0d0d0;
    }
    TestScene picture = chequered.copy().product(POSE);

    assertThat(check(ContactShadowCheck.create(), picture.request(POSE).build()).outcome())
        .isEqualTo(Outcome.UNANSWERED);
    CheckRequest known = picture.request(POSE).background(chequered.source()).build();
    assertThat(check(ContactShadowCheck.create(), known).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void shadow_regeneratedBackground_isNotComparedWithTheOldOne() throws InterruptedException {
    TestScene night = TestScene.plain(512, 512, 0x404a58);
    CheckRequest request =
        night.copy().product(POSE).request(POSE).background(room().source()).build();

    GuidelineResult result = check(ContactShadowCheck.create(), request);

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.threshold()).hasValue(ContactShadowCheck.GUESSED_GROUND);
  }

  @Test
  void standsOut_ownColourBehind_fails() throws InterruptedException {
    TestScene same = TestScene.plain(512, 512, 0x808080);
    TestScene contrast = room().product(POSE);
    CheckRequest hidden = same.request(POSE).build();

    assertThat(check(ProductStandsOutCheck.create(), hidden).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check(ProductStandsOutCheck.create(), contrast.request(POSE).build()).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void notDuplicated_once_passes() throws InterruptedException {
    assertThat(
            check(ProductNotDuplicatedCheck.create(), composite(POSE).request(POSE).build())
                .outcome())
        .isEqualTo(Outcome.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "420,120,0.6,0",
    "420,120,0.8,12",
    "120,110,0.7,-13",
    "430,330,0.9,5",
    "420,150,1.1,0",
    "405,220,1.3,-8"
  })
  void notDuplicated_secondCopyElsewhere_fails(double x, double y, double factor, double turn)
      throws InterruptedException {
    Pose pose = new Pose(200, 330, 180, 0);
    Pose copy = new Pose(x, y, 180 * factor, turn);
    TestScene picture = composite(pose).product(copy);

    GuidelineResult result =
        check(ProductNotDuplicatedCheck.create(), picture.request(pose).build());

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void notDuplicated_anotherProductBesideIt_passes() throws InterruptedException {
    Pose pose = new Pose(170, 330, 180, 0);
    TestScene picture = composite(pose).otherProduct(new Pose(400, 300, 180, 0));

    assertThat(check(ProductNotDuplicatedCheck.create(), picture.request(pose).build()).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void notDuplicated_copyThatWasInTheBackgroundBefore_passes() throws InterruptedException {
    Pose pose = new Pose(170, 330, 180, 0);
    TestScene shop = room().product(new Pose(400, 200, 170, 0));
    TestScene picture = shop.copy().shadow(pose, 0.4).product(pose);
    GuidelineCheck check = ProductNotDuplicatedCheck.create();

    assertThat(check(check, picture.request(pose).build()).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check(check, picture.request(pose).background(shop.source()).build()).outcome())
        .isEqualTo(Outcome.PASS);
  }

  /** Guidelines that need a palette, or a background that was read. */
  private static final Set<String> NEEDS_MORE =
      Set.of(
          "brand-palette",
          "stands-on-ground",
          "supported",
          "believable-size",
          "merges-with-object",
          "resolution");

  @Test
  void baseline_localCompositeAtAnySize_passesEveryRequiredCheck() throws InterruptedException {
    for (int side : List.of(64, 320, 777, 1024)) {
      double k = side / 512.0;
      Pose pose = new Pose(250 * k, 300 * k, 220 * k, 10);
      TestScene ground = TestScene.room(side, side);
      TestScene picture = ground.copy().shadow(pose, 0.4).product(pose);
      Caption lit =
          Caption.builder("A bottle", "a bottle", "", "").lighting("Light from the left").build();
      CheckRequest request = picture.request(pose, lit).background(ground.source()).build();
      for (GuidelineCheck check : MeasuredChecks.baseline()) {
        GuidelineResult result = check(check, request);
        assertThat(result.outcome())
            .describedAs("%s at %d: %s", result.guidelineId(), side, result.reason())
            .isEqualTo(
                NEEDS_MORE.contains(result.guidelineId()) ? Outcome.NOT_APPLICABLE : Outcome.PASS);
      }
    }
  }
}
