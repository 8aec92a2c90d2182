package org.brandimage.spi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.spi.error.BudgetExceededException;
import org.junit.jupiter.api.Test;

class CostMeterTest {
  private static final Cost ONE = new Cost(1, 10);

  @Test
  void reserve_sixtyFourThreads_capOfNIsNeverOneMore() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(64);
    try {
      for (int round = 0; round < 1000; round++) {
        int cap = 1 + round % 63;
        CostMeter meter = CostMeter.capped(new Cost(cap, Long.MAX_VALUE));
        boolean settles = round % 2 == 0;
        assertThat(granted(executor, meter, settles)).isEqualTo(cap);
        assertThat(meter.spent().units()).isEqualTo(settles ? cap : 0);
        assertThat(meter.reserved().units()).isEqualTo(settles ? 0 : cap);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void part_reserveAndSettle_countsOnBothUnderTheCapOfTheWhole() {
    CostMeter whole = CostMeter.capped(new Cost(2, 100));
    CostMeter part = whole.part();
    whole.reserve(ONE);
    CostMeter.Reservation last = part.reserve(ONE);
    assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> part.reserve(ONE));
    assertThat(whole.reserved()).isEqualTo(new Cost(2, 20));
    assertThat(part.reserved()).isEqualTo(ONE);

    last.settle(ONE);
    last.close();

    assertThat(whole.spent()).isEqualTo(ONE);
    assertThat(part.spent()).isEqualTo(ONE);
    assertThat(whole.reserved()).isEqualTo(ONE);
  }

  @Test
  void mayHaveBought_onlyCancelledCalls_isFalse() {
    CostMeter whole = CostMeter.unlimited();
    CostMeter part = whole.part();
    CostMeter.Reservation unsent = part.reserve(ONE);
    unsent.cancel();
    unsent.cancel();
    unsent.close();
    assertThat(part.mayHaveBought()).isFalse();
    assertThat(whole.mayHaveBought()).isFalse();
    assertThat(whole.reserved()).isEqualTo(Cost.NONE);

    part.reserve(ONE).close();

    assertThat(part.mayHaveBought()).isTrue();
    assertThat(whole.mayHaveBought()).isTrue();
    assertThat(whole.part().mayHaveBought()).isFalse();
    assertThat(whole.reserved()).isEqualTo(Cost.NONE);
  }

  @Test
  void reserve_exactlyTheCap_fits() {
    CostMeter meter = CostMeter.capped(new Cost(2, 20));
    meter.reserve(ONE).settle(ONE);
    meter.reserve(ONE);
    assertThat(meter.spent()).isEqualTo(ONE);
    assertThat(meter.reserved()).isEqualTo(ONE);
  }

  @Test
  void reserve_beyondTheCap_throwsAndReservesNothing() {
    CostMeter meter = CostMeter.capped(new Cost(2, 15));
    meter.reserve(ONE);
    assertThatExceptionOfType(BudgetExceededException.class)
        .isThrownBy(() -> meter.reserve(new Cost(2, 0)))
        .withMessageContainingAll("2 paid units", "1 are spent or reserved", "needs 2", "raise");
    assertThatExceptionOfType(BudgetExceededException.class)
        .isThrownBy(() -> meter.reserve(ONE))
        .withMessageContainingAll("15 millionths", "10 are spent or reserved", "needs 10");
    assertThat(meter.reserved()).isEqualTo(ONE);
  }

  @Test
  void settle_moreThanReserved_isBookedAndClosesTheMeterForPaidCallsOnly() {
    CostMeter meter = CostMeter.capped(new Cost(1, 10));
    meter.reserve(ONE).settle(new Cost(1, 30));
    assertThat(meter.spent()).isEqualTo(new Cost(1, 30));
    assertThatExceptionOfType(BudgetExceededException.class)
        .isThrownBy(() -> meter.reserve(new Cost(0, 1)));
    meter.reserve(Cost.NONE).settle(Cost.NONE);
    assertThat(meter.spent()).isEqualTo(new Cost(1, 30));
  }

  @Test
  void settle_twice_throws() {
    CostMeter.Reservation reservation = CostMeter.unlimited().reserve(ONE);
    reservation.settle(ONE);
    assertThatIllegalStateException().isThrownBy(() -> reservation.settle(ONE));
  }

  @Test
  void settle_null_throwsAndKeepsTheReservation() {
    CostMeter meter = CostMeter.unlimited();
    CostMeter.Reservation reservation = meter.reserve(ONE);
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> reservation.settle(null));
    assertThat(meter.reserved()).isEqualTo(ONE);
  }

  @Test
  void close_openReservation_givesItsPartBackOnce() {
    CostMeter meter = CostMeter.capped(ONE);
    CostMeter.Reservation reservation = meter.reserve(ONE);
    reservation.close();
    reservation.close();
    assertThat(meter.reserved()).isEqualTo(Cost.NONE);
    CostMeter.Reservation settled = meter.reserve(ONE);
    settled.settle(ONE);
    settled.close();
    assertThat(meter.spent()).isEqualTo(ONE);
    assertThat(meter.reserved()).isEqualTo(Cost.NONE);
  }

  @Test
  void cost_negativeOrTooLarge_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cost(-1, 0))
        .withMessageContaining("-1 units");
    assertThatIllegalArgumentException().isThrownBy(() -> new Cost(0, -1));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Cost(Long.MAX_VALUE, 0).plus(ONE));
    assertThat(new Cost(0, 1_234_567).usd()).isEqualTo(new BigDecimal("1.234567"));
  }

  private static long granted(ExecutorService executor, CostMeter meter, boolean settles)
      throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      tasks.add(() -> reserved(meter, settles));
    }
    long granted = 0;
    for (Future<Boolean> answer : executor.invokeAll(tasks)) {
      granted += answer.get() ? 1 : 0;
    }
    return granted;
  }

  private static boolean reserved(CostMeter meter, boolean settles) {
    try {
      CostMeter.Reservation reservation = meter.reserve(ONE);
      if (settles) {
        reservation.settle(ONE);
      }
      return true;
    } catch (BudgetExceededException e) {
      return false;
    }
  }
}
