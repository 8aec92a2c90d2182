package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.contract.BrokenRule;

/** The assertion that one rule is not among the broken ones, whatever others there are. */
final class KeptRule {
  private KeptRule() {}

  static void require(String number, List<BrokenRule> broken) {
    assertThat(broken.stream().filter(rule -> rule.rule().equals(number)))
        .as("rule %s, see CONTRACTS.md", number)
        .isEmpty();
  }
}
