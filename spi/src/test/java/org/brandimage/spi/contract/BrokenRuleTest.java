package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.brandimage.spi.error.StageContractException;
import org.junit.jupiter.api.Test;

/** What a broken rule says, and that it says what the document says. */
class BrokenRuleTest {
  private static final BrokenRule LOST =
      new BrokenRule("R3", "a ranking is a permutation", "missing [c1]", "return each once");

  @Test
  void found_severalLines_areJoined() {
    assertThat(new BrokenRule("R3", "a", "x\r\ny\u2028z", "b").found()).isEqualTo("x y z");
  }

  @Test
  void values_blank_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BrokenRule(" ", "a", "b", "c"))
        .withMessage("rule must not be blank");
  }

  @Test
  void failure_twoRules_namesBothAndIsNotRetryable() {
    BrokenRule high = new BrokenRule("R4", "scores are finite", "NaN", "divide by more than 0");
    StageContractException error =
        BrokenRule.failure("rank", "org.example.MyRanker", List.of(LOST, high));
    assertThat(error)
        .hasMessage(
            "rank by org.example.MyRanker broke rule R3: a ranking is a permutation: missing [c1]"
                + " - return each once; and R4 scores are finite: NaN - divide by more than 0"
                + " (see CONTRACTS.md)");
    assertThat(error.rule()).isEqualTo("R3");
    assertThat(error.retryable()).isFalse();
  }

  @Test
  void failure_noRule_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokenRule.failure("rank", "MyRanker", List.of()))
        .withMessageContaining("rank by MyRanker");
  }

  @Test
  void meaning_everyRule_isASentenceOfTheDocument() throws IOException {
    Map<String, String> written = new TreeMap<>();
    Pattern.compile("(?m)^- \\*\\*(\\w+)\\*\\* (.+)\\.$")
        .matcher(Files.readString(Path.of("CONTRACTS.md")))
        .results()
        .forEach(line -> written.put(line.group(1), line.group(2)));
    for (Rule rule : Rule.values()) {
      assertThat(rule.meaning()).as(rule.name()).isEqualToIgnoringCase(written.get(rule.name()));
    }
  }
}
