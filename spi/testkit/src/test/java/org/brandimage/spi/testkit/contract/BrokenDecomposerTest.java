package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.junit.jupiter.api.Test;

/** Each rule of a decomposer is broken on purpose, and the contract names just that rule. */
class BrokenDecomposerTest {
  private static final AtomicReference<Decomposer> BROKEN = new AtomicReference<>();
  private static final Decomposer FAKE = new FakeDecomposer();

  @Test
  void d1_wordsOfItsOwn_areFound() {
    assertThat(
            rulesBrokenBy(
                products(
                    entities ->
                        entities.stream()
                            .map(e -> new Entity(e.kind(), e.name(), "one lovely " + e.name()))
                            .toList())))
        .containsExactly("D1");
  }

  @Test
  void d2_reversedList_isFound() {
    assertThat(
            rulesBrokenBy(
                products(
                    entities -> {
                      List<Entity> reversed = new ArrayList<>(entities);
                      Collections.reverse(reversed);
                      return reversed;
                    })))
        .containsExactly("D2");
  }

  @Test
  void d3_failureOnNothing_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Decomposition parts = FAKE.decompose(request, context);
                  if (parts.products().isEmpty()) {
                    throw new StageException("no product");
                  }
                  return parts;
                }))
        .containsExactly("D3");
  }

  @Test
  void d4_nameWithArticle_isFound() {
    assertThat(
            rulesBrokenBy(
                products(
                    entities ->
                        entities.stream()
                            .map(e -> new Entity(e.kind(), e.phrase(), e.phrase()))
                            .toList())))
        .containsExactly("D4");
  }

  @Test
  void d4_nameInCapitals_isFound() {
    assertThat(
            rulesBrokenBy(
                products(
                    entities ->
                        entities.stream()
                            .map(
                                e ->
                                    new Entity(
                                        e.kind(), e.name().toUpperCase(Locale.ROOT), e.phrase()))
                            .toList())))
        .containsExactly("D4");
  }

  @Test
  void d5_nothingEverFound_isFound() {
    assertThat(rulesBrokenBy(products(entities -> List.of()))).containsExactly("D5");
  }

  @Test
  void d3_everythingTakenForAProduct_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  FAKE.decompose(request, context);
                  String prompt = request.prompt();
                  Entity all =
                      new Entity(
                          EntityKind.PRODUCT,
                          prompt.toLowerCase(Locale.ROOT).strip().replaceFirst("^a ", ""),
                          prompt);
                  return new Decomposition(List.of(all), List.of(), List.of());
                }))
        .containsExactly("D3");
  }

  private static Decomposer products(UnaryOperator<List<Entity>> change) {
    return (request, context) -> {
      Decomposition parts = FAKE.decompose(request, context);
      return new Decomposition(change.apply(parts.products()), parts.backgrounds(), parts.themes());
    };
  }

  private static List<String> rulesBrokenBy(Decomposer decomposer) {
    BROKEN.set(decomposer);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends DecomposerContract {
    @Override
    protected Decomposer decomposer() {
      return BROKEN.get();
    }
  }
}
