package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.junit.jupiter.api.Test;

class PriceCheckTest {
  private static final Budget FIVE_DOLLARS = Budget.ofUsd("5");
  private static final Budget FIVE_PICTURES = Budget.ofUnits(5);

  @Test
  void build_budgetInMoneyAndAModelWithoutPrice_isAnErrorThatNamesIt() {
    PipelineBuilder builder = builder(new Unpriced(), FIVE_DOLLARS);
    assertThatThrownBy(builder::build)
        .isInstanceOf(PipelineConfigurationException.class)
        .hasMessageContainingAll("budget", "5", "new-model", "price table");
  }

  @Test
  void build_budgetInMoneyAndAllPricesKnown_isFine() {
    assertThatCode(() -> builder(new FakePaidOutpainter(), FIVE_DOLLARS).build().close())
        .doesNotThrowAnyException();
  }

  @Test
  void build_budgetInUnitsAndAModelWithoutPrice_isFine() {
    assertThatCode(() -> builder(new Unpriced(), FIVE_PICTURES).build().close())
        .doesNotThrowAnyException();
  }

  private static PipelineBuilder builder(Outpainter outpainter, Budget budget) {
    return PipelineFixtures.withoutOutpainter()
        .outpainter(outpainter)
        .options(PipelineOptions.builder().budget(budget).build());
  }

  private static final class Unpriced implements Outpainter, Priced<OutpaintRequest> {
    @Override
    public Cost estimate(OutpaintRequest request) {
      return new Cost(1, 0);
    }

    @Override
    public Set<String> unpricedModels() {
      return Set.of("new-model");
    }

    @Override
    public Outpainting outpaint(OutpaintRequest request, StageContext context)
        throws InterruptedException {
      return new FakeOutpainter().outpaint(request, context);
    }
  }
}
