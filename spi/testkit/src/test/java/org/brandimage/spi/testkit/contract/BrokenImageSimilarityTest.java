package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.model.ImageSimilarity;
import org.brandimage.spi.testkit.fake.FakeImageSimilarity;
import org.junit.jupiter.api.Test;

/** Each rule of a similarity is broken on purpose, and the contract names just that rule. */
class BrokenImageSimilarityTest {
  private static final AtomicReference<ImageSimilarity> BROKEN = new AtomicReference<>();
  private static final ImageSimilarity FAKE = new FakeImageSimilarity();

  @Test
  void i1_samePictureBelowOne_isFound() {
    assertThat(rulesBrokenBy((a, b, context) -> FAKE.similarity(a, b, context) * 0.9))
        .containsExactly("I1");
  }

  @Test
  void i2_orderThatMatters_isFound() {
    assertThat(
            rulesBrokenBy(
                (a, b, context) -> {
                  double score = FAKE.similarity(a, b, context);
                  boolean same = a.digest().equals(b.digest());
                  return same || a.digest().compareTo(b.digest()) < 0 ? score : score - 0.01;
                }))
        .containsExactly("I2");
  }

  @Test
  void i3_aboveOneByRounding_isFound() {
    assertThat(rulesBrokenBy((a, b, context) -> FAKE.similarity(a, b, context) + 1e-6))
        .containsExactly("I3");
  }

  @Test
  void i4_sameForEveryPair_isFound() {
    assertThat(
            rulesBrokenBy(
                (a, b, context) -> {
                  FAKE.similarity(a, b, context);
                  return 1;
                }))
        .containsExactly("I4");
  }

  private static List<String> rulesBrokenBy(ImageSimilarity similarity) {
    BROKEN.set(similarity);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends ImageSimilarityContract {
    @Override
    protected ImageSimilarity imageSimilarity() {
      return BROKEN.get();
    }
  }
}
