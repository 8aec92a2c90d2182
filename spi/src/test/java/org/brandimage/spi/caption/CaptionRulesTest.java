package org.brandimage.spi.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionRulesTest {
  private static final String GOOD = "A photograph of a handbag on a table in a kitchen";

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "A HANDBAG on a Table in a Kitchen, knotted rope, a notebook, Norwegian wood",
        "A handbag on a table in a kitchen that is used. A placemat lies there, showing use",
        "handbag table kitchen"
      })
  void violations_goodCaption_areNone(String text) {
    assertThat(CaptionRules.violations(caption(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "no, no people",
    "not, not bright",
    "without, without people",
    "never, never dark",
    "none, none there",
    "nothing, nothing else",
    "neither, neither dark",
    "nor, dark nor bright",
    "don't, don't blur",
    "isn't, it isn't dark",
    "avoid, avoid people",
    "exclude, exclude people",
    "free of, free of people",
    "NO, NO people"
  })
  void violations_negation_namesTheWord(String word, String tail) {
    assertThat(CaptionRules.violations(caption(GOOD + ", " + tail)))
        .containsExactly("text holds the negation \"" + word + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Create a photograph of a handbag on a table in a kitchen",
        "please, a handbag on a table in a kitchen",
        "A handbag on a table in a kitchen. Add soft light.",
        "A handbag on a table in a kitchen! Ensure that it is sharp"
      })
  void violations_instruction_isOne(String text) {
    assertThat(CaptionRules.violations(caption(text)))
        .containsExactly("text instructs instead of describing");
  }

  @Test
  void violations_negationInTheNegativeText_isOne() {
    Caption caption =
        Caption.builder(GOOD, "handbag", "table", "kitchen").negativeText("no people").build();
    assertThat(CaptionRules.violations(caption))
        .containsExactly("negativeText holds the negation \"no\"");
  }

  @Test
  void violations_topology_mustStandInTheText() {
    assertThat(CaptionRules.violations(Caption.builder(GOOD, "shoe", "table", " ").build()))
        .containsExactly("text does not say the subject", "environment is missing");
  }

  @Test
  void caption_length_isFromOneTo1024() {
    assertThat(caption("x".repeat(1024)).text()).hasSize(1024);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> caption("x".repeat(1025)))
        .withMessageContainingAll("1024", "1025");
    assertThatIllegalArgumentException().isThrownBy(() -> caption(" "));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Caption.builder(GOOD, "a", "b", "c").negativeText("x".repeat(1025)).build())
        .withMessageContainingAll("negativeText", "1025");
  }

  @Test
  void caption_toString_doesNotShowTheText() {
    assertThat(caption(GOOD).toString()).doesNotContain("handbag");
  }

  private static Caption caption(String text) {
    return Caption.builder(text, "handbag", "table", "kitchen").build();
  }
}
