package org.brandimage.spi.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.BudgetExceededException;
import org.brandimage.spi.error.StageTimeoutException;
import org.junit.jupiter.api.Test;

class TestContextTest {
  @Test
  void active_checkActive_passes() {
    TestContext context = TestContexts.active(7);
    assertThatCode(context::checkActive).doesNotThrowAnyException();
    assertThat(context.seed()).isEqualTo(7);
    assertThat(context.remaining()).isEmpty();
    assertThat(context.cancelled()).isFalse();
  }

  @Test
  void active_seedOutOfRange_throwsIllegalArgumentException() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestContexts.active(2_147_483_647L))
        .withMessageContaining("2147483647");
    assertThatIllegalArgumentException().isThrownBy(() -> TestContexts.active(-1));
  }

  @Test
  void cancelled_checkActive_throwsInterruptedException() {
    assertThat(TestContexts.cancelled().cancelled()).isTrue();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> TestContexts.cancelled().checkActive());
  }

  @Test
  void checkActive_interruptedThread_throwsAndClearsTheFlag() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> TestContexts.active().checkActive());
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void due_clockMovesByHand_expiresExactlyAtTheDeadline() {
    TestContext context = TestContexts.due(Duration.ofSeconds(10));
    context.advance(Duration.ofMillis(9_999));
    assertThatCode(context::checkActive).doesNotThrowAnyException();
    assertThat(context.remaining()).contains(Duration.ofMillis(1));
    context.advance(Duration.ofMillis(1));
    assertThatExceptionOfType(StageTimeoutException.class)
        .isThrownBy(context::checkActive)
        .satisfies(e -> assertThat(e.budget()).isEqualTo(Duration.ofSeconds(10)));
    context.advance(Duration.ofHours(1));
    assertThat(context.remaining()).contains(Duration.ZERO);
  }

  @Test
  void advance_backwards_throwsIllegalArgumentException() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestContexts.active().advance(Duration.ofNanos(-1)));
  }

  @Test
  void record_calls_areRememberedInOrder() {
    TestContext context = TestContexts.active();
    CallRecord first = CallRecord.builder("p", "m1").build();
    CallRecord second = CallRecord.builder("p", "m2").build();
    context.record(first);
    context.record(second);
    assertThat(context.calls()).containsExactly(first, second);
  }

  @Test
  void capped_beyondTheCap_throwsBudgetExceededException() {
    TestContext context = TestContexts.capped(new Cost(1, 100));
    assertThatExceptionOfType(BudgetExceededException.class)
        .isThrownBy(() -> context.costs().reserve(new Cost(2, 0)));
  }
}
