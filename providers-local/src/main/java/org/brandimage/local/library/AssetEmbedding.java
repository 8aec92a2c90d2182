package org.brandimage.local.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;

/**
 * Embeds assets: each text by itself, and the mean of the first {@value #MOST_PHOTOS} photos, since
 * several views of a thing say together what it is. Thread-safe if the embedders are.
 */
final class AssetEmbedding {
  private static final int MOST_PHOTOS = 4;

  private final EmbeddingSpaces spaces;

  /**
   * Embeds with these embedders.
   *
   * @param spaces the embedders
   */
  AssetEmbedding(EmbeddingSpaces spaces) {
    this.spaces = spaces;
  }

  /**
   * Embeds assets, their texts in one request.
   *
   * @param assets the assets, at least one
   * @param context what the calls are recorded on
   * @return one entry an asset, in order
   * @throws InterruptedException when cancelled
   */
  List<IndexedAsset> of(List<Asset> assets, StageContext context) throws InterruptedException {
    List<IndexedAsset.Embedded> texts = texts(assets, context);
    List<IndexedAsset> entries = new ArrayList<>();
    for (int i = 0; i < assets.size(); i++) {
      Asset asset = assets.get(i);
      entries.add(new IndexedAsset(asset, texts.get(i), pictures(asset, context)));
    }
    return entries;
  }

  /**
   * Embeds the texts of assets in one request.
   *
   * @param assets the assets, at least one
   * @param context what the call is recorded on
   * @return one entry an asset, in order
   * @throws InterruptedException when cancelled
   */
  List<IndexedAsset.Embedded> texts(List<Asset> assets, StageContext context)
      throws InterruptedException {
    List<String> texts = new ArrayList<>();
    assets.forEach(asset -> texts.addAll(IndexedAsset.texts(asset)));
    List<Embedding> embeddings =
        spaces.text().embed(EmbedRequest.ofTexts(texts, Purpose.INDEX), context);
    List<IndexedAsset.Embedded> entries = new ArrayList<>();
    int from = 0;
    for (Asset asset : assets) {
      int to = from + IndexedAsset.texts(asset).size();
      entries.add(IndexedAsset.Embedded.of(embeddings.subList(from, to), spaces.textCohort()));
      from = to;
    }
    return entries;
  }

  /**
   * Embeds what the photos of an asset show.
   *
   * @param asset the asset
   * @param context what the call is recorded on
   * @return one vector; none when pictures are not embedded
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.UnreadableImageException when a photo cannot be decoded
   */
  IndexedAsset.Embedded pictures(Asset asset, StageContext context) throws InterruptedException {
    Embedder content = spaces.content();
    if (content == null) {
      return IndexedAsset.Embedded.NONE;
    }
    List<ImageSource> photos =
        asset.photos().subList(0, Math.min(MOST_PHOTOS, asset.photos().size()));
    Embedding mean = mean(content.embed(EmbedRequest.ofImages(photos, Purpose.INDEX), context));
    return IndexedAsset.Embedded.of(
        List.of(mean), Objects.requireNonNull(spaces.contentCohort(), "content"));
  }

  private static Embedding mean(List<Embedding> views) {
    float[] sum = new float[views.get(0).dimension()];
    for (Embedding view : views) {
      float[] vector = view.toArray();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    return Embedding.of(sum);
  }
}
