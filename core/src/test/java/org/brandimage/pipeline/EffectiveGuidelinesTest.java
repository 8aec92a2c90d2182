package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.quality.GuidelineSet;
import org.brandimage.quality.JudgePolicies;
import org.brandimage.quality.JudgePolicy;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.AnsweredBy;
import org.brandimage.spi.brief.Guideline.Necessity;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who answers a guideline, and when the judge is spared. */
class EffectiveGuidelinesTest {
  /** Measured P(ass), F(ail) or U(nanswered); judged likewise; who answers; asked; the result. */
  static Stream<Arguments> answers() {
    return Stream.of(
        row("P", "F", AnsweredBy.ANY, 0, "P"),
        row("U", "F", AnsweredBy.ANY, 1, "F"),
        row("U", "P", AnsweredBy.ANY, 1, "P"),
        row("F", "P", AnsweredBy.ANY, 0, "F"),
        row("P", "F", AnsweredBy.MEASUREMENT, 0, "P"),
        row("U", "P", AnsweredBy.MEASUREMENT, 0, "U"),
        row("F", "P", AnsweredBy.MODEL, 1, "P"),
        row("P", "F", AnsweredBy.MODEL, 1, "F"),
        row("P", "F", AnsweredBy.BOTH, 1, "F"),
        row("P", "P", AnsweredBy.BOTH, 1, "P"),
        row("P", "U", AnsweredBy.BOTH, 1, "P"),
        row("U", "P", AnsweredBy.BOTH, 1, "P"),
        row("F", "P", AnsweredBy.BOTH, 0, "F"));
  }

  private static Arguments row(
      String measured, String judged, AnsweredBy by, int asked, String result) {
    return Arguments.of(outcome(measured), outcome(judged), by, asked, outcome(result));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void run_guideline_isAnsweredByWhomItNames(
      Outcome measured, Outcome judged, AnsweredBy by, int asked, Outcome expected) {
    Guideline rule = new Guideline("rule", "It is so.", Necessity.REQUIRED, 1, by);
    AtomicInteger calls = new AtomicInteger();
    RunResult result = run(rule, measured, judged, calls, JudgePolicies.strict());

    assertThat(calls).hasValue(asked);
    List<GuidelineResult> results = result.candidates().get(0).results();
    assertThat(results).hasSizeLessThanOrEqualTo(1);
    assertThat(results.isEmpty() ? Outcome.UNANSWERED : results.get(0).outcome())
        .isEqualTo(expected);
  }

  @Test
  void run_neitherCanTell_theMeasurementsReasonStays() {
    Guideline rule = new Guideline("rule", "It is so.", Necessity.REQUIRED, 1, AnsweredBy.ANY);
    RunResult result =
        run(
            rule,
            Outcome.UNANSWERED,
            Outcome.UNANSWERED,
            new AtomicInteger(),
            JudgePolicies.strict());

    assertThat(result.candidates().get(0).results())
        .singleElement()
        .extracting(GuidelineResult::source)
        .isEqualTo("check");
  }

  /**
   * Even where the policy would let the picture pass, a measured failure needs no second answer.
   */
  @Test
  void run_bothAndMeasuredAsBroken_isNotAskedOfAPaidJudge() {
    AtomicInteger calls = new AtomicInteger();
    Guideline rule = new Guideline("rule", "It is so.", Necessity.FLEXIBLE, 1, AnsweredBy.BOTH);
    RunResult result = run(rule, Outcome.FAIL, Outcome.PASS, calls, JudgePolicies.weighted(0));

    // The judge was asked about the other guideline, which is still open, and not about this one.
    assertThat(calls).hasValue(1);
    assertThat(result.candidates().get(0).results())
        .filteredOn(answer -> answer.guidelineId().equals("rule"))
        .singleElement()
        .satisfies(answer -> assertThat(answer.source()).isEqualTo("check"));
  }

  @Test
  void run_notApplicable_isNotAskedAndCountsForNothing() {
    AtomicInteger calls = new AtomicInteger();
    Guideline rule = new Guideline("rule", "It is so.", Necessity.REQUIRED, 1, AnsweredBy.BOTH);
    RunResult result =
        run(rule, Outcome.NOT_APPLICABLE, Outcome.FAIL, calls, JudgePolicies.strictAnswered());

    assertThat(calls).hasValue(0);
    assertThat(result.finalists()).hasSize(1);
  }

  static Stream<Arguments> policies() {
    return Stream.of(
        Arguments.of(JudgePolicies.strict(), 0),
        Arguments.of(JudgePolicies.relaxing(), 1),
        Arguments.of(JudgePolicies.weighted(0.4), 1),
        Arguments.of(JudgePolicies.weighted(0.9), 0));
  }

  /** A flexible guideline was measured as broken; another one of equal weight is still open. */
  @ParameterizedTest
  @MethodSource("policies")
  void run_measuredFlexibleFailure_sparesTheJudgeWhereNothingCanSaveIt(
      JudgePolicy policy, int asked) {
    AtomicInteger calls = new AtomicInteger();
    run(Guideline.flexible("rule", "It is so."), Outcome.FAIL, Outcome.PASS, calls, policy);

    assertThat(calls).hasValue(asked);
  }

  private static RunResult run(
      Guideline rule, Outcome measured, Outcome judged, AtomicInteger calls, JudgePolicy policy) {
    List<Guideline> rules =
        rule.necessity() == Necessity.FLEXIBLE
            ? List.of(rule, Guideline.flexible("open", "It is open."))
            : List.of(rule);
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withJudge(
                (request, context) -> {
                  calls.incrementAndGet();
                  return new Verdict(
                      request.candidate().id(),
                      request.guidelines().stream()
                          .map(asked -> result(asked.id(), judged, "judge"))
                          .toList());
                })
            .guidelineChecks(List.of(new Measured(rule, measured)))
            .guidelines(GuidelineSet.of(rules))
            .options(PipelineOptions.builder().policy(policy).build())
            .build()) {
      return pipeline.run(PipelineFixtures.brief(1, 1));
    }
  }

  private static GuidelineResult result(String id, Outcome outcome, String source) {
    return GuidelineResult.builder(id, outcome, source, "It is so.").build();
  }

  private static Outcome outcome(String letter) {
    return switch (letter) {
      case "P" -> Outcome.PASS;
      case "F" -> Outcome.FAIL;
      default -> Outcome.UNANSWERED;
    };
  }

  private record Measured(Guideline guideline, Outcome outcome) implements GuidelineCheck {
    @Override
    public Phase phase() {
      return Phase.GENERATED;
    }

    @Override
    public GuidelineResult check(CheckRequest request, StageContext context) {
      return result(guideline.id(), outcome, "check");
    }
  }
}
