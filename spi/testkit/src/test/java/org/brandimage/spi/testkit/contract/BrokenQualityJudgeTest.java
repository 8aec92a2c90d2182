package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.testkit.fake.FakeQualityJudge;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each rule of a judge is broken on purpose, and the contract names just that rule. */
@Tag("slow")
class BrokenQualityJudgeTest {
  private static final AtomicReference<QualityJudge> BROKEN = new AtomicReference<>();
  private static final QualityJudge FAKE = new FakeQualityJudge();

  @Test
  void j1_leftOutGuideline_isFound() {
    assertThat(rulesBrokenBy(results(all -> all.subList(Math.min(1, all.size()), all.size()))))
        .containsExactly("J1");
  }

  @Test
  void j1_guidelineNobodyAskedFor_isFound() {
    assertThat(
            rulesBrokenBy(
                results(
                    all -> {
                      List<GuidelineResult> more = new ArrayList<>(all);
                      if (!all.isEmpty()) {
                        more.add(GuidelineResult.builder("new", Outcome.FAIL, "me", "So.").build());
                      }
                      return more;
                    })))
        .containsExactly("J1");
  }

  @Test
  void j2_anonymousAnswer_isFound() {
    assertThat(
            rulesBrokenBy(
                results(
                    all ->
                        all.stream()
                            .map(
                                one ->
                                    GuidelineResult.builder(
                                            one.guidelineId(), one.outcome(), "", one.reason())
                                        .build())
                            .toList())))
        .containsExactly("J2");
  }

  @Test
  void j3_otherCandidate_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> new Verdict("other", FAKE.judge(request, context).results())))
        .containsExactly("J3");
  }

  @Test
  void j4_guessedPass_isFound() {
    assertThat(
            rulesBrokenBy(
                results(
                    all ->
                        all.stream()
                            .map(
                                one ->
                                    GuidelineResult.builder(
                                            one.guidelineId(), Outcome.PASS, "me", "Why not.")
                                        .build())
                            .toList())))
        .containsExactly("J4");
  }

  @Test
  void j5_callForNothing_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Verdict verdict = FAKE.judge(request, context);
                  context.record(CallRecord.builder("service", "model").build());
                  return verdict;
                }))
        .containsExactly("J5");
  }

  private static QualityJudge results(UnaryOperator<List<GuidelineResult>> change) {
    return (request, context) -> {
      Verdict verdict = FAKE.judge(request, context);
      return new Verdict(verdict.candidateId(), change.apply(verdict.results()));
    };
  }

  @Test
  void j6_secondProductMissed_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    request.scene().products().size() > 1
                        ? new Verdict(request.candidate().id(), List.of())
                        : FAKE.judge(request, context)))
        .containsExactly("J6");
  }

  private static List<String> rulesBrokenBy(QualityJudge judge) {
    BROKEN.set(judge);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends QualityJudgeContract {
    @Override
    protected QualityJudge qualityJudge() {
      return BROKEN.get();
    }
  }
}
