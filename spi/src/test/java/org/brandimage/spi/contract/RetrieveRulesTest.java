package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.Test;

/** A1 to A5 and A8, kept and broken. */
class RetrieveRulesTest {
  private static final Entity DUCK = Samples.entity(EntityKind.PRODUCT, "rubber duck");
  private static final RetrieveRequest REQUEST =
      new RetrieveRequest(DUCK, 2, Set.of("products/old"));

  @Test
  void anyRule_sortedMatches_areKept() {
    Retrieval retrieval =
        new Retrieval(DUCK, List.of(match("b", 2), match("a", 1)), List.of(match("c", 0)));
    assertThat(RetrieveRules.all(REQUEST, retrieval)).isEmpty();
    assertThat(RetrieveRules.structure(REQUEST, retrieval)).isEmpty();
  }

  @Test
  void a1_moreThanAskedFor_isBroken() {
    assertThat(broken(match("a", 1), match("b", 1), match("c", 1))).containsExactly("A1");
  }

  @Test
  void a2_otherKind_isBroken() {
    AssetMatch street = new AssetMatch(Samples.asset(EntityKind.BACKGROUND, "street"), 1);
    assertThat(broken(street)).containsExactly("A2");
    assertThat(misses(street)).containsExactly("A2");
  }

  @Test
  void a3_excludedAsset_isBroken() {
    assertThat(broken(match("products/old", 1))).containsExactly("A3");
    assertThat(misses(match("products/old", 1))).containsExactly("A3");
  }

  @Test
  void a4_idTwice_isBroken() {
    assertThat(broken(match("a", 1), match("a", 1))).containsExactly("A4");
    Retrieval both = new Retrieval(DUCK, List.of(match("a", 1)), List.of(match("a", 1)));
    assertThat(Samples.numbers(RetrieveRules.structure(REQUEST, both))).containsExactly("A4");
  }

  @Test
  void a5_otherOrder_isBrokenInAllRulesOnly() {
    List<AssetMatch> rising = List.of(match("a", 1), match("b", 2));
    List<AssetMatch> ties = List.of(match("b", 1), match("a", 1));
    for (Retrieval retrieval :
        List.of(
            new Retrieval(DUCK, rising, List.of()),
            new Retrieval(DUCK, List.of(), rising),
            new Retrieval(DUCK, ties, List.of()))) {
      assertThat(Samples.numbers(RetrieveRules.all(REQUEST, retrieval))).containsExactly("A5");
      assertThat(RetrieveRules.structure(REQUEST, retrieval)).isEmpty();
    }
  }

  @Test
  void a8_otherEntity_isBrokenAndNotQuoted() {
    Entity shoe = Samples.entity(EntityKind.PRODUCT, "secret shoe");
    assertThat(RetrieveRules.structure(REQUEST, new Retrieval(shoe, List.of(), List.of())))
        .singleElement()
        .returns("A8", BrokenRule::rule)
        .extracting(BrokenRule::toString)
        .asString()
        .doesNotContain("secret", "duck");
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(RetrieveRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(RetrieveRules.all(REQUEST, null))).containsExactly("C1");
  }

  private static List<String> broken(AssetMatch... matches) {
    return Samples.numbers(
        RetrieveRules.structure(REQUEST, new Retrieval(DUCK, List.of(matches), List.of())));
  }

  private static List<String> misses(AssetMatch... misses) {
    return Samples.numbers(
        RetrieveRules.structure(REQUEST, new Retrieval(DUCK, List.of(), List.of(misses))));
  }

  private static AssetMatch match(String id, double score) {
    return new AssetMatch(Samples.asset(EntityKind.PRODUCT, id), score);
  }
}
