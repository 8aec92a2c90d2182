package org.brandimage.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

/** What a search must do beyond the contract, whichever server answers. */
abstract class SearchRules {
  private static final StageContext CONTEXT = StageContext.standalone();

  abstract URI address();

  @Test
  void retrieve_filters_letOnlyMatchingAssetsPass() throws Exception {
    List<Asset> assets = ducks();
    OpenSearchAssetRetriever retriever = Library.retriever(address(), assets);
    for (AssetFilter filter :
        List.of(
            AssetFilter.attribute("tenant", "t3"),
            AssetFilter.tag("EVEN"),
            AssetFilter.tag("even").and(AssetFilter.attribute("tenant", "t4")),
            AssetFilter.attribute("market.name", "a=b"),
            AssetFilter.attribute("no such", "x"),
            AssetFilter.attribute("tenant", "t1").and(AssetFilter.attribute("tenant", "t2")))) {
      List<String> expected =
          assets.stream().filter(filter::matches).map(Asset::id).sorted().toList();

      Retrieval found = retriever.retrieve(request(1000).withFilter(filter), CONTEXT);

      assertThat(ids(found.matches())).as("%s", filter).isEqualTo(expected);
    }
  }

  @Test
  void retrieve_equalScores_orderedById_fiveByDefault() throws Exception {
    OpenSearchAssetRetriever retriever = Library.retriever(address(), ducks());

    Retrieval found = retriever.retrieve(request(RetrieveRequest.DEFAULT_LIMIT), CONTEXT);

    assertThat(ids(found.matches())).containsExactly("d00", "d01", "d02", "d03", "d04");
    assertThat(found.matches()).allMatch(match -> Math.abs(match.score() - 1) < 1e-5);
  }

  @Test
  void retrieve_scope_holdsWhateverIsAskedFor() throws Exception {
    List<Asset> assets = ducks();
    String name = Library.indexed(address(), assets);
    OpenSearchAssetRetriever retriever =
        Library.builder(address(), name, assets)
            .floor(Library.FLOOR)
            .scope(AssetFilter.attribute("tenant", "t1"))
            .build(CONTEXT);
    AssetFilter other = AssetFilter.attribute("tenant", "t2");

    assertThat(retriever.retrieve(request(9), CONTEXT).matches()).isNotEmpty();
    assertThat(retriever.retrieve(request(9).withFilter(other), CONTEXT).matches()).isEmpty();
  }

  @Test
  void retrieve_everyFact_comesBack() throws Exception {
    Asset asset = ducks().get(7);

    Asset found =
        Library.retriever(address(), List.of(asset))
            .retrieve(request(1), CONTEXT)
            .matches()
            .get(0)
            .asset();

    assertThat(found).usingRecursiveComparison().ignoringFields("photos").isEqualTo(asset);
    assertThat(found.photos()).isEqualTo(asset.photos());
  }

  @Test
  void readme_example_findsTheDuck() throws Exception {
    URI address = address();
    Embedder embedder = Library.EMBEDDER;
    List<Asset> assets = ducks();
    AssetPhotos photos = id -> assets.get(0).photos();
    // region opensearch
    OpenSearchConnection cluster = OpenSearchConnection.builder(address).build();
    StageContext alone = StageContext.standalone();
    OpenSearchAssetIndex index = OpenSearchAssetIndex.builder(cluster, "assets", embedder).build();
    index.create(alone);
    index.add(assets, alone);
    AssetRetriever retriever =
        OpenSearchAssetRetriever.builder(cluster, "assets", embedder, photos)
            .floor(0.5)
            .build(alone);
    // endregion
    assertThat(retriever.retrieve(request(1), alone).matches()).hasSize(1);
  }

  @Test
  void retrieve_diversity_leavesOutTwins() throws Exception {
    List<Asset> assets = new ArrayList<>(ducks());
    assets.add(asset("z", "a rubber duckling").build());
    OpenSearchAssetRetriever retriever = Library.retriever(address(), assets);

    assertThat(ids(retriever.retrieve(request(2), CONTEXT).matches()))
        .containsExactly("d00", "d01");
    assertThat(ids(retriever.retrieve(request(2).withDiversity(0.7), CONTEXT).matches()))
        .containsExactly("d00", "z");
  }

  @Test
  void add_twiceThenRemove_leavesNothingBehind() throws Exception {
    List<Asset> assets = List.of(asset("d", "a rubber duck").build());
    String name = Library.indexed(address(), assets);
    OpenSearchAssetIndex index = Library.index(address(), name);
    OpenSearchAssetRetriever before =
        Library.builder(address(), name, assets).floor(0).build(CONTEXT);

    assertThat(index.create(CONTEXT)).as("created anew").isFalse();
    assertThat(index.add(assets, CONTEXT)).isEqualTo(new IndexReport(1, Map.of()));
    assertThat(before.retrieve(request(9), CONTEXT).matches()).hasSize(1);
    index.remove(Set.of("d", "not there"), CONTEXT);
    assertThat(before.retrieve(request(9), CONTEXT).matches()).isEmpty();
    assertThat(Library.builder(address(), name, assets).floor(0).build(CONTEXT).identity())
        .isNotEqualTo(before.identity());
  }

  @Test
  void build_anotherModel_namesIndexModelAndRemedy() throws Exception {
    String name = Library.indexed(address(), List.of());
    Embedder other = new OtherModel();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                OpenSearchAssetRetriever.builder(
                        Library.connection(address()), name, other, id -> List.of())
                    .floor(0)
                    .build(CONTEXT))
        .withMessageContaining(name)
        .withMessageContaining("fake-embedder-1/256")
        .withMessageContaining("other/2")
        .withMessageContaining("index the assets anew");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                OpenSearchAssetIndex.builder(Library.connection(address()), name, other)
                    .build()
                    .create(CONTEXT));
  }

  @Test
  void build_missingIndex_saysHowToMakeIt() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Library.builder(address(), "nowhere", List.of()).floor(0).build(CONTEXT))
        .withMessageContaining("OpenSearchAssetIndex.create");
  }

  private static List<String> ids(List<AssetMatch> matches) {
    return matches.stream().map(match -> match.asset().id()).toList();
  }

  private static RetrieveRequest request(int limit) {
    return new RetrieveRequest(
        Fixtures.entity(EntityKind.PRODUCT, "a rubber duck"), limit, Set.of());
  }

  /** Forty equal ducks, apart in tags and attributes; one a tenant of forty has both. */
  private static List<Asset> ducks() {
    List<Asset> ducks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ducks.add(
          asset(String.format("d%02d", i), "a rubber duck")
              .tags(Set.of(i % 2 == 0 ? "Even" : "Odd", "Ente Ü"))
              .attributes(Map.of("tenant", "t" + i % 7, "market.name", i == 9 ? "a=b" : "b"))
              .heightCm(4 + i)
              .build());
    }
    return ducks;
  }

  private static Asset.Builder asset(String id, String description) {
    return Asset.builder(id, EntityKind.PRODUCT, Fixtures.library().get(0).photos())
        .description(description);
  }

  private static final class OtherModel implements Embedder {
    @Override
    public String model() {
      return "other";
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public boolean embedsImages() {
      return false;
    }

    @Override
    public List<Embedding> embed(EmbedRequest request, StageContext context) {
      return List.of();
    }
  }
}
