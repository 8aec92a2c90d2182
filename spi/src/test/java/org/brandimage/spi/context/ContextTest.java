package org.brandimage.spi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextTest {
  @Test
  void standalone_defaults_allowEverything() {
    StageContext context = StageContext.standalone();
    assertThat(context.seed()).isZero();
    assertThat(context.remaining()).isEmpty();
    assertThat(context.cancelled()).isFalse();
    assertThat(context.runId()).isNotBlank();
    assertThatCode(context::checkActive).doesNotThrowAnyException();
    context.costs().reserve(new Cost(1_000_000, 1_000_000)).settle(new Cost(1, 1));
    assertThat(StageContext.standalone().costs().spent()).isEqualTo(Cost.NONE);
  }

  @Test
  void standalone_seedOutOfRange_throwsAndNamesTheRange() {
    assertThat(StageContext.standalone(2_147_483_646L).seed()).isEqualTo(2_147_483_646L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageContext.standalone(2_147_483_647L))
        .withMessageContainingAll("seed", "2147483646", "2147483647");
    assertThatIllegalArgumentException().isThrownBy(() -> StageContext.standalone(-1));
  }

  @Test
  void standalone_interruptedThread_isCancelled() {
    StageContext context = StageContext.standalone();
    Thread.currentThread().interrupt();
    assertThat(context.cancelled()).isTrue();
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(context::checkActive);
    assertThat(context.cancelled()).isFalse();
  }

  @Test
  void identity_ofAnyStage_isItsOwnOrItsClass() {
    Identified named = () -> new StageIdentity("name", "2", "model");
    assertThat(StageIdentity.of(named)).isEqualTo(new StageIdentity("name", "2", "model"));
    assertThat(StageIdentity.of("a text")).isEqualTo(new StageIdentity("java.lang.String", "", ""));
  }

  @Test
  void callRecord_defaultsAndParameters() {
    CallRecord.Builder builder =
        CallRecord.builder("service", "model").parameter("seed", 7).parameter("cfg", 6.5);
    CallRecord record = builder.build();
    builder.parameter("later", "x");
    assertThat(record.parameters()).isEqualTo(Map.of("seed", "7", "cfg", "6.5"));
    assertThat(record.attempts()).isEqualTo(1);
    assertThat(record.cost()).isEqualTo(Cost.NONE);
    assertThat(record.usage()).isEqualTo(TokenUsage.NONE);
    assertThat(record.elapsed()).isEqualTo(Duration.ZERO);
    assertThat(record.promptVersion()).isEmpty();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> record.parameters().put("a", "b"));
  }

  @Test
  void callRecord_impossibleValues_throw() {
    CallRecord.Builder builder = CallRecord.builder("service", "model");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.attempts(0))
        .withMessageContaining("attempts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.elapsed(Duration.ofNanos(-1)))
        .withMessageContaining("elapsed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenUsage(0, -1))
        .withMessageContaining("-1");
  }

  @Test
  void stageId_label_isLowerCase() {
    assertThat(StageId.OUTPAINT.label()).isEqualTo("outpaint");
  }
}
