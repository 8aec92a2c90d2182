package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

/** Each rule of a retriever is broken on purpose, and the contract names just that rule. */
class BrokenAssetRetrieverTest {
  private static final AtomicReference<UnaryOperator<AssetRetriever>> BREAKING =
      new AtomicReference<>();

  @Test
  void a1_ignoredLimit_isFound() {
    assertThat(
            rulesBrokenBy(
                fake ->
                    (request, context) -> {
                      Retrieval found = fake.retrieve(request, context);
                      List<AssetMatch> all = new ArrayList<>(found.matches());
                      if (request.limit() == 1) {
                        all.add(found.nearestMisses().get(0));
                        return new Retrieval(found.entity(), all, List.of());
                      }
                      return found;
                    }))
        .containsExactly("A1");
  }

  @Test
  void a2_otherKind_isFound() {
    AssetMatch street = new AssetMatch(Fixtures.library().get(3), -1);
    assertThat(rulesBrokenBy(addingMiss(EntityKind.THEME, street))).containsExactly("A2");
  }

  @Test
  void a3_ignoredExclusion_isFound() {
    assertThat(
            rulesBrokenBy(
                fake ->
                    (request, context) ->
                        fake.retrieve(
                            new RetrieveRequest(request.entity(), request.limit(), Set.of()),
                            context)))
        .containsExactly("A3");
  }

  @Test
  void a4_assetFoundTwice_isFound() {
    AssetMatch sunset = new AssetMatch(Fixtures.library().get(6), -1);
    assertThat(rulesBrokenBy(addingMiss(EntityKind.THEME, sunset))).containsExactly("A4");
  }

  @Test
  void a5_unsortedMisses_areFound() {
    assertThat(
            rulesBrokenBy(
                fake ->
                    (request, context) -> {
                      Retrieval found = fake.retrieve(request, context);
                      return new Retrieval(
                          found.entity(),
                          found.matches(),
                          found.nearestMisses().stream()
                              .sorted(
                                  Comparator.comparing(
                                      (AssetMatch match) -> match.asset().id(),
                                      Comparator.reverseOrder()))
                              .toList());
                    }))
        .containsExactly("A5");
  }

  @Test
  void a6_missingFloor_isFound() {
    assertThat(
            rulesBrokenBy(
                fake ->
                    (request, context) -> {
                      Retrieval found = fake.retrieve(request, context);
                      return found.matches().isEmpty()
                          ? new Retrieval(found.entity(), found.nearestMisses(), List.of())
                          : found;
                    }))
        .containsExactly("A6");
  }

  @Test
  void a7_failureOnAnEmptyLibrary_isFound() {
    assertThat(
            rulesBrokenBy(
                fake ->
                    (request, context) -> {
                      Retrieval found = fake.retrieve(request, context);
                      if (found.matches().isEmpty() && found.nearestMisses().isEmpty()) {
                        throw new StageException("the library is empty");
                      }
                      return found;
                    }))
        .containsExactly("A7");
  }

  @Test
  void a8_otherEntity_isFound() {
    assertThat(
            rulesBrokenBy(
                fake ->
                    (request, context) -> {
                      Retrieval found = fake.retrieve(request, context);
                      return new Retrieval(
                          Fixtures.entity(request.entity().kind(), "something"),
                          found.matches(),
                          found.nearestMisses());
                    }))
        .containsExactly("A8");
  }

  @Test
  void a9_nothingEverFits_isFound() {
    assertThat(
            rulesBrokenBy(
                fake ->
                    (request, context) -> {
                      Retrieval found = fake.retrieve(request, context);
                      return found.matches().isEmpty()
                          ? found
                          : new Retrieval(found.entity(), List.of(), found.matches());
                    }))
        .containsExactly("A9");
  }

  private static UnaryOperator<AssetRetriever> addingMiss(EntityKind kind, AssetMatch miss) {
    return fake ->
        (request, context) -> {
          Retrieval found = fake.retrieve(request, context);
          if (request.entity().kind() != kind) {
            return found;
          }
          List<AssetMatch> misses = new ArrayList<>(found.nearestMisses());
          misses.add(miss);
          return new Retrieval(found.entity(), found.matches(), misses);
        };
  }

  private static List<String> rulesBrokenBy(UnaryOperator<AssetRetriever> breaking) {
    BREAKING.set(breaking);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends AssetRetrieverContract {
    @Override
    protected AssetRetriever assetRetriever(List<Asset> library) {
      return BREAKING.get().apply(new FakeAssetRetriever(library));
    }
  }
}
