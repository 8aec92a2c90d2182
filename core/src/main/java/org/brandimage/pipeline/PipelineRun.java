package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.quality.PolicyDecision;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/**
 * One brief on its way through the stages. {@link #execute()} and {@link #produce(Round)} are the
 * one place where their order stands; the methods below them do the steps in that request. What a
 * round does differently is in its {@link Round#notes}; when there is another, {@link Rounds} says.
 */
final class PipelineRun {
  private final Stages stages;
  private final PipelineOptions options;
  private final CampaignBrief brief;
  private final StageRunner runner;
  private final StageCalls calls;
  private final RunReport report;
  private final CandidateTracker tracker;
  private final EffectiveGuidelines guidelines;
  private final Inspection inspection;
  private final Preselection choice;
  private final Rounds rounds;

  PipelineRun(Stages stages, PipelineOptions options, RunRequest request, RunServices services) {
    this.stages = stages;
    this.options = options;
    this.brief = request.brief();
    RunState state = services.state();
    PaidCalls paid = new PaidCalls(services.store(), state, options.rounds().most() > 1);
    this.runner = new StageRunner(state, services.events(), services.workers());
    this.calls = new StageCalls(stages, paid, state, brief.seed());
    this.report = new RunReport(stages, brief, state, services.events());
    this.tracker = new CandidateTracker(state.runId(), services.events());
    this.guidelines = new EffectiveGuidelines(stages, brief.brandKit(), options.policy());
    this.inspection = new Inspection(guidelines, brief.brandKit(), options.restoreMode());
    this.choice = new Preselection(options, request, inspection, calls, report::warn);
    this.rounds =
        new Rounds(options, request, new Rounds.Parts(state, calls, tracker, report, choice));
  }

  RunResult execute() throws InterruptedException {
    Round round = first();
    List<JudgedImage> pool = new ArrayList<>(produce(round));
    if (pool.isEmpty()) {
      tracker.requireRejection();
    }
    CanvasDecisions decisions = select(pool);
    for (Optional<Round> next = refine(round, pool, decisions.merged());
        next.isPresent();
        next = refine(round, pool, decisions.merged())) {
      round = next.get();
      rounds.addTo(pool, round, this::produce);
      decisions = select(pool);
    }
    Map<CanvasSize, Ranking> rankings = rank(pool, decisions.merged());
    return report.assemble(pool, decisions, rankings, tracker, runner.timings(), rounds.history());
  }

  /** Takes the brief once through the stages that make and judge pictures. */
  private List<JudgedImage> produce(Round round) throws InterruptedException {
    SceneAssembler assembler = new SceneAssembler(brief, round);
    Decomposition parts = decompose(round);
    List<Retrieval> found = retrieve(assembler.entitiesToRetrieve(parts), round);
    List<Scene> scenes = assembler.scenes(parts, found);
    List<ProductCutouts> products = cutOut(scenes.get(0));
    List<Caption> captions = caption(scenes, round);
    List<PlannedScene> planned = plan(scenes, captions, products, round);
    report.round(scenes, captions, found, planned);
    try {
      List<Composite> composites = compose(planned);
      List<Composite> chosen = choice.best(composites, tracker, round);
      List<OutpaintedCandidate> pictures = outpaint(chosen, round);
      List<JudgedImage> measured = restoreAndMeasure(pictures);
      return judge(measured);
    } finally {
      planned.forEach(scene -> scene.compositor().release());
    }
  }

  private Round first() throws InterruptedException {
    return rounds.wish().isEmpty()
        ? Round.FIRST
        : runner.one(StageId.REFINE, stages.refiner(), rounds.wish().get(), rounds::granted);
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
      List<Scene> scenes, List<Caption> captions, List<ProductCutouts> products, Round round)
      throws InterruptedException {
    List<PlanRequest> requests = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) {
      for (CanvasSize canvas : brief.canvases()) {
        requests.add(
            PlanRequest.builder(scenes.get(i), captions.get(i), canvas, products)
                .grid(brief.grid())
                .safeMargin(brief.brandKit().safeMargin())
                .safeZones(brief.brandKit().safeZones())
                .notes(round.notes(StageId.PLAN))
                .build());
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
    List<Composite> wanted = choice.focused(bare);
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

  private Optional<Round> refine(Round round, List<JudgedImage> pool, PolicyDecision decision)
      throws InterruptedException {
    rounds.over(round, pool, decision);
    return rounds.enough(round, pool, decision)
        ? Optional.empty()
        : runner.one(
            StageId.REFINE, stages.refiner(), rounds.question(round, pool), rounds::answered);
  }

  private Map<CanvasSize, Ranking> rank(List<JudgedImage> pool, PolicyDecision decision)
      throws InterruptedException {
    Map<CanvasSize, List<Contender>> contenders =
        JudgedImage.contenders(pool, Set.copyOf(decision.passed()), brief.canvases());
    List<CanvasSize> canvases = List.copyOf(contenders.keySet());
    List<Ranking> rankings =
        runner.each(
            StageId.RANK,
            stages.ranker(),
            canvases,
            canvas ->
                calls.rank(
                    new RankRequest(contenders.getOrDefault(canvas, List.of())),
                    canvas.toString()));
    pool.forEach(JudgedImage::release);
    Map<CanvasSize, Ranking> byCanvas = new LinkedHashMap<>();
    for (int i = 0; i < canvases.size(); i++) {
      byCanvas.put(canvases.get(i), rankings.get(i));
    }
    return byCanvas;
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
