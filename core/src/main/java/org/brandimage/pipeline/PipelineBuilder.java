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
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link BrandImagePipeline}. Not thread-safe.
 *
 * <ul>
 *   <li>A stage set explicitly wins; then the language model set explicitly; then the bundles in
 *       the order given, each with its own stage, else with a stage prompted over its language
 *       model. So {@code stages(bedrock).stages(local)} thinks with Bedrock's model and takes from
 *       the local bundle what Bedrock cannot serve. A stage that is still missing is an error at
 *       {@link #build()}.
 *   <li>Each stage may be set once. What starts with "add", and {@link #stages}, adds; all else
 *       replaces.
 *   <li>Cut-outs need no stage: photos with an alpha channel and on uniform studio ground are cut
 *       by the library itself, after the makers set here and those of the bundles.
 *   <li>The measured guidelines of the bundles are added to those set here.
 *   <li>The pipeline closes nothing that is given to it.
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
   * Adds a bundle that fills what is not set explicitly.
   *
   * @param bundle stages and ports; stays yours to close
   * @return this
   */
  public PipelineBuilder stages(StageBundle bundle) {
    bundles.add(Objects.requireNonNull(bundle, "bundle"));
    return this;
  }

  /**
   * Sets stage 1.
   *
   * @param decomposer the stage
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder decomposer(Decomposer decomposer) {
    this.decomposer = once("decomposer", this.decomposer, decomposer);
    return this;
  }

  /**
   * Sets stage 2.
   *
   * @param retriever the stage
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder assetRetriever(AssetRetriever retriever) {
    this.retriever = once("assetRetriever", this.retriever, retriever);
    return this;
  }

  /**
   * Adds a way to cut products out; several are tried in the order given.
   *
   * @param maker the maker
   * @return this
   */
  public PipelineBuilder addCutoutMaker(CutoutMaker maker) {
    cutoutMakers.add(Objects.requireNonNull(maker, "maker"));
    return this;
  }

  /**
   * Sets stage 3.
   *
   * @param captioner the stage
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder captioner(Captioner captioner) {
    this.captioner = once("captioner", this.captioner, captioner);
    return this;
  }

  /**
   * Sets stage 4.
   *
   * @param planner the stage
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder compositionPlanner(CompositionPlanner planner) {
    this.planner = once("compositionPlanner", this.planner, planner);
    return this;
  }

  /**
   * Sets stage 5.
   *
   * @param outpainter the stage
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder outpainter(Outpainter outpainter) {
    this.outpainter = once("outpainter", this.outpainter, outpainter);
    return this;
  }

  /**
   * Sets the measured guidelines in place of those before; {@link MeasuredChecks#baseline()} by
   * default.
   *
   * @param checks the checks; none to measure nothing
   * @return this
   */
  public PipelineBuilder guidelineChecks(List<GuidelineCheck> checks) {
    this.checks = List.copyOf(checks);
    return this;
  }

  /**
   * Adds a measured guideline to those set, or to those of {@link MeasuredChecks#baseline()}.
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
   * Sets stage 6.
   *
   * @param judge the stage
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder qualityJudge(QualityJudge judge) {
    this.judge = once("qualityJudge", this.judge, judge);
    return this;
  }

  /**
   * Sets stage 7.
   *
   * @param ranker the stage
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder ranker(Ranker ranker) {
    this.ranker = once("ranker", this.ranker, ranker);
    return this;
  }

  /**
   * Sets what ranks when stage 7 fails, so that pictures already paid for are not lost; the result
   * then has a warning. By default the first ranker of the bundles that is not stage 7; with no
   * such ranker, pictures are ordered by id without scores.
   *
   * @param ranker the ranker; it should depend on nothing that fails
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder fallbackRanker(Ranker ranker) {
    this.fallbackRanker = once("fallbackRanker", this.fallbackRanker, ranker);
    return this;
  }

  /**
   * Sets the guidelines besides the brand's; those of {@link GuidelineSet#baseline()} by default.
   *
   * @param guidelines the guidelines
   * @return this
   */
  public PipelineBuilder guidelines(GuidelineSet guidelines) {
    this.guidelines = Objects.requireNonNull(guidelines, "guidelines");
    return this;
  }

  /**
   * Sets what says how a further round differs; by rules when no bundle has a way to tell.
   *
   * @param refiner the stage
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder refiner(Refiner refiner) {
    this.refiner = once("refiner", this.refiner, refiner);
    return this;
  }

  /**
   * Sets the language model that serves the stages it can serve, before any bundle: decompose,
   * caption, plan, judge and refine.
   *
   * @param model looks at pictures; stays yours
   * @return this
   * @throws IllegalStateException when it was set before
   */
  public PipelineBuilder languageModel(LanguageModel model) {
    this.model = once("languageModel", this.model, model);
    return this;
  }

  /**
   * Sets how the pipeline runs.
   *
   * @param options the options
   * @return this
   */
  public PipelineBuilder options(PipelineOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    return this;
  }

  /**
   * Adds a listener.
   *
   * @param listener hears every event of every run
   * @return this
   */
  public PipelineBuilder addListener(PipelineListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Sets where paid results are kept; on the heap by default.
   *
   * @param store the store; stays yours
   * @return this
   */
  public PipelineBuilder resultStore(ResultStore store) {
    this.resultStore = Objects.requireNonNull(store, "store");
    return this;
  }

  /**
   * Sets the clock of provenance; the system's by default.
   *
   * @param clock the clock
   * @return this
   */
  public PipelineBuilder clock(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets what carries the caller's context to the stages; log fields (MDC) by default.
   *
   * @param propagation called on the thread that asks for a run
   * @return this
   */
  public PipelineBuilder contextPropagation(ContextPropagation propagation) {
    this.contextPropagation = Objects.requireNonNull(propagation, "propagation");
    return this;
  }

  /**
   * Sets what runs the stages' work in place of the pipeline's own threads, such as an executor of
   * virtual threads. At most {@link PipelineOptions#threads()} pieces of work are given to it at
   * once. The runs themselves, which mostly wait, stay on threads of the pipeline.
   *
   * @param executor must run tasks on other threads than the one that gives them; stays yours, to
   *     close after the pipeline
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
   *     budget in money meets a model without a known price
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
            choice.contactSheetScorer(options.rounds()));
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
