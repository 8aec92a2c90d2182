package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.ShareGrid;
import org.brandimage.spi.testkit.fake.FakeSceneReader;
import org.junit.jupiter.api.Test;

/** Each rule of a scene reader is broken on purpose, and the contract names just that rule. */
class BrokenSceneReaderTest {
  private static final AtomicReference<SceneReader> BROKEN = new AtomicReference<>();
  private static final SceneReader FAKE = new FakeSceneReader();

  @Test
  void n1AndN6_anotherSize_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  SceneMap map = FAKE.read(request, context);
                  return judged(map, copy(new Size(7, 7), map.ground(), map));
                }))
        .containsExactly("N1", "N6");
  }

  @Test
  void n2_fineGrid_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  SceneMap map = FAKE.read(request, context);
                  return judged(map, copy(map.photo(), fine(map.ground()), map));
                }))
        .containsExactly("N2");
  }

  @Test
  void n3_ignoredWords_areFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  boolean usable = request.facts().usable().orElse(true);
                  SceneFacts heard = SceneFacts.builder().usable(usable).build();
                  return FAKE.read(request.withFacts(heard), context);
                }))
        .containsExactly("N3");
  }

  @Test
  void n4_ignoredVerdict_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  SceneMap map = FAKE.read(request, context);
                  return copy(map.photo(), map.ground(), map).build();
                }))
        .containsExactly("N4");
  }

  @Test
  void n5_missingSource_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  SceneMap map = FAKE.read(request, context);
                  SceneMap.Builder copy = SceneMap.builder(map.photo(), map.ground());
                  copy.horizon(map.horizon().orElseThrow(), "fake");
                  copy.frameWidth(map.frameWidth().orElseThrow(), "fake");
                  copy.light(map.light().orElseThrow(), "fake");
                  return map.usable() ? copy.build() : map;
                }))
        .containsExactly("N5");
  }

  @Test
  void n6_refusedNarrowPhoto_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  if (request.photo().size().height() == 500) {
                    throw new InvalidInputException("photo", "narrow", "give a wider one");
                  }
                  return FAKE.read(request, context);
                }))
        .containsExactly("N6");
  }

  private static SceneMap.Builder copy(Size photo, ShareGrid ground, SceneMap map) {
    return SceneMap.builder(photo, ground)
        .source("ground", "copy")
        .horizon(map.horizon().orElseThrow(), "copy")
        .frameWidth(map.frameWidth().orElseThrow(), "copy")
        .light(map.light().orElseThrow(), "copy");
  }

  private static SceneMap judged(SceneMap map, SceneMap.Builder copy) {
    return map.usable() ? copy.build() : copy.unusable(map.reason()).build();
  }

  private static ShareGrid fine(ShareGrid coarse) {
    Size size = new Size(300, 300);
    float[] values = new float[(int) size.pixels()];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        values[y * size.width() + x] = coarse.sample((x + 0.5) / 300, (y + 0.5) / 300);
      }
    }
    return ShareGrid.of(size, values);
  }

  private static List<String> rulesBrokenBy(SceneReader reader) {
    BROKEN.set(reader);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends SceneReaderContract {
    @Override
    protected SceneReader sceneReader() {
      return BROKEN.get();
    }
  }
}
