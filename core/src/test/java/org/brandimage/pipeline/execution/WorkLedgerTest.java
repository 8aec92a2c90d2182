package org.brandimage.pipeline.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.brandimage.spi.context.StageId;
import org.junit.jupiter.api.Test;

class WorkLedgerTest {
  private final AtomicLong now = new AtomicLong(-5);
  private final WorkLedger ledger = new WorkLedger(now::get);

  @Test
  void attribute_workWithinAStep_countsForItsCause() throws InterruptedException {
    String result =
        ledger.count(
            StageId.RESTORE,
            () -> {
              now.addAndGet(10);
              ledger.attribute(StageId.RESTORE, StageId.OUTPAINT, () -> now.addAndGet(100));
              ledger.attribute(StageId.RESTORE, StageId.JUDGE, () -> now.addAndGet(1000));
              now.addAndGet(3);
              return "restored";
            });

    assertThat(result).isEqualTo("restored");
    assertThat(ledger.worked())
        .isEqualTo(
            Map.of(
                StageId.OUTPAINT, Duration.ofNanos(100),
                StageId.RESTORE, Duration.ofNanos(13),
                StageId.JUDGE, Duration.ofNanos(1000)));
  }

  @Test
  void count_workThatFails_countsAllTheSame() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ledger.count(
                    StageId.PLAN,
                    () -> {
                      now.addAndGet(7);
                      throw new IllegalStateException("broken");
                    }));

    assertThat(ledger.worked()).isEqualTo(Map.of(StageId.PLAN, Duration.ofNanos(7)));
  }

  @Test
  void worked_nothingDone_isEmpty() {
    assertThat(ledger.worked()).isEmpty();
  }
}
