package org.brandimage.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.execution.ContextPropagation;
import org.brandimage.pipeline.execution.WorkQueue;
import org.brandimage.quality.GuidelineSet;
import org.brandimage.quality.MeasuredChecks;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.scene.SceneReader;
import org.jspecify.annotations.Nullable;

/**
 * A builder of {@link BrandImagePipeline}. Not thread-safe.
 *
 * <ul>
 *   <li>A stage that is set explicitly has precedence; then the language model that is set
 *       explicitly; then the bundles in the order given, each with its own stage or else a stage
 *       that prompts its language model. So {@code stages(bedrock).stages(local)} uses Bedrock's
 *       model where it can, and the stages of the local bundle that Bedrock lacks. A stage that is
 *       still missing is an error at {@link #build()}.
 *   <li>Each stage may be set once. Methods whose name starts with "add", and {@link #stages}, add
 *       to earlier values; all others replace them.
 *   <li>Cut-outs need no stage. The makers set here are tried first, then those of the bundles;
 *       then the library itself cuts out photos that have an alpha channel or a uniform studio
 *       background.
 *   <li>The guideline checks of the bundles are added to those set here.
 *   <li>The pipeline does not close the objects that it is given.
 * </ul>
 */
public final class PipelineBuilder {
  private final List<StageBundle> bundles = new ArrayList<>();
  private final List<CutoutMaker> cutoutMakers = new ArrayList<>();
  private List<GuidelineCheck> checks = MeasuredChecks.baseline();
  private final List<PipelineListener> listeners = new ArrayList<>();
  private @Nullable Decomposer decomposer;
  private @Nullable AssetRetriever retriever;
  private @Nullable Captioner captioner;
  private @Nullable CompositionPlanner planner;
  private @Nullable Outpainter outpainter;
  private @Nullable QualityJudge judge;
  private @Nullable Ranker ranker;
  private @Nullable Ranker fallbackRanker;
  private @Nullable Refiner refiner;
  private @Nullable SceneReader sceneReader;
  private @Nullable LanguageModel model;
  private GuidelineSet guidelines = GuidelineSet.baseline();
  private PipelineOptions options = PipelineOptions.defaults();
  private ResultStore resultStore = ResultStore.inMemory();
  private InstantSource clock = InstantSource.system();
  private ContextPropagation contextPropagation = ContextPropagation.mdc();
  private @Nullable Executor executor;
  private Duration grace = WorkQueue.GRACE;

  PipelineBuilder() {}

  /**
   * Adds a bundle, whose stages are used where none is set explicitly.
   *
   * @param bundle stages and models; the caller closes it
   * @return this
   */
  public PipelineBuilder stages(StageBundle bundle) {
    bundles.add(Objects.requireNonNull(bundle, "bundle"));
    return this;
  }

  /**
   * Sets the decomposer.
   *
   * @param decomposer stage 1 of a run
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder decomposer(Decomposer decomposer) {
    this.decomposer = once("decomposer", this.decomposer, decomposer);
    return this;
  }

  /**
   * Sets the asset retriever.
   *
   * @param retriever stage 2 of a run
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder assetRetriever(AssetRetriever retriever) {
    this.retriever = once("assetRetriever", this.retriever, retriever);
    return this;
  }

  /**
   * Adds a cut-out maker.
   *
   * @param maker tried after the makers added before
   * @return this
   */
  public PipelineBuilder addCutoutMaker(CutoutMaker maker) {
    cutoutMakers.add(Objects.requireNonNull(maker, "maker"));
    return this;
  }

  /**
   * Sets the captioner.
   *
   * @param captioner stage 3 of a run
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder captioner(Captioner captioner) {
    this.captioner = once("captioner", this.captioner, captioner);
    return this;
  }

  /**
   * Sets the composition planner.
   *
   * @param planner stage 4 of a run
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder compositionPlanner(CompositionPlanner planner) {
    this.planner = once("compositionPlanner", this.planner, planner);
    return this;
  }

  /**
   * Sets the outpainter.
   *
   * @param outpainter stage 5 of a run
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder outpainter(Outpainter outpainter) {
    this.outpainter = once("outpainter", this.outpainter, outpainter);
    return this;
  }

  /**
   * Sets the guideline checks, in place of those set before.
   *
   * @param checks the checks; an empty list to measure nothing; {@link MeasuredChecks#baseline()}
   *     by default
   * @return this
   */
  public PipelineBuilder guidelineChecks(List<GuidelineCheck> checks) {
    this.checks = List.copyOf(checks);
    return this;
  }

  /**
   * Adds a guideline check to those set, or to those of {@link MeasuredChecks#baseline()}.
   *
   * @param check the check
   * @return this
   */
  public PipelineBuilder addGuidelineCheck(GuidelineCheck check) {
    List<GuidelineCheck> more = new ArrayList<>(checks);
    more.add(Objects.requireNonNull(check, "check"));
    this.checks = List.copyOf(more);
    return this;
  }

  /**
   * Sets the quality judge.
   *
   * @param judge stage 6 of a run
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder qualityJudge(QualityJudge judge) {
    this.judge = once("qualityJudge", this.judge, judge);
    return this;
  }

  /**
   * Sets the ranker.
   *
   * @param ranker stage 7 of a run
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder ranker(Ranker ranker) {
    this.ranker = once("ranker", this.ranker, ranker);
    return this;
  }

  /**
   * Sets the ranker that is used when the ranker of stage 7 fails, so that pictures already paid
   * for are not lost. The result then has a warning. The default is the first ranker of the bundles
   * that is not the one of stage 7; if there is none, pictures are ordered by id without scores.
   *
   * @param ranker the ranker; it should not depend on a service that can fail
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder fallbackRanker(Ranker ranker) {
    this.fallbackRanker = once("fallbackRanker", this.fallbackRanker, ranker);
    return this;
  }

  /**
   * Sets the guidelines that apply in addition to the brand's.
   *
   * @param guidelines the guidelines; {@link GuidelineSet#baseline()} by default
   * @return this
   */
  public PipelineBuilder guidelines(GuidelineSet guidelines) {
    this.guidelines = Objects.requireNonNull(guidelines, "guidelines");
    return this;
  }

  /**
   * Sets the refiner, which decides how a further round differs.
   *
   * @param refiner the refiner; a refiner by rules when none is set and no bundle has one
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder refiner(Refiner refiner) {
    this.refiner = once("refiner", this.refiner, refiner);
    return this;
  }

  /**
   * Sets the language model for decompose, caption, plan, judge and refine, which has precedence
   * over all bundles.
   *
   * @param model a model that accepts pictures; the caller closes it
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder languageModel(LanguageModel model) {
    this.model = once("languageModel", this.model, model);
    return this;
  }

  /**
   * Sets the reader of background photos, with which products stand on free ground at their real
   * size.
   *
   * @param reader that of the bundles by default, and none when they have none
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder sceneReader(SceneReader reader) {
    this.sceneReader = once("sceneReader", this.sceneReader, reader);
    return this;
  }

  /**
   * Sets the options of the pipeline.
   *
   * @param options threads, limits and policy; {@link PipelineOptions#defaults()} by default
   * @return this
   */
  public PipelineBuilder options(PipelineOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    return this;
  }

  /**
   * Adds a listener.
   *
   * @param listener receives every event of every run
   * @return this
   */
  public PipelineBuilder addListener(PipelineListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Sets the store in which paid results are kept.
   *
   * @param store the store, which the caller closes; a store on the heap by default
   * @return this
   */
  public PipelineBuilder resultStore(ResultStore store) {
    this.resultStore = Objects.requireNonNull(store, "store");
    return this;
  }

  /**
   * Sets the clock that gives the times in provenance.
   *
   * @param clock the clock; the system's by default
   * @return this
   */
  public PipelineBuilder clock(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets the propagation of the caller's context to the threads of the stages.
   *
   * @param propagation called on the thread that asks for a run; carries log fields (MDC) by
   *     default
   * @return this
   */
  public PipelineBuilder contextPropagation(ContextPropagation propagation) {
    this.contextPropagation = Objects.requireNonNull(propagation, "propagation");
    return this;
  }

  /**
   * Sets the executor that does the stages' work in place of the pipeline's own threads, such as an
   * executor of virtual threads. It gets at most {@link PipelineOptions#threads()} pieces of work
   * at once. The runs themselves, which mostly wait, stay on threads of the pipeline.
   *
   * @param executor must run tasks on other threads than the one that submits them; the caller
   *     closes it after the pipeline
   * @return this
   */
  public PipelineBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /** Sets how long cancelled work may take to end before its thread is replaced. */
  PipelineBuilder grace(Duration grace) {
    this.grace = grace;
    return this;
  }

  /**
   * Builds the pipeline.
   *
   * @return a pipeline to close when it is no longer needed
   * @throws org.brandimage.spi.error.PipelineConfigurationException when a stage is missing, or a
   *     budget in money is set and a model has no known price
   */
  public BrandImagePipeline build() {
    StageChoice choice = new StageChoice(bundles, model);
    Outpainter painter = choice.of("outpainter", outpainter, StageBundle::outpainter);
    Ranker first = choice.of("ranker", ranker, StageBundle::ranker);
    Stages stages =
        new Stages(
            choice.of("decomposer", decomposer, StageBundle::decomposer),
            choice.of("assetRetriever", retriever, StageBundle::assetRetriever),
            choice.cutoutMakers(cutoutMakers),
            choice.of("captioner", captioner, StageBundle::captioner),
            choice.of("compositionPlanner", planner, StageBundle::compositionPlanner),
            painter,
            choice.checks(checks),
            guidelines.forOutpainter(StageIdentity.of(painter)),
            choice.of("qualityJudge", judge, StageBundle::qualityJudge),
            first,
            choice.fallbackRanker(fallbackRanker, first),
            choice.refiner(refiner),
            choice.contactSheetScorer(options.rounds()),
            choice.sceneReader(sceneReader));
    PriceCheck.require(options, stages, bundles, model);
    return new BrandImagePipeline(
        stages,
        new PipelineSettings(
            options, listeners, resultStore, clock, contextPropagation, executor, grace));
  }

  private static <T> T once(String name, @Nullable T before, T value) {
    if (before != null) {
      throw new IllegalStateException(name + " was set before");
    }
    return Objects.requireNonNull(value, name);
  }
}
