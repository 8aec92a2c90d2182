package org.brandimage.spi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
  @ParameterizedTest
  @CsvSource({"2.00, 2000000", "0.07, 70000", "0, 0", "0.000001, 1", "1e2, 100000000"})
  void ofUsd_decimalNumber_isExactMicroDollars(String usd, long micro) {
    assertThat(Cost.ofUsd(usd)).isEqualTo(new Cost(0, micro));
    assertThat(Budget.ofUsd(usd).cap()).isEqualTo(new Cost(Long.MAX_VALUE, micro));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two", "2,00", "0.0000001", "-1", "1e30", "NaN"})
  void ofUsd_noUsableNumber_isRefused(String usd) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cost.ofUsd(usd));
  }

  @Test
  void isUsedUpBy_eitherCapReached_isTrue() {
    Budget budget = Budget.ofUsd("1").withUnits(3);

    assertThat(budget.isUsedUpBy(new Cost(2, 999_999))).isFalse();
    assertThat(budget.isUsedUpBy(new Cost(3, 0))).isTrue();
    assertThat(budget.isUsedUpBy(new Cost(0, 1_000_000))).isTrue();
    assertThat(Budget.UNLIMITED.isUsedUpBy(new Cost(1_000, 1_000))).isFalse();
  }

  @Test
  void limitsMoney_onlyWhereMoneyIsCapped() {
    assertThat(Budget.ofUsd("1").limitsMoney()).isTrue();
    assertThat(Budget.ofUnits(1).limitsMoney()).isFalse();
    assertThat(Budget.ofUsd("2.50").withUnits(9)).hasToString("Budget[9 units, $2.5]");
    assertThat(Budget.UNLIMITED).hasToString("Budget[any units, any sum]");
  }
}
