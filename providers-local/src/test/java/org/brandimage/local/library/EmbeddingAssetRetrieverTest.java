package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingAssetRetrieverTest {
  private static final List<String> PRODUCTS =
      List.of(
          "shiny sneaker",
          "hiking boot",
          "leather handbag",
          "coffee mug",
          "glass bottle",
          "sofa",
          "duck toy",
          "can",
          "teapot",
          "table lamp");
  private static final List<String> PLACES =
      List.of(
          "urban street at sunset",
          "kitchen table",
          "living room wooden floor",
          "studio",
          "beach",
          "espresso on wooden table",
          "desert cactus at sunset");

  private static BgeSmallEmbedder embedder;
  private static EmbeddingAssetRetriever retriever;

  @BeforeAll
  static void index() throws InterruptedException {
    embedder = BgeSmallEmbedder.create();
    retriever = EmbeddingAssetRetriever.builder(embedder, library()).build();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @ParameterizedTest
  @CsvSource({
    "shoes, shiny sneaker",
    "red running shoes, shiny sneaker",
    "new handbag, leather handbag",
    "coffee cup, coffee mug",
    "mug with a handle, coffee mug",
    "rubber duck, duck toy",
    "couch, sofa",
    "perfume bottle, glass bottle",
    "soda can, can",
    "desk lamp, table lamp"
  })
  void retrieve_productInOtherWords_findsIt(String name, String expected) throws Exception {
    assertThat(found(EntityKind.PRODUCT, name)).first().isEqualTo(expected);
  }

  @Test
  void retrieve_shoe_findsTheFootwearAndNothingElse() throws Exception {
    assertThat(found(EntityKind.PRODUCT, "shoe")).isSubsetOf("shiny sneaker", "hiking boot");
    assertThat(found(EntityKind.PRODUCT, "shoe")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "urban street, urban street at sunset",
    "city street at night, urban street at sunset",
    "wooden floor of a living room, living room wooden floor",
    "sunny beach, beach",
    "desert, desert cactus at sunset",
    "photo studio, studio"
  })
  void retrieve_placeInOtherWords_findsIt(String name, String expected) throws Exception {
    assertThat(found(EntityKind.BACKGROUND, name)).first().isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bicycle",
        "laptop",
        "guitar",
        "coffee machine",
        "red bicycle",
        "t-shirt",
        "phone"
      })
  void retrieve_productThatIsNotThere_givesMissesOnly(String name) throws Exception {
    Retrieval retrieval = retrieve(retriever, EntityKind.PRODUCT, name);

    assertThat(retrieval.matches()).isEmpty();
    assertThat(retrieval.nearestMisses()).hasSize(5);
  }

  @Test
  void retrieve_bicycleInALibraryWithOneMug_givesNoMatch() throws Exception {
    EmbeddingAssetRetriever one =
        EmbeddingAssetRetriever.builder(
                embedder, List.of(asset(EntityKind.PRODUCT, "coffee mug", Set.of())))
            .build();

    assertThat(retrieve(one, EntityKind.PRODUCT, "bicycle").matches()).isEmpty();
    assertThat(retrieve(one, EntityKind.PRODUCT, "mug").matches()).hasSize(1);
    assertThat(retrieve(one, EntityKind.BACKGROUND, "beach").matches()).isEmpty();
    assertThat(retrieve(one, EntityKind.BACKGROUND, "beach").nearestMisses()).isEmpty();
  }

  @Test
  void retrieve_tag_isFoundLikeADescription() throws Exception {
    List<Asset> tagged =
        List.of(
            asset(EntityKind.PRODUCT, "SKU 4711", Set.of("trousers")),
            asset(EntityKind.PRODUCT, "SKU 4712", Set.of("kettle")));
    EmbeddingAssetRetriever both = EmbeddingAssetRetriever.builder(embedder, tagged).build();

    assertThat(retrieve(both, EntityKind.PRODUCT, "trousers").matches())
        .extracting(match -> match.asset().description())
        .containsExactly("SKU 4711");
  }

  @Test
  void retrieve_equalAssets_standInTheOrderOfTheirIds() throws Exception {
    Asset later = asset("b/mug", EntityKind.PRODUCT, "mug", Set.of());
    Asset earlier = asset("a/mug", EntityKind.PRODUCT, "mug", Set.of());
    EmbeddingAssetRetriever twins =
        EmbeddingAssetRetriever.builder(embedder, List.of(later, earlier)).build();

    assertThat(retrieve(twins, EntityKind.PRODUCT, "mug").matches())
        .extracting(match -> match.asset().id())
        .containsExactly("a/mug", "b/mug");
  }

  @Test
  void retrieve_excludedAsset_givesTheNextBest() throws Exception {
    RetrieveRequest request =
        new RetrieveRequest(
            entity(EntityKind.PRODUCT, "shoes"), 1, Set.of("product/shiny sneaker"));

    assertThat(retriever.retrieve(request, StageContext.standalone()).matches())
        .extracting(match -> match.asset().description())
        .containsExactly("hiking boot");
  }

  @Test
  void identity_otherLibraryOrSettings_differs() throws Exception {
    EmbeddingAssetRetriever same = EmbeddingAssetRetriever.builder(embedder, library()).build();
    EmbeddingAssetRetriever lower =
        EmbeddingAssetRetriever.builder(embedder, library()).floor(1).build();
    EmbeddingAssetRetriever fewer =
        EmbeddingAssetRetriever.builder(embedder, library().subList(0, 3)).build();

    assertThat(same.identity()).isEqualTo(retriever.identity());
    assertThat(lower.identity()).isNotEqualTo(retriever.identity());
    assertThat(fewer.identity()).isNotEqualTo(retriever.identity());
  }

  @Test
  void builder_wrongValues_areRefused() {
    EmbeddingAssetRetriever.Builder builder = EmbeddingAssetRetriever.builder(embedder, List.of());
    Asset mug = asset(EntityKind.PRODUCT, "mug", Set.of());

    assertThatThrownBy(() -> builder.floor(Double.NaN)).hasMessageContaining("floor");
    assertThatThrownBy(() -> builder.lexicalWeight(-1)).hasMessageContaining("lexicalWeight");
    assertThatThrownBy(() -> EmbeddingAssetRetriever.builder(embedder, List.of(mug, mug)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> found(EntityKind kind, String name) throws InterruptedException {
    return retrieve(retriever, kind, name).matches().stream()
        .map(AssetMatch::asset)
        .map(Asset::description)
        .toList();
  }

  private static Retrieval retrieve(EmbeddingAssetRetriever from, EntityKind kind, String name)
      throws InterruptedException {
    return from.retrieve(RetrieveRequest.of(entity(kind, name)), StageContext.standalone());
  }

  private static Entity entity(EntityKind kind, String name) {
    return new Entity(kind, name, name);
  }

  private static List<Asset> library() {
    List<Asset> assets = new ArrayList<>();
    PRODUCTS.forEach(name -> assets.add(asset(EntityKind.PRODUCT, name, Set.of())));
    PLACES.forEach(name -> assets.add(asset(EntityKind.BACKGROUND, name, Set.of())));
    return assets;
  }

  private static Asset asset(EntityKind kind, String description, Set<String> tags) {
    return asset(kind.label() + "/" + description, kind, description, tags);
  }

  private static Asset asset(String id, EntityKind kind, String description, Set<String> tags) {
    ImageSource photo = ImageSource.of(RasterImage.filled(new Size(1, 1), -1));
    return Asset.builder(id, kind, List.of(photo)).description(description).tags(tags).build();
  }
}
