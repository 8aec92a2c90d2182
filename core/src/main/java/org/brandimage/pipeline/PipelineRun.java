package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.imaging.Compositor;
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
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
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
 * One brief on its way through the stages. {@link #execute()} is the one place where their order
 * stands; the methods below it do the steps in that order.
 */
final class PipelineRun {
  private final Stages stages;
  private final PipelineOptions options;
  private final CampaignBrief brief;
  private final RunState state;
  private final StageRunner runner;
  private final StageCalls calls;
  private final RunReport report;
  private final Ledger ledger;
  private final Casting casting;
  private final EffectiveGuidelines guidelines;
  private final Inspection inspection;

  PipelineRun(Stages stages, PipelineOptions options, CampaignBrief brief, RunTools tools) {
    this.stages = stages;
    this.options = options;
    this.brief = brief;
    this.state = tools.state();
    this.runner = new StageRunner(state, tools.events(), tools.workers());
    this.calls = new StageCalls(stages, new PaidCalls(tools.store(), state), state, brief.seed());
    this.report = new RunReport(stages, brief, state, tools.events());
    this.ledger = new Ledger(state.runId(), tools.events());
    this.casting = new Casting(brief);
    this.guidelines = new EffectiveGuidelines(stages.checks(), brief.brandKit());
    this.inspection = new Inspection(guidelines, brief.brandKit(), options.restoreMode());
  }

  RunResult execute() throws InterruptedException {
    Decomposition parts = decompose();
    List<Retrieval> found = retrieve(parts);
    List<Scene> scenes = casting.scenes(parts, found);
    List<ProductCutouts> products = cutOut(scenes.get(0));
    List<Caption> captions = caption(scenes);
    List<PlannedScene> planned = plan(scenes, captions, products);
    try {
      List<Composite> composites = compose(planned);
      List<Picture> pictures = outpaint(composites);
      List<Examined> measured = restoreAndMeasure(pictures);
      List<Examined> judged = judge(measured);
      if (judged.isEmpty()) {
        ledger.requireRejection();
      }
      PolicyDecision decision = select(judged);
      Map<CanvasSize, Ranking> rankings = rank(judged, decision);
      report.scenes(scenes, captions, found);
      report.planned(planned);
      return report.assemble(judged, decision, rankings, ledger, runner.timings());
    } finally {
      planned.forEach(scene -> scene.compositor().release());
    }
  }

  private Decomposition decompose() throws InterruptedException {
    DecomposeRequest request = DecomposeRequest.of(brief.prompt());
    return runner.one(StageId.DECOMPOSE, stages.decomposer(), request, calls::decompose);
  }

  private List<Retrieval> retrieve(Decomposition parts) throws InterruptedException {
    List<Entity> entities = casting.entitiesToRetrieve(parts);
    return runner.each(
        StageId.RETRIEVE,
        stages.retriever(),
        entities,
        entity -> calls.retrieve(new RetrieveRequest(entity, options.retrievalLimit(), Set.of())));
  }

  private List<ProductCutouts> cutOut(Scene scene) throws InterruptedException {
    CutoutRoom room = new CutoutRoom(stages.cutoutMakers(), calls.paid(), report::warn);
    List<Selection> products = scene.products();
    return runner.each(
        StageId.CUTOUT,
        stages.cutoutMakers().get(0),
        products,
        product -> room.cutOut(product, calls.context(product.asset().id())));
  }

  private List<Caption> caption(List<Scene> scenes) throws InterruptedException {
    return runner.each(
        StageId.CAPTION,
        stages.captioner(),
        scenes,
        scene -> calls.caption(new CaptionRequest(scene, brief.brandKit(), List.of())));
  }

  private List<PlannedScene> plan(
      List<Scene> scenes, List<Caption> captions, List<ProductCutouts> products)
      throws InterruptedException {
    List<PlanRequest> requests = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) {
      for (CanvasSize canvas : brief.canvases()) {
        requests.add(
            PlanRequest.builder(scenes.get(i), captions.get(i), canvas, products)
                .grid(brief.grid())
                .safeMargin(brief.brandKit().safeMargin())
                .build());
      }
    }
    return runner.each(StageId.PLAN, stages.planner(), requests, this::planned);
  }

  private PlannedScene planned(PlanRequest request) throws InterruptedException {
    CompositionPlan plan = calls.plan(request);
    Compositor compositor =
        request
            .scene()
            .background()
            .map(
                background ->
                    Compositor.of(request.canvas(), request.products(), background.photos().get(0)))
            .orElseGet(() -> Compositor.of(request.canvas(), request.products()));
    return new PlannedScene(request.scene(), request.caption(), request.canvas(), plan, compositor);
  }

  private List<Composite> compose(List<PlannedScene> planned) throws InterruptedException {
    List<Composite> bare = new ArrayList<>();
    for (PlannedScene scene : planned) {
      for (Candidate candidate : scene.plan().candidates()) {
        bare.add(new Composite(scene, candidate, List.of()));
      }
    }
    bare.forEach(composite -> ledger.expect(composite.id()));
    List<Composite> measured =
        survivors(
            StageId.COMPOSE,
            inspection,
            bare,
            composite ->
                inspection.composite(
                    composite.planned(), composite.candidate(), calls.context(composite.id())));
    List<Composite> fit = new ArrayList<>();
    measured.forEach(composite -> keepIfFit(composite, fit));
    return fit;
  }

  private void keepIfFit(Composite composite, List<Composite> fit) {
    if (composite.results().stream().anyMatch(guidelines::fatal)) {
      ledger.rejectedByMeasurement(composite, guidelines);
    } else {
      fit.add(composite);
    }
  }

  private List<Picture> outpaint(List<Composite> composites) throws InterruptedException {
    OutpaintOrders orders = new OutpaintOrders(options, brief.seed());
    List<OutpaintOrders.Delivery> deliveries =
        survivors(
            StageId.OUTPAINT,
            stages.outpainter(),
            composites,
            composite -> orders.place(composite, calls));
    return deliveries.stream()
        .flatMap(delivery -> orders.receive(delivery, ledger).stream())
        .toList();
  }

  private List<Examined> restoreAndMeasure(List<Picture> pictures) throws InterruptedException {
    return survivors(
        StageId.RESTORE,
        inspection,
        pictures,
        picture -> inspection.picture(picture, calls.context(picture.id())));
  }

  private List<Examined> judge(List<Examined> measured) throws InterruptedException {
    return survivors(StageId.JUDGE, stages.judge(), measured, this::judged);
  }

  private Examined judged(Examined examined) throws InterruptedException {
    List<GuidelineResult> results = examined.verdict().results();
    List<Guideline> open = guidelines.open(results);
    if (open.isEmpty() || results.stream().anyMatch(guidelines::fatal)) {
      return examined;
    }
    Picture picture = examined.picture();
    PlannedScene planned = picture.composite().planned();
    JudgeRequest request =
        JudgeRequest.builder(
                picture.composite().candidate(),
                examined.restored(),
                planned.compositor().productLayer(picture.composite().candidate()),
                planned.scene(),
                planned.caption(),
                open)
            .build();
    return examined.with(calls.judge(request, picture.id()));
  }

  private PolicyDecision select(List<Examined> judged) throws InterruptedException {
    List<Verdict> verdicts = judged.stream().map(Examined::verdict).toList();
    PolicyDecision decision =
        runner.one(
            StageId.SELECT,
            options.policy(),
            verdicts,
            input -> options.policy().select(input, guidelines.all()));
    ledger.rejectedByPolicy(judged, decision.rejected());
    return decision;
  }

  private Map<CanvasSize, Ranking> rank(List<Examined> judged, PolicyDecision decision)
      throws InterruptedException {
    Map<CanvasSize, List<Contender>> contenders = contenders(judged, decision);
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
    Map<CanvasSize, Ranking> byCanvas = new LinkedHashMap<>();
    for (int i = 0; i < canvases.size(); i++) {
      byCanvas.put(canvases.get(i), rankings.get(i));
    }
    return byCanvas;
  }

  private Map<CanvasSize, List<Contender>> contenders(
      List<Examined> judged, PolicyDecision decision) {
    Set<String> passed = Set.copyOf(decision.passed());
    Map<CanvasSize, List<Contender>> contenders = new LinkedHashMap<>();
    brief.canvases().forEach(canvas -> contenders.put(canvas, new ArrayList<>()));
    for (Examined examined : judged) {
      if (passed.contains(examined.id())) {
        CanvasSize canvas = examined.composite().planned().canvas();
        contenders.getOrDefault(canvas, new ArrayList<>()).add(examined.contender());
      }
    }
    return contenders;
  }

  /** Does a step on every candidate; those that fail go into the ledger, the others go on. */
  private <I extends Tracked, O> List<O> survivors(
      StageId id, Object stage, List<I> inputs, StageRunner.Work<I, O> work)
      throws InterruptedException {
    List<Attempt<O>> attempts = runner.attempt(id, stage, inputs, work);
    List<O> survivors = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      I input = inputs.get(i);
      attempts
          .get(i)
          .failure()
          .ifPresent(error -> ledger.failed(input.composite(), input.id(), error));
      attempts.get(i).value().ifPresent(survivors::add);
    }
    return survivors;
  }
}
