package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.brandimage.pipeline.candidate.CandidateTracker;
import org.brandimage.pipeline.candidate.Composite;
import org.brandimage.pipeline.candidate.JudgedImage;
import org.brandimage.pipeline.candidate.JudgedPool;
import org.brandimage.pipeline.candidate.OutpaintedCandidate;
import org.brandimage.pipeline.candidate.PlannedScene;
import org.brandimage.pipeline.candidate.Tracked;
import org.brandimage.pipeline.execution.PaidCalls;
import org.brandimage.pipeline.execution.RunState;
import org.brandimage.pipeline.execution.StageOutcome;
import org.brandimage.pipeline.execution.StageRunner;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.quality.PolicyDecision;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/**
 * One run of a brief. {@link #execute()} is the loop over rounds, and {@link #produce(Round)} the
 * one place where the order of the stages stands; the methods below them do the steps in that
 * order. What a round does differently is in its {@link Round#notes}.
 */
final class PipelineRun {
  private final Stages stages;
  private final PipelineOptions options;
  private final CampaignBrief brief;
  private final RunRequest request;
  private final RunState state;
  private final StageRunner runner;
  private final StageCalls calls;
  private final RunReport report;
  private final CandidateTracker tracker;
  private final EffectiveGuidelines guidelines;
  private final Inspection inspection;
  private final Preselection preselection;
  private final Rounds rounds;
  private final RoundLog log;
  private String ending = "";

  PipelineRun(Stages stages, PipelineOptions options, RunRequest request, RunServices services) {
    this.stages = stages;
    this.options = options;
    this.request = request;
    this.brief = request.brief();
    this.state = services.state();
    this.runner = new StageRunner(state, services.events(), services.queue());
    this.report = new RunReport(stages, brief, services);
    boolean severalRounds = options.rounds().most() > 1;
    PaidCalls paid =
        new PaidCalls(services.store(), state, brief.tenant(), severalRounds, report::warn);
    this.calls = new StageCalls(stages, paid, state, brief.seed());
    this.tracker = new CandidateTracker(state.run(), services.events());
    this.guidelines = new EffectiveGuidelines(stages, brief.brandKit(), options.policy());
    this.inspection =
        new Inspection(guidelines, brief.brandKit(), options.restoreMode(), state.work());
    this.preselection = new Preselection(options, request, inspection, calls, report::warn);
    this.rounds = new Rounds(options, brief);
    this.log = new RoundLog(request);
  }

  RunResult execute() throws InterruptedException {
    Round round = first();
    JudgedPool pool = new JudgedPool(tracker);
    pool.addFirst(produce(round));
    if (pool.images().isEmpty()) {
      tracker.requireRejection();
    }
    CanvasDecisions decisions = select(pool.images());
    Optional<Round> next = next(round, pool.images(), decisions.merged());
    while (next.isPresent()) {
      round = next.get();
      pool.add(produceLater(round));
      decisions = select(pool.images());
      next = next(round, pool.images(), decisions.merged());
    }
    Map<CanvasSize, Ranking> rankings =
        new FinalRanking(brief, calls, runner, report).of(pool.images(), decisions.merged());
    pool.images().forEach(JudgedImage::release);
    return report.assemble(
        pool.images(), decisions, rankings, tracker, runner.timings(), history(round));
  }

  /** Takes the brief once through the stages that make and judge pictures. */
  private List<JudgedImage> produce(Round round) throws InterruptedException {
    SceneAssembler assembler = new SceneAssembler(brief, round);
    Decomposition parts = decompose(round);
    List<Retrieval> found = retrieve(assembler.entitiesToRetrieve(parts), round);
    List<Scene> assembled = assembler.scenes(parts, found);
    SceneReading reading = new SceneReading(stages, options, runner, calls, report);
    List<ProductCutouts> products = cutOut(assembled.get(0));
    List<Scene> scenes =
        new BackgroundChoice(brief, options.scenesPerBrief(), reading, report, products)
            .choose(assembled, found);
    List<Caption> captions = caption(scenes, round);
    List<PlannedScene> planned = plan(scenes, captions, products, round, reading);
    report.round(scenes, captions, found, planned);
    try {
      List<Composite> composites = compose(planned);
      List<Composite> selected = preselect(composites, round);
      List<OutpaintedCandidate> pictures = outpaint(selected, round);
      List<JudgedImage> measured = restoreAndMeasure(pictures);
      return judge(measured);
    } finally {
      planned.forEach(scene -> scene.compositor().release());
    }
  }

  /** A later round that fails ends the rounds, not the run: what the earlier ones made is kept. */
  private List<JudgedImage> produceLater(Round round) throws InterruptedException {
    try {
      return produce(round);
    } catch (RunCancelledException | StageTimeoutException | ResultStoreException e) {
      throw e;
    } catch (BrandImageException e) {
      ending = "round " + round.number() + " failed: " + e.getMessage();
      return List.of();
    }
  }

  private Round first() throws InterruptedException {
    RefineRequest wish = RefineQuestions.wish(request);
    return wish == null
        ? Round.FIRST
        : Rounds.afterFeedback(
            wish, runner.one(StageId.REFINE, stages.refiner(), wish, calls::refine));
  }

  private Decomposition decompose(Round round) throws InterruptedException {
    DecomposeRequest request = new DecomposeRequest(brief.prompt(), round.notes(StageId.DECOMPOSE));
    return runner.one(StageId.DECOMPOSE, stages.decomposer(), request, calls::decompose);
  }

  private List<Retrieval> retrieve(List<Entity> entities, Round round) throws InterruptedException {
    Set<String> excluded = round.refinement().excludedAssets();
    return runner.each(
        StageId.RETRIEVE,
        stages.retriever(),
        entities,
        entity -> calls.retrieve(new RetrieveRequest(entity, options.retrievalLimit(), excluded)));
  }

  private List<ProductCutouts> cutOut(Scene scene) throws InterruptedException {
    CutoutChain chain = new CutoutChain(stages.cutoutMakers(), calls.paid(), report::warn);
    List<Selection> products = scene.products();
    return runner.each(
        StageId.CUTOUT,
        stages.cutoutMakers().get(0),
        products,
        product -> chain.cutOut(product, calls.context(product.asset().id())));
  }

  private List<Caption> caption(List<Scene> scenes, Round round) throws InterruptedException {
    List<String> notes = round.notes(StageId.CAPTION);
    return runner.each(
        StageId.CAPTION,
        stages.captioner(),
        scenes,
        scene -> calls.caption(new CaptionRequest(scene, brief.brandKit(), notes)));
  }

  private List<PlannedScene> plan(
      List<Scene> scenes,
      List<Caption> captions,
      List<ProductCutouts> products,
      Round round,
      SceneReading reading)
      throws InterruptedException {
    List<PlanRequest> requests = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) {
      for (CanvasSize canvas : brief.canvases()) {
        PlanRequest.Builder request =
            PlanRequest.builder(scenes.get(i), captions.get(i), canvas, products)
                .grid(brief.grid())
                .safeMargin(brief.brandKit().safeMargin())
                .safeZones(brief.brandKit().safeZones())
                .notes(round.notes(StageId.PLAN));
        reading.describe(scenes.get(i), request);
        requests.add(request.build());
      }
    }
    return runner.each(
        StageId.PLAN,
        stages.planner(),
        requests,
        request -> PlannedScene.of(request, calls.plan(request)));
  }

  private List<Composite> compose(List<PlannedScene> planned) throws InterruptedException {
    List<Composite> bare = new ArrayList<>();
    for (PlannedScene scene : planned) {
      for (Candidate candidate : scene.plan().candidates()) {
        bare.add(new Composite(scene, candidate, List.of()));
      }
    }
    List<Composite> wanted = preselection.focused(bare);
    wanted.forEach(composite -> tracker.expect(composite.id()));
    List<Composite> measured =
        survivors(
            StageId.COMPOSE,
            inspection,
            wanted,
            composite -> inspection.composite(composite, calls.context(composite.id())));
    List<Composite> fit = new ArrayList<>();
    for (Composite composite : measured) {
      if (guidelines.certainlyRejected(composite.id(), composite.results())) {
        tracker.rejectedByMeasurement(composite);
      } else {
        fit.add(composite);
      }
    }
    return fit;
  }

  /** Keeps the best composites of each grid that is larger than what is outpainted of it. */
  private List<Composite> preselect(List<Composite> composites, Round round)
      throws InterruptedException {
    List<List<Composite>> grids = preselection.largeGrids(composites);
    if (grids.isEmpty()) {
      return composites;
    }
    List<Composite> large = grids.stream().flatMap(List::stream).toList();
    List<Double> measured =
        runner.each(StageId.PRESELECT, preselection, large, preselection::score);
    Map<String, Double> scores = new HashMap<>();
    for (int i = 0; i < large.size(); i++) {
      scores.put(large.get(i).id(), measured.get(i));
    }
    List<List<Composite>> sheets = preselection.contactSheets(grids);
    if (!sheets.isEmpty()) {
      addLooks(scores, sheets);
    }
    return preselection.best(composites, scores, tracker, round);
  }

  /** Where the model cannot help, the measures decide alone. */
  private void addLooks(Map<String, Double> scores, List<List<Composite>> sheets)
      throws InterruptedException {
    Object model = Objects.requireNonNull(stages.contactSheetScorer());
    for (StageOutcome<Map<String, Double>> looks :
        runner.attempt(StageId.PRESELECT, model, sheets, preselection::look)) {
      looks
          .value()
          .ifPresent(all -> all.forEach((id, look) -> scores.merge(id, look, Double::sum)));
      looks.failure().ifPresent(e -> report.warn(notScored(e)));
    }
  }

  private List<OutpaintedCandidate> outpaint(List<Composite> composites, Round round)
      throws InterruptedException {
    OutpaintRequests requests = new OutpaintRequests(options, brief.seed(), round);
    List<OutpaintRequests.Response> responses =
        survivors(
            StageId.OUTPAINT,
            stages.outpainter(),
            composites,
            composite -> requests.send(composite, calls));
    return responses.stream()
        .flatMap(response -> requests.collect(response, tracker).stream())
        .toList();
  }

  private List<JudgedImage> restoreAndMeasure(List<OutpaintedCandidate> pictures)
      throws InterruptedException {
    return survivors(
        StageId.RESTORE,
        inspection,
        pictures,
        picture -> inspection.picture(picture, calls.context(picture.id())));
  }

  private List<JudgedImage> judge(List<JudgedImage> measured) throws InterruptedException {
    return survivors(StageId.JUDGE, stages.judge(), measured, this::judged);
  }

  private JudgedImage judged(JudgedImage judged) throws InterruptedException {
    List<GuidelineResult> results = judged.verdict().results();
    List<Guideline> open = guidelines.open(results);
    if (open.isEmpty() || guidelines.certainlyRejected(judged.id(), results)) {
      return judged;
    }
    PlannedScene planned = judged.composite().planned();
    Candidate candidate = judged.composite().candidate();
    JudgeRequest request =
        JudgeRequest.builder(
                candidate,
                judged.restored(),
                planned.compositor().productLayer(candidate),
                planned.scene(),
                planned.caption(),
                open)
            .brief(brief)
            .build();
    return judged.with(calls.judge(request, judged.id()));
  }

  private CanvasDecisions select(List<JudgedImage> pool) throws InterruptedException {
    CanvasDecisions decisions =
        runner.one(
            StageId.SELECT,
            options.policy(),
            pool,
            input -> CanvasDecisions.of(options.policy(), input, guidelines.all()));
    tracker.rejectedByPolicy(pool, decisions.merged().rejected());
    return decisions;
  }

  private static Warning notScored(BrandImageException e) {
    return new Warning("the contact sheet was not scored: " + e.getMessage(), "preselection", "");
  }

  /** Ends a round; returns the next one, unless the run is over. */
  private Optional<Round> next(Round round, List<JudgedImage> pool, PolicyDecision decision)
      throws InterruptedException {
    Cost spent = state.costs().spent();
    log.add(
        round,
        RoundRecords.of(round, pool, tracker.all()),
        decision.passed(),
        spent,
        preselection.saved(round));
    if (ending.isEmpty()) {
      ending = rounds.ending(round, pool, decision, spent).orElse("");
    }
    return ending.isEmpty() ? refine(round, pool) : Optional.empty();
  }

  private Optional<Round> refine(Round round, List<JudgedImage> pool) throws InterruptedException {
    RefineRequest question = RefineQuestions.failed(brief, round, pool, tracker.all());
    StageOutcome<Refinement> answer =
        runner.attempt(StageId.REFINE, stages.refiner(), List.of(question), calls::refine).get(0);
    ending =
        answer
            .failure()
            .map(e -> "the refiner failed: " + e.getMessage())
            .or(() -> answer.value().flatMap(change -> Rounds.objection(round, change)))
            .orElse("");
    return ending.isEmpty() ? answer.value().map(round::next) : Optional.empty();
  }

  /** Returns the rounds, and warns when they did not lead to what was asked for. */
  private RunHistory history(Round last) {
    if (options.rounds().most() > 1 && !ending.equals(Rounds.ENOUGH)) {
      String what = "these are the best so far, after round " + last.number() + ": " + ending;
      report.warn(new Warning(what, "", "allow more rounds or a larger budget"));
    }
    return log.history(last, ending);
  }

  /** Does a step on every candidate; those that fail go into the tracker, the others go on. */
  private <I extends Tracked, O> List<O> survivors(
      StageId id, Object stage, List<I> inputs, StageRunner.Work<I, O> work)
      throws InterruptedException {
    List<StageOutcome<O>> outcomes = runner.attempt(id, stage, inputs, work);
    List<O> survivors = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      I input = inputs.get(i);
      outcomes
          .get(i)
          .failure()
          .ifPresent(error -> tracker.failed(input.composite(), input.id(), error));
      outcomes.get(i).value().ifPresent(survivors::add);
    }
    return survivors;
  }
}
