package org.brandimage.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.local.language.OpenNlpDecomposer;
import org.brandimage.local.language.TopologyCaptioner;
import org.brandimage.local.language.UnansweredJudge;
import org.brandimage.local.library.EmbeddingAssetRetriever;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.plan.RealScalePlanner;
import org.brandimage.local.scenery.CompositingOutpainter;
import org.brandimage.local.vision.PictureEmbedder;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.ImageSimilarity;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.scene.SceneReader;
import org.jspecify.annotations.Nullable;

/**
 * The bundle of stages that run on one machine without an account: language rules for decomposing
 * and captioning, a sentence model for retrieval, real-world sizes for planning, compositing for
 * outpainting and photographic features for ranking. Thread-safe. Opening it loads the models and
 * embeds the library's descriptions once: about a second, and a few milliseconds a picture.
 *
 * <p>With a {@link ModelStore} it takes what is there: {@link
 * org.brandimage.local.vision.NimaRanker}'s aesthetic head, blended into {@link
 * org.brandimage.local.rank.PhotographicRanker}, {@link
 * org.brandimage.local.vision.IsnetCutoutMaker} for photos the alpha channel and a plain ground
 * cannot serve, {@link org.brandimage.local.vision.UnexpectedObjectCheck}, {@link
 * org.brandimage.local.scene.ModelSceneReader} in place of {@link
 * org.brandimage.scene.ClassicalSceneReader}, and the similarity of {@link
 * org.brandimage.local.vision.DinoSimilarity} or else {@link
 * org.brandimage.local.vision.EmbeddingSimilarity}. With a {@link PictureEmbedder}'s files assets
 * are found by what their pictures show too: those of an ingested library if it was ingested with
 * that model, those of a plain folder always, which embeds its pictures each time it is opened
 * (some 20 ms each beside decoding). What is missing is done without.
 */
public final class LocalStages implements StageBundle {
  private final Decomposer decomposer;
  private final AssetRetriever retriever;
  private final Captioner captioner = TopologyCaptioner.create();
  private final CompositionPlanner planner = RealScalePlanner.create();
  private final Outpainter outpainter = CompositingOutpainter.create();
  private final QualityJudge judge = UnansweredJudge.create();
  private final Embedder embedder;
  private final ModelStages models;
  private final @Nullable PictureEmbedder content;
  private final @Nullable BgeSmallEmbedder owned;

  private LocalStages(
      AssetRetriever retriever,
      Embedder embedder,
      ModelStages models,
      @Nullable PictureEmbedder content,
      @Nullable BgeSmallEmbedder owned) {
    this.decomposer = OpenNlpDecomposer.create();
    this.retriever = retriever;
    this.embedder = embedder;
    this.models = models;
    this.content = content;
    this.owned = owned;
  }

  /**
   * Opens the stages over a folder of pictures. Models and index are loaded with the first request.
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
    return builder(library).build();
  }

  /**
   * Opens the stages over a library with another embedder, such as one of a provider's.
   *
   * @param library the library
   * @param embedder embeds descriptions and queries; stays yours to close
   * @return the bundle, to be closed after its last use
   */
  public static LocalStages over(MediaLibrary library, Embedder embedder) {
    return builder(library).embedder(embedder).build();
  }

  /**
   * Starts a bundle with models or an embedder of yours.
   *
   * @param library the library
   * @return a builder
   */
  public static Builder builder(MediaLibrary library) {
    return new Builder(library);
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
    return Optional.of(models.ranker());
  }

  @Override
  public List<CutoutMaker> cutoutMakers() {
    return models.cutoutMakers();
  }

  @Override
  public List<GuidelineCheck> guidelineChecks() {
    return models.checks();
  }

  @Override
  public Optional<ImageSimilarity> imageSimilarity() {
    return Optional.ofNullable(models.similarity());
  }

  @Override
  public Optional<Embedder> embedder() {
    return Optional.of(embedder);
  }

  @Override
  public Optional<SceneReader> sceneReader() {
    return Optional.of(models.sceneReader());
  }

  @Override
  public void close() {
    close(models, content, owned);
  }

  private static void close(
      ModelStages models, @Nullable PictureEmbedder content, @Nullable BgeSmallEmbedder text) {
    models.close();
    if (content != null) {
      content.close();
    }
    if (text != null) {
      text.close();
    }
  }

  private static AssetRetriever index(
      MediaLibrary library, Embedder embedder, @Nullable PictureEmbedder content, boolean lazily) {
    try {
      EmbeddingAssetRetriever.Builder builder = EmbeddingAssetRetriever.builder(embedder, library);
      if (content != null) {
        builder.content(content);
      }
      // An embedder of the caller's may cost money, which no run should pay for all others.
      return lazily ? builder.buildLazily() : builder.build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunCancelledException("opening the library was interrupted");
    }
  }

  /** Builds {@link LocalStages}. Not thread-safe. */
  public static final class Builder {
    private final MediaLibrary library;
    private @Nullable Embedder embedder;
    private @Nullable ModelStore store;

    private Builder(MediaLibrary library) {
      this.library = Objects.requireNonNull(library, "library");
    }

    /**
     * Sets an embedder instead of the bundled sentence model.
     *
     * @param embedder embeds descriptions and queries; stays yours to close
     * @return this
     */
    public Builder embedder(Embedder embedder) {
      this.embedder = Objects.requireNonNull(embedder, "embedder");
      return this;
    }

    /**
     * Sets where model files lie; those that are there are used.
     *
     * @param store the store
     * @return this
     */
    public Builder models(ModelStore store) {
      this.store = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * Loads models and embeds the library's descriptions.
     *
     * @return the bundle, to be closed after its last use
     * @throws org.brandimage.spi.error.InvalidInputException when a model's file is there but
     *     cannot be used
     * @throws RunCancelledException when interrupted; the thread's interrupt flag is set again
     */
    public LocalStages build() {
      ModelStages models = ModelStages.open(store);
      BgeSmallEmbedder owned = null;
      PictureEmbedder content = null;
      try {
        owned = embedder == null ? BgeSmallEmbedder.create() : null;
        Embedder used = owned == null ? Objects.requireNonNull(embedder) : owned;
        content = content(used);
        return new LocalStages(
            index(library, used, content, owned != null), used, models, content, owned);
      } catch (RuntimeException e) {
        LocalStages.close(models, content, owned);
        throw e;
      }
    }

    /**
     * Pictures of an ingested library are searched by the model they were ingested with, when its
     * files are there; those of a plain folder by the best there is.
     */
    private @Nullable PictureEmbedder content(Embedder text) {
      if (store == null) {
        return null;
      }
      ModelStore models = store;
      return library
          .contentModel()
          .map(model -> PictureEmbedder.open(models, text, model))
          .orElseGet(() -> PictureEmbedder.open(models, text))
          .orElse(null);
    }
  }
}
