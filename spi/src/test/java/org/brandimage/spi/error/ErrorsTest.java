package org.brandimage.spi.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  @Test
  void invalidInput_longAndManyLinedValue_isShortenedToOneLine() {
    InvalidInputException error =
        new InvalidInputException("prompt", "a\n\tb" + "x".repeat(500), "shorten it");
    assertThat(error.value()).startsWith("a b").hasSize(80).endsWith("…");
    assertThat(error).hasMessageStartingWith("prompt: a b").hasMessageEndingWith(" - shorten it");
    assertThat(new InvalidInputException("f", "x".repeat(80), "r").value()).hasSize(80);
    assertThat(new InvalidInputException("f", " \n ", "r").value()).isEqualTo("(empty)");
  }

  @Test
  void locate_twice_keepsWhatWasKnownFirst() {
    BrandImageException error = new StageException("it broke");
    assertThat(error.stage()).isEmpty();
    error.locate("rank", "MyRanker", "run-1");
    error.locate("judge", "Other", "run-2");
    assertThat(error.stage()).contains("rank");
    assertThat(error.provider()).contains("MyRanker");
    assertThat(error.runId()).contains("run-1");
  }

  @Test
  void stageException_attempt_isReported() {
    StageException once = new StageException("it broke");
    assertThat(once.retryable()).isFalse();
    assertThat(once.attempts()).isEqualTo(1);
    assertThat(once.providerRequestId()).isEmpty();
    StageException often =
        new ProviderThrottledException("too fast", null, new RetryInfo(4, true, "req-9"));
    assertThat(often.retryable()).isTrue();
    assertThat(often.attempts()).isEqualTo(4);
    assertThat(often.providerRequestId()).contains("req-9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryInfo(0, true, ""))
        .withMessageContaining("0");
  }

  @Test
  void malformedReply_excerpt_isCutAndKeptOutOfTheMessage() {
    MalformedReplyException error =
        new MalformedReplyException("products[0]", "is no text", "secret".repeat(100));
    assertThat(error.excerpt()).hasSize(200);
    assertThat(error).hasMessage("reply field products[0]: is no text");
    assertThat(error.retryable()).isTrue();
  }

  @Test
  void allCandidatesFailed_reasons_areCountedAndSorted() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("c2", "throttled");
    reasons.put("c1", "throttled");
    reasons.put("c3", "retired");
    AllCandidatesFailedException error = new AllCandidatesFailedException(reasons);
    reasons.clear();
    assertThat(error).hasMessage("all 3 candidates failed: 1 x retired; 2 x throttled");
    assertThat(error.reasons().keySet()).containsExactly("c1", "c2", "c3");
    error.reasons().clear();
    assertThat(error.reasons()).hasSize(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AllCandidatesFailedException(Map.of()));
  }

  @Test
  void messages_nameTheCulpritAndTheRemedy() {
    assertThat(new ModelRetiredException("m-1", "2026-09-30", "m-2"))
        .hasMessageContainingAll("m-1", "2026-09-30", "use m-2");
    assertThat(new StageTimeoutException(Duration.ofSeconds(5), Duration.ofSeconds(6)))
        .hasMessageContainingAll("PT5S", "PT6S", "raise");
    assertThat(new UnreadableImageException("a.png", "is cut off", null))
        .hasMessageContainingAll("a.png", "is cut off");
  }
}
