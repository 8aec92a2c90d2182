package org.brandimage.opensearch;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.opensearch.OpenSearchAssetIndex.Content;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;

/** Embeds assets and queries, one vector each. Thread-safe if the embedder is. */
final class AssetVectors {
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_PHOTOS = 4;

  private final Embedder embedder;
  private final Content content;

  AssetVectors(Embedder embedder, Content content) {
    this.embedder = embedder;
    this.content = content;
  }

  List<Embedding> of(List<Asset> assets, StageContext context) throws InterruptedException {
    if (content == Content.DESCRIPTION) {
      List<String> texts = assets.stream().map(AssetVectors::text).toList();
      return embedded(EmbedRequest.ofTexts(texts, Purpose.INDEX), context);
    }
    List<Embedding> means = new ArrayList<>();
    for (Asset asset : assets) {
      int most = Math.min(MOST_PHOTOS, asset.photos().size());
      EmbedRequest request = EmbedRequest.ofImages(asset.photos().subList(0, most), Purpose.INDEX);
      means.add(mean(embedded(request, context)));
    }
    return means;
  }

  Embedding ofQuery(String text, StageContext context) throws InterruptedException {
    return embedded(EmbedRequest.ofTexts(List.of(cut(text)), Purpose.QUERY), context).get(0);
  }

  private List<Embedding> embedded(EmbedRequest request, StageContext context)
      throws InterruptedException {
    List<Embedding> embeddings = embedder.embed(request, context);
    boolean fits =
        embeddings.size() == request.count()
            && embeddings.stream().allMatch(one -> one.dimension() == embedder.dimension());
    if (!fits) {
      throw new UnsupportedInputException(
          "embedder "
              + embedder.model()
              + " must give "
              + request.count()
              + " vectors of "
              + embedder.dimension()
              + " values - mend it or use another");
    }
    return embeddings;
  }

  /** Returns what an asset is found by; the last folder or file name with letters says most. */
  private static String text(Asset asset) {
    if (!asset.description().isBlank()) {
      return cut(asset.description());
    }
    String words = asset.id().replaceAll("/[^\\p{L}]*$", "").replaceAll("^.*/", "");
    String clean = words.replaceAll("[^\\p{L}\\p{M}\\p{N}']+", " ").strip();
    return cut(clean.isEmpty() ? asset.id() : clean);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
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
