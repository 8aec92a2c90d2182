package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.testkit.fake.FakeGuidelineCheck;
import org.junit.jupiter.api.Test;

/** Each rule of a check is broken on purpose, and the contract names just that rule. */
class BrokenGuidelineCheckTest {
  private static final AtomicReference<GuidelineCheck> BROKEN = new AtomicReference<>();

  @Test
  void g1_otherGuideline_isFound() {
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  public Guideline guideline() {
                    return Guideline.required("another", "Another thing is true.");
                  }
                }))
        .containsExactly("G1");
  }

  @Test
  void g2_answerWithoutANumber_isFound() {
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  public GuidelineResult check(CheckRequest request, StageContext context)
                      throws InterruptedException {
                    GuidelineResult result = super.check(request, context);
                    return GuidelineResult.builder(
                            result.guidelineId(),
                            result.outcome(),
                            result.source(),
                            result.reason())
                        .threshold(0.9)
                        .build();
                  }
                }))
        .containsExactly("G2");
  }

  @Test
  void g3_guidelineThatChanges_isFound() {
    AtomicInteger calls = new AtomicInteger();
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  public Guideline guideline() {
                    Guideline usual = super.guideline();
                    return new Guideline(
                        usual.id(), usual.statement(), usual.necessity(), calls.incrementAndGet());
                  }
                }))
        .containsExactly("G3");
  }

  @Test
  void g4_paidCall_isFound() {
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  public GuidelineResult check(CheckRequest request, StageContext context)
                      throws InterruptedException {
                    GuidelineResult result = super.check(request, context);
                    context.record(
                        CallRecord.builder("service", "model").cost(new Cost(1, 0)).build());
                    return result;
                  }
                }))
        .containsExactly("G4");
  }

  @Test
  void g5_firstProductTakenForTheOnlyOne_isFound() {
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  public GuidelineResult check(CheckRequest request, StageContext context)
                      throws InterruptedException {
                    GuidelineResult result = super.check(request, context);
                    if (request.candidate().placements().size() != 1) {
                      throw new IllegalStateException("one product expected");
                    }
                    return result;
                  }
                }))
        .containsExactly("G5");
  }

  @Test
  void checkOfComposites_breaksNothing() {
    assertThat(rulesBrokenBy(new FakeGuidelineCheck(GuidelineCheck.Phase.COMPOSITE))).isEmpty();
  }

  private static List<String> rulesBrokenBy(GuidelineCheck check) {
    BROKEN.set(check);
    return ContractRun.brokenRules(Broken.class);
  }

  /** The fake, to be changed in one thing. */
  private static class Odd implements GuidelineCheck {
    private final FakeGuidelineCheck fake = new FakeGuidelineCheck();

    @Override
    public Guideline guideline() {
      return fake.guideline();
    }

    @Override
    public Phase phase() {
      return fake.phase();
    }

    @Override
    public GuidelineResult check(CheckRequest request, StageContext context)
        throws InterruptedException {
      return fake.check(request, context);
    }
  }

  static class Broken extends GuidelineCheckContract {
    @Override
    protected GuidelineCheck guidelineCheck() {
      return BROKEN.get();
    }
  }
}
