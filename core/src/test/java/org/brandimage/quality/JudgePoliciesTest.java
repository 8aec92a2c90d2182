package org.brandimage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.Necessity;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgePoliciesTest {
  /** Two required guidelines and three flexible ones of weights 1, 1 and 3. */
  private static final List<Guideline> GUIDELINES =
      List.of(
          Guideline.required("whole", "The product is whole."),
          new Guideline("shadow", "There is a shadow.", Necessity.REQUIRED, 2),
          new Guideline("warm", "The light is warm.", Necessity.FLEXIBLE, 1),
          new Guideline("calm", "The scene is calm.", Necessity.FLEXIBLE, 1),
          new Guideline("palette", "The colours are the brand's.", Necessity.FLEXIBLE, 3));

  /** One letter a guideline in the order above: P pass, F fail, U unanswered, - not mentioned. */
  private static Verdict verdict(String candidate, String letters) {
    List<GuidelineResult> results = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) != '-') {
        String id = GUIDELINES.get(i).id();
        results.add(GuidelineResult.builder(id, outcome(letters.charAt(i)), "t", "r").build());
      }
    }
    return new Verdict(candidate, results);
  }

  private static Outcome outcome(char letter) {
    return switch (letter) {
      case 'P' -> Outcome.PASS;
      case 'F' -> Outcome.FAIL;
      default -> Outcome.UNANSWERED;
    };
  }

  static Stream<Arguments> decisions() {
    JudgePolicy strict = JudgePolicies.strict();
    JudgePolicy answered = JudgePolicies.strictAnswered();
    JudgePolicy relaxing = JudgePolicies.relaxing();
    return Stream.of(
        row(strict, "PPPPP PPPPF PFPPP", "0", ""),
        row(strict, "UUUUU PPUUP -----", "0 1 2", ""),
        row(strict, "PPPPU UFPPP", "0", ""),
        row(answered, "PPPPP PUPPP PPUUU -PPPP", "0 2", ""),
        row(relaxing, "PPPPP PPPPF", "0", ""),
        row(relaxing, "PPPPF PFPPP", "0", "palette"),
        row(relaxing, "PPFPP PPPFP", "1", "calm"),
        row(relaxing, "PPFPP PPFFP PPPPF", "0 1", "calm warm"),
        row(relaxing, "PPPFF PPPPF PFPPP", "0 1", "calm palette"),
        row(relaxing, "PFPPP FPPPF", "", ""),
        row(relaxing, "PPPUF PPFPU", "1", "warm"),
        row(JudgePolicies.weighted(0.6), "PPPPF PPFFP PPPFF PPFFF", "0 1", ""),
        row(JudgePolicies.weighted(0.375), "PPFFF", "0", ""),
        row(JudgePolicies.weighted(0.376), "PPFFF", "", ""),
        row(JudgePolicies.weighted(0), "PPFFF FPPPP PFPPP", "0", ""),
        row(JudgePolicies.weighted(1), "PPPPP PPPPU UUUUU PPPFP", "0 1 2", ""));
  }

  private static Arguments row(JudgePolicy policy, String verdicts, String passed, String relaxed) {
    return Arguments.of(policy, verdicts, words(passed), words(relaxed));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void select_handComputedTable_passesAndRelaxesAsWorkedOut(
      JudgePolicy policy, String letters, List<String> passed, List<String> relaxed) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String one : words(letters)) {
      verdicts.add(verdict(Integer.toString(verdicts.size()), one));
    }

    PolicyDecision decision = policy.select(verdicts, GUIDELINES);

    assertThat(decision.passed()).isEqualTo(passed);
    assertThat(decision.relaxed()).isEqualTo(relaxed);
    assertThat(decision.rejected()).hasSize(verdicts.size() - passed.size());
    assertThat(decision.rejected()).doesNotContainKeys(passed.toArray(String[]::new));
  }

  static Stream<JudgePolicy> policies() {
    return Stream.of(
        JudgePolicies.strict(),
        JudgePolicies.strictAnswered(),
        JudgePolicies.relaxing(),
        JudgePolicies.weighted(0.5));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void select_emptyPool_decidesNothing(JudgePolicy policy) {
    PolicyDecision decision = policy.select(List.of(), GUIDELINES);

    assertThat(decision).isEqualTo(new PolicyDecision(List.of(), List.of(), Map.of(), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void select_sameCandidateTwice_isRefused(JudgePolicy policy) {
    List<Verdict> verdicts = List.of(verdict("a", "PPPPP"), verdict("a", "FPPPP"));

    assertThatThrownBy(() -> policy.select(verdicts, GUIDELINES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("candidate occurs twice: a");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void select_sameGuidelineTwice_isRefused(JudgePolicy policy) {
    List<Guideline> twice = List.of(GUIDELINES.get(0), GUIDELINES.get(0));

    assertThatThrownBy(() -> policy.select(List.of(), twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("guideline occurs twice: whole");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void select_answerToUnknownGuideline_isRefused(JudgePolicy policy) {
    List<Verdict> verdicts = List.of(verdict("a", "PF"));
    List<Guideline> one = GUIDELINES.subList(0, 1);

    assertThatThrownBy(() -> policy.select(verdicts, one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("candidate a is answered for guideline shadow");
  }

  @Test
  void strict_severalFailures_namesEachWithItsReason() {
    Verdict verdict =
        new Verdict(
            "a",
            List.of(
                GuidelineResult.builder("whole", Outcome.FAIL, "t", "it is cut off").build(),
                GuidelineResult.builder("shadow", Outcome.PASS, "t", "it is there").build(),
                GuidelineResult.builder("warm", Outcome.FAIL, "t", "it is blue").build()));

    PolicyDecision decision = JudgePolicies.strict().select(List.of(verdict), GUIDELINES);

    assertThat(decision.rejected())
        .containsExactly(Map.entry("a", List.of("whole: it is cut off", "warm: it is blue")));
    assertThat(decision.unanswered()).containsExactly(Map.entry("a", List.of("calm", "palette")));
  }

  @Test
  void strictAnswered_openRequiredGuideline_saysThatNobodyCouldTell() {
    PolicyDecision decision =
        JudgePolicies.strictAnswered().select(List.of(verdict("a", "PUUPP")), GUIDELINES);

    assertThat(decision.rejected())
        .containsExactly(Map.entry("a", List.of("shadow: required, but unanswered")));
  }

  @Test
  void relaxing_nothingHelps_keepsEveryReason() {
    PolicyDecision decision =
        JudgePolicies.relaxing().select(List.of(verdict("a", "FPPPF")), GUIDELINES);

    assertThat(decision.rejected())
        .containsExactly(Map.entry("a", List.of("whole: r", "palette: r")));
  }

  @Test
  void weighted_shareBelowThreshold_namesTheShare() {
    PolicyDecision decision =
        JudgePolicies.weighted(0.9).select(List.of(verdict("a", "PPPPF")), GUIDELINES);

    assertThat(decision.rejected())
        .containsExactly(
            Map.entry("a", List.of("palette: r", "weighted share: 0.625 is below 0.900")));
  }

  @Test
  void weighted_weightsThatSumInexactly_meetTheThresholdTheyEqual() {
    List<Guideline> tenths = new ArrayList<>();
    List<GuidelineResult> results = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      tenths.add(new Guideline("g" + i, "s", Necessity.FLEXIBLE, 0.1));
      Outcome outcome = i < 7 ? Outcome.PASS : Outcome.FAIL;
      results.add(GuidelineResult.builder("g" + i, outcome, "t", "r").build());
    }

    PolicyDecision decision =
        JudgePolicies.weighted(0.7).select(List.of(new Verdict("a", results)), tenths);

    assertThat(decision.passed()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void weighted_thresholdOutOfRange_isRefused(double threshold) {
    assertThatThrownBy(() -> JudgePolicies.weighted(threshold))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threshold must be from 0 to 1: " + threshold);
  }

  @Test
  void select_ownPolicy_isAnInterfaceOfOneMethod() {
    JudgePolicy firstOnly =
        (verdicts, guidelines) ->
            new PolicyDecision(
                List.of(verdicts.get(0).candidateId()), List.of(), Map.of(), Map.of());

    assertThat(firstOnly.select(List.of(verdict("a", "FFFFF")), GUIDELINES).passed())
        .containsExactly("a");
  }

  @Test
  void policyDecision_rejectionWithoutReason_isRefused() {
    assertThatThrownBy(
            () -> new PolicyDecision(List.of(), List.of(), Map.of("a", List.of()), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("candidate a");
  }
}
