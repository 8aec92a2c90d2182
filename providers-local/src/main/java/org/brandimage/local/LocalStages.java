package org.brandimage.local;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.jspecify.annotations.Nullable;

/**
 * The bundle of stages that run on one machine without an account: language rules for decomposing
 * and captioning, a sentence model for retrieval, real-world sizes for planning, compositing for
 * outpainting and photographic features for ranking. Thread-safe. Opening it loads the models and
 * embeds the library's descriptions once: about a second, and a few milliseconds a picture.
 */
public final class LocalStages implements StageBundle {
  private final Decomposer decomposer;
  private final AssetRetriever retriever;
  private final Captioner captioner = TopologyCaptioner.create();
  private final CompositionPlanner planner = RealScalePlanner.create();
  private final Outpainter outpainter = CompositingOutpainter.create();
  private final QualityJudge judge = MeasuredOnlyJudge.create();
  private final Ranker ranker = PhotographicRanker.create();
  private final Embedder embedder;
  private final @Nullable BgeSmallEmbedder owned;

  private LocalStages(AssetRetriever retriever, Embedder embedder, boolean ownsEmbedder) {
    this.decomposer = OpenNlpDecomposer.create();
    this.retriever = retriever;
    this.embedder = embedder;
    this.owned = ownsEmbedder ? (BgeSmallEmbedder) embedder : null;
  }

  /**
   * Opens the stages over a folder of pictures.
   *
   * @param library the folder; see {@link MediaLibrary}
   * @return the bundle, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when the folder cannot be used
   * @throws RunCancelledException when interrupted; the thread's interrupt flag is set again
   */
  public static LocalStages open(Path library) {
    return over(MediaLibrary.open(library));
  }

  /**
   * Opens the stages over a library.
   *
   * @param library the library
   * @return the bundle, to be closed after its last use
   */
  public static LocalStages over(MediaLibrary library) {
    Objects.requireNonNull(library, "library");
    BgeSmallEmbedder embedder = BgeSmallEmbedder.create();
    try {
      return new LocalStages(index(library, embedder), embedder, true);
    } catch (RuntimeException e) {
      embedder.close();
      throw e;
    }
  }

  /**
   * Opens the stages over a library with another embedder, such as one of a provider's.
   *
   * @param library the library
   * @param embedder embeds descriptions and queries; stays yours to close
   * @return the bundle, to be closed after its last use
   */
  public static LocalStages over(MediaLibrary library, Embedder embedder) {
    Objects.requireNonNull(embedder, "embedder");
    return new LocalStages(
        index(Objects.requireNonNull(library, "library"), embedder), embedder, false);
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Optional<Decomposer> decomposer() {
    return Optional.of(decomposer);
  }

  @Override
  public Optional<AssetRetriever> assetRetriever() {
    return Optional.of(retriever);
  }

  @Override
  public Optional<Captioner> captioner() {
    return Optional.of(captioner);
  }

  @Override
  public Optional<CompositionPlanner> compositionPlanner() {
    return Optional.of(planner);
  }

  @Override
  public Optional<Outpainter> outpainter() {
    return Optional.of(outpainter);
  }

  @Override
  public Optional<QualityJudge> qualityJudge() {
    return Optional.of(judge);
  }

  @Override
  public Optional<Ranker> ranker() {
    return Optional.of(ranker);
  }

  @Override
  public Optional<Embedder> embedder() {
    return Optional.of(embedder);
  }

  @Override
  public void close() {
    if (owned != null) {
      owned.close();
    }
  }

  private static AssetRetriever index(MediaLibrary library, Embedder embedder) {
    try {
      return EmbeddingAssetRetriever.create(embedder, library);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunCancelledException("opening the library was interrupted");
    }
  }
}
