package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.junit.jupiter.api.Test;

/** Each rule of a bundle is broken on purpose, and the contract names just that rule. */
class BrokenStageBundleTest {
  private static final AtomicReference<Supplier<StageBundle>> BROKEN = new AtomicReference<>();

  @Test
  void b1_blankName_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Ranking() {
                      @Override
                      public String name() {
                        return " ";
                      }
                    }))
        .containsExactly("B1");
  }

  @Test
  void b2_newStageEachTime_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Ranking() {
                      @Override
                      public Optional<Ranker> ranker() {
                        return Optional.of(new FakeRanker());
                      }
                    }))
        .containsExactly("B2");
  }

  @Test
  void b3_emptyBundle_isFound() {
    assertThat(rulesBrokenBy(() -> () -> "empty")).containsExactly("B3");
  }

  @Test
  void b4_secondCloseThatFails_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Ranking() {
                      private int closed;

                      @Override
                      public void close() {
                        if (++closed == 2) {
                          throw new IllegalStateException("closed twice");
                        }
                      }
                    }))
        .containsExactly("B4");
  }

  private static List<String> rulesBrokenBy(Supplier<StageBundle> bundles) {
    BROKEN.set(bundles);
    return ContractRun.brokenRules(Broken.class);
  }

  private static class Ranking implements StageBundle {
    private final Ranker ranker = new FakeRanker();

    @Override
    public String name() {
      return "ranking";
    }

    @Override
    public Optional<Ranker> ranker() {
      return Optional.of(ranker);
    }
  }

  static class Broken extends StageBundleContract {
    @Override
    protected StageBundle stageBundle() {
      return BROKEN.get().get();
    }
  }
}
