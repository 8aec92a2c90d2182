package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.BudgetExceededException;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;

/** The rules of a stage that says before what a call costs at most. */
final class PaidCalls {
  private PaidCalls() {}

  static void within(Cost most, TestContext context) {
    Cost spent = context.costs().spent();
    assertThat(spent.units()).as("units").isLessThanOrEqualTo(most.units());
    assertThat(spent.microUsd()).as("microUsd").isLessThanOrEqualTo(most.microUsd());
  }

  static void refusedWithoutBudget(Cost most, RemoteCalls.Call call) {
    if (!most.equals(Cost.NONE)) {
      TestContext poor = TestContexts.capped(Cost.NONE);
      assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> call.with(poor));
      assertThat(poor.calls()).as("calls made without a budget").isEmpty();
    }
  }
}
