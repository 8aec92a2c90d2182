package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.RetrieveRules;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AssetRetriever}: extend it and say how to make yours over a library. The
 * library is {@link Fixtures#library()}.
 */
public abstract class AssetRetrieverContract
    extends StageContract<AssetRetriever, RetrieveRequest, Retrieval> {
  /** For subclasses. */
  protected AssetRetrieverContract() {}

  /**
   * Makes the retriever under test.
   *
   * @param library the assets it finds; may be empty
   * @return a retriever over this library
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract AssetRetriever assetRetriever(List<Asset> library) throws Exception;

  /**
   * Returns an entity that no asset of the library fits.
   *
   * @return a product; "hydraulic excavator" unless overridden
   */
  protected Entity unfitting() {
    return Fixtures.entity(EntityKind.PRODUCT, "hydraulic excavator");
  }

  @Override
  protected List<RetrieveRequest> requests() {
    return List.of(
        RetrieveRequest.of(product("rubber duck")),
        new RetrieveRequest(product("leather shoe"), 1, Set.of()),
        new RetrieveRequest(product("coffee mug"), 1000, Set.of("products/coffee-mug")),
        RetrieveRequest.of(Fixtures.entity(EntityKind.BACKGROUND, "urban street")),
        RetrieveRequest.of(Fixtures.entity(EntityKind.THEME, "sunset")));
  }

  @Override
  protected List<RetrieveRequest> awkwardRequests() {
    return List.of(
        RetrieveRequest.of(product("\u0000\ud83e\udd86 \" OR 1=1 -- *:* {!}")),
        RetrieveRequest.of(product("duck ".repeat(500))),
        RetrieveRequest.of(product("\ud83e")),
        new RetrieveRequest(product("rubber duck"), 5, Set.of("", "no such id", "products/*")));
  }

  /** If this fails, cut the list after filtering and sorting. */
  @Test
  @DisplayName("A1 there are at most as many matches as asked for")
  public final void a1_anyRequest_keepsToTheLimit() throws InterruptedException {
    for (RetrieveRequest request : requests()) {
      KeptRule.require("A1", RetrieveRules.all(request, answer(request)));
    }
  }

  /** If this fails, filter by kind before taking the best. */
  @Test
  @DisplayName("A2 every match and miss is of the entity's kind")
  public final void a2_anyMatch_isOfTheKind() throws InterruptedException {
    for (RetrieveRequest request : requests()) {
      KeptRule.require("A2", RetrieveRules.all(request, answer(request)));
    }
  }

  /** If this fails, leave excluded ids out of the search rather than out of the result. */
  @Test
  @DisplayName("A3 no match and no miss is excluded")
  public final void a3_excludedAsset_isNotReturned() throws InterruptedException {
    for (RetrieveRequest request : requests()) {
      KeptRule.require("A3", RetrieveRules.all(request, answer(request)));
    }
  }

  /**
   * If this fails, an asset with several photos or texts is found by each of them: keep the best.
   */
  @Test
  @DisplayName("A4 no id stands twice")
  public final void a4_anyRetrieval_namesEachAssetOnce() throws InterruptedException {
    for (RetrieveRequest request : requests()) {
      KeptRule.require("A4", RetrieveRules.all(request, answer(request)));
    }
  }

  /** If this fails, sort by falling score and then by id. */
  @Test
  @DisplayName("A5 matches and misses stand best first, ties by id")
  public final void a5_anyRetrieval_isSorted() throws InterruptedException {
    for (RetrieveRequest request : requests()) {
      KeptRule.require("A5", RetrieveRules.all(request, answer(request)));
    }
  }

  /** If this fails, look at the floor a score must reach. */
  @Test
  @DisplayName("A6 nothing that fits gives no match but a nearest miss")
  public final void a6_unfittingEntity_givesMissesOnly() throws InterruptedException {
    Retrieval retrieval = answer(RetrieveRequest.of(unfitting()));
    assertThat(retrieval.matches()).isEmpty();
    assertThat(retrieval.nearestMisses()).isNotEmpty();
  }

  /** If this fails, look for a first element or a largest score that is taken for granted. */
  @Test
  @DisplayName("A7 an empty library gives neither matches nor misses")
  public final void a7_emptyLibrary_givesNothing() throws Exception {
    AssetRetriever retriever = assetRetriever(List.of());
    try {
      RetrieveRequest request = RetrieveRequest.of(product("rubber duck"));
      Retrieval retrieval = call(retriever, request, TestContexts.active(SEED));
      assertThat(retrieval.matches()).isEmpty();
      assertThat(retrieval.nearestMisses()).isEmpty();
    } finally {
      if (retriever instanceof AutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  /** If this fails, hand the request's entity on. */
  @Test
  @DisplayName("A8 a retrieval names the entity that was looked for")
  public final void a8_anyRetrieval_namesItsEntity() throws InterruptedException {
    for (RetrieveRequest request : requests()) {
      KeptRule.require("A8", RetrieveRules.all(request, answer(request)));
    }
  }

  /** If this fails, the asset whose id and description say just that is not the best match. */
  @Test
  @DisplayName("A9 an asset that is asked for by its name is the first match")
  public final void a9_namedAsset_isTheFirstMatch() throws InterruptedException {
    for (Asset asset : Fixtures.library()) {
      String name = Fixtures.nameOf(asset);
      Retrieval retrieval = answer(RetrieveRequest.of(Fixtures.entity(asset.kind(), name)));
      assertThat(retrieval.matches()).as(name).isNotEmpty();
      assertThat(retrieval.matches().get(0).asset()).isEqualTo(asset);
    }
  }

  @Override
  final AssetRetriever create() throws Exception {
    return assetRetriever(Fixtures.library());
  }

  @Override
  final Retrieval call(AssetRetriever stage, RetrieveRequest request, StageContext context)
      throws InterruptedException {
    return stage.retrieve(request, context);
  }

  @Override
  final Object snapshot(RetrieveRequest request) {
    return request.fingerprint();
  }

  @Override
  final Object content(Retrieval result) {
    return result;
  }

  @Override
  final List<String> secrets(RetrieveRequest request) {
    return List.of(request.entity().phrase());
  }

  private static Entity product(String name) {
    return Fixtures.entity(EntityKind.PRODUCT, name);
  }
}
