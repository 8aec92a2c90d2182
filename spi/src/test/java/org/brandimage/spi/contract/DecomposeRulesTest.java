package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.junit.jupiter.api.Test;

/** D1, D2 and D4, kept and broken. */
class DecomposeRulesTest {
  private static final DecomposeRequest REQUEST =
      new DecomposeRequest("A  Red Shoe and a mug", List.of("at sunset"));

  @Test
  void anyRule_phrasesOfPromptAndNotes_areKept() {
    Decomposition parts =
        new Decomposition(
            List.of(product("shoe", "a red shoe"), product("mug", "a mug")),
            List.of(),
            List.of(new Entity(EntityKind.THEME, "sunset", "At Sunset")));
    assertThat(DecomposeRules.all(REQUEST, parts)).isEmpty();
  }

  @Test
  void d1_inventedPhrase_isBrokenAndNotQuoted() {
    assertThat(DecomposeRules.all(REQUEST, products(product("duck", "duck"))))
        .singleElement()
        .returns("D1", BrokenRule::rule)
        .returns("product 0 has a phrase of its own", BrokenRule::found);
  }

  @Test
  void d2_otherOrder_isBroken() {
    assertThat(broken(product("mug", "mug"), product("shoe", "shoe"))).containsExactly("D2");
  }

  @Test
  void d4_articleCapitalOrBlank_isBroken() {
    for (String name : List.of("a shoe", "an shoe", "the shoe", "Shoe", "shoe ")) {
      assertThat(broken(product(name, "shoe"))).as(name).containsExactly("D4");
    }
    assertThat(broken(product("theatre shoe", "shoe"))).isEmpty();
  }

  @Test
  void structure_anyWords_areNotLookedAt() {
    assertThat(DecomposeRules.structure(REQUEST, products(product("A", "duck")))).isEmpty();
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(DecomposeRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(DecomposeRules.all(REQUEST, null))).containsExactly("C1");
  }

  private static List<String> broken(Entity... products) {
    return Samples.numbers(DecomposeRules.all(REQUEST, products(products)));
  }

  private static Decomposition products(Entity... products) {
    return new Decomposition(List.of(products), List.of(), List.of());
  }

  private static Entity product(String name, String phrase) {
    return new Entity(EntityKind.PRODUCT, name, phrase);
  }
}
