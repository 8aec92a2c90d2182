package org.brandimage.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.testkit.fake.FakeEmbedder;

/** Puts assets into a new index of a server and makes retrievers over it. */
final class Library {
  /** Tells words apart with the embedder of letter triples. */
  static final double FLOOR = 0.5;

  static final Embedder EMBEDDER = new FakeEmbedder();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Library() {}

  static OpenSearchConnection connection(URI address) {
    return OpenSearchConnection.builder(address).timeout(Duration.ofSeconds(30)).build();
  }

  static OpenSearchAssetRetriever retriever(URI address, List<Asset> assets)
      throws InterruptedException {
    return builder(address, indexed(address, assets), assets)
        .floor(FLOOR)
        .build(StageContext.standalone());
  }

  static String indexed(URI address, List<Asset> assets) throws InterruptedException {
    String name = "assets-" + COUNT.incrementAndGet();
    OpenSearchAssetIndex index = index(address, name);
    index.create(StageContext.standalone());
    index.add(assets, StageContext.standalone());
    return name;
  }

  static OpenSearchAssetIndex index(URI address, String name) {
    return OpenSearchAssetIndex.builder(connection(address), name, EMBEDDER)
        .replicas(0)
        .batch(4)
        .build();
  }

  static OpenSearchAssetRetriever.Builder builder(URI address, String name, List<Asset> assets) {
    Map<String, List<ImageSource>> photos =
        assets.stream().collect(Collectors.toMap(Asset::id, Asset::photos));
    return OpenSearchAssetRetriever.builder(
        connection(address), name, EMBEDDER, id -> photos.getOrDefault(id, List.of()));
  }
}
