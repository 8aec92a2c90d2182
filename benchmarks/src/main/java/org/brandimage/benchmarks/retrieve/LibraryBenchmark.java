package org.brandimage.benchmarks.retrieve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.brandimage.local.library.EmbeddingAssetRetriever;
import org.brandimage.local.library.LibraryIngest;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An ingested library of many products, two vectors each (description and name): what it takes to
 * open it, to search it first and later, and the heap. Descriptions are {@link ProductPhrases};
 * their embedder is {@link HashedWordEmbedder}, so figures hold what the library does and no model.
 * The library is made in a folder the first time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Timeout(time = 1, timeUnit = TimeUnit.HOURS)
@SuppressWarnings("NullAway.Init") // The harness calls setUp before anything else.
public class LibraryBenchmark {
  private static final int QUERIES = 50;
  private static final int BRANDS = 100;

  /** How many assets. */
  @Param("1000000")
  public int assets;

  /** The folder the library is kept in; its name is followed by the number of assets. */
  @Param("target/library")
  public String folder;

  private final HashedWordEmbedder embedder = new HashedWordEmbedder();
  private Path library;
  private List<String> queries;

  /** For the benchmark runner. */
  public LibraryBenchmark() {}

  /** Makes the library where it is not there, and checks that it holds every asset. */
  @Setup
  public void setUp() throws IOException, InterruptedException {
    library = Path.of(folder + "-" + assets);
    if (!Files.exists(library)) {
      long start = System.nanoTime();
      LibraryIngest.builder(library, embedder)
          .build()
          .assets(products(), StageContext.standalone());
      System.out.println("ingested in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    }
    int there = MediaLibrary.open(library).assets().size();
    if (there != assets) {
      throw new IllegalStateException(library + " holds " + there + " assets; remove it");
    }
    queries = ProductPhrases.of(QUERIES, 2);
  }

  private Iterator<Asset> products() {
    ImageSource photo = ImageSource.of(RasterImage.filled(new Size(2, 2), 0xFF336699));
    List<String> phrases = ProductPhrases.of(assets, 1);
    return IntStream.range(0, assets)
        .mapToObj(
            i ->
                Asset.builder("item " + i, EntityKind.PRODUCT, List.of(photo))
                    .description(phrases.get(i))
                    .attributes(Map.of("brand", "brand-" + i % BRANDS))
                    .build())
        .iterator();
  }

  /** Opens the library and searches it. */
  @Benchmark
  public void open(OpenedLibrary figures) throws Exception {
    figures.shots = 1;
    Opened opened = new Opened();
    Cost opening = Cost.of(() -> opened.retriever = retriever());
    Cost first = Cost.of(() -> opened.search(queries.get(0), AssetFilter.NONE));
    figures.openSeconds = opening.cpuSeconds;
    figures.firstSearchSeconds = first.cpuSeconds;
    figures.heapMebibytes = opening.heapMebibytes + first.heapMebibytes;
    figures.searchMillis = millis(opened, AssetFilter.NONE);
    figures.filteredSearchMillis = millis(opened, AssetFilter.attribute("brand", "brand-7"));
    try (Stream<Path> files = Files.walk(library.toRealPath())) {
      figures.diskMebibytes = files.mapToLong(file -> file.toFile().length()).sum() / 1048576.0;
    }
  }

  private EmbeddingAssetRetriever retriever() throws InterruptedException {
    return EmbeddingAssetRetriever.builder(embedder, MediaLibrary.open(library)).build();
  }

  private double millis(Opened opened, AssetFilter filter) throws Exception {
    Callable<?> all =
        () -> {
          for (String query : queries) {
            opened.search(query, filter);
          }
          return opened;
        };
    return Cost.of(all).cpuSeconds * 1000 / queries.size();
  }

  /** A retriever over the library. */
  private static final class Opened {
    private EmbeddingAssetRetriever retriever;

    private Retrieval search(String phrase, AssetFilter filter) throws InterruptedException {
      Entity entity = new Entity(EntityKind.PRODUCT, phrase.replaceFirst("^an? ", ""), phrase);
      Retrieval found =
          retriever.retrieve(
              RetrieveRequest.of(entity).withFilter(filter), StageContext.standalone());
      if (found.matches().isEmpty() && found.nearestMisses().isEmpty()) {
        throw new IllegalStateException("nothing found for " + phrase);
      }
      return found;
    }
  }
}
