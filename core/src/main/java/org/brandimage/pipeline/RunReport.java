package org.brandimage.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brandimage.pipeline.candidate.CandidateTracker;
import org.brandimage.pipeline.candidate.Composite;
import org.brandimage.pipeline.candidate.JudgedImage;
import org.brandimage.pipeline.candidate.PlannedScene;
import org.brandimage.pipeline.event.PipelineEvent.RunWarning;
import org.brandimage.pipeline.execution.EventSink;
import org.brandimage.pipeline.execution.RunState;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.Provenance.Timing;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.pipeline.result.SceneRecord.Choice;
import org.brandimage.pipeline.result.SceneRecord.Found;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/** Writes down how a run went and puts its result together. */
final class RunReport {
  private final Stages stages;
  private final CampaignBrief brief;
  private final RunState state;
  private final Duration waited;
  private final EventSink events;
  private final Instant startedAt;
  private final List<Warning> warnings = new ArrayList<>();
  private final List<SceneRecord> scenes = new ArrayList<>();
  private final List<String> plans = new ArrayList<>();

  RunReport(Stages stages, CampaignBrief brief, RunServices services) {
    this.stages = stages;
    this.brief = brief;
    this.state = services.state();
    this.waited = services.waited();
    this.events = services.events();
    this.startedAt = state.clock().instant();
  }

  void warn(Warning warning) {
    synchronized (warnings) {
      warnings.add(warning);
    }
    events.emit(new RunWarning(state.run(), warning));
  }

  /** Writes down why something is planned as it is. */
  void note(String sentence) {
    plans.add(sentence);
  }

  /** Writes down what a round shows, and why at which size. */
  void round(
      List<Scene> cast, List<Caption> captions, List<Retrieval> found, List<PlannedScene> planned) {
    for (int i = 0; i < cast.size(); i++) {
      scenes.add(sceneRecord(cast.get(i), captions.get(i), found));
    }
    planned.forEach(
        scene ->
            plans.add(scene.scene().id() + " " + scene.canvas() + ": " + scene.plan().rationale()));
  }

  RunResult assemble(
      List<JudgedImage> pool,
      CanvasDecisions decisions,
      Map<CanvasSize, Ranking> rankings,
      CandidateTracker tracker,
      List<Timing> timings,
      RunHistory history) {
    List<Finalist> finalists = finalists(pool, rankings, tracker);
    decisions.warnings(brief.canvases()).forEach(this::warn);
    Provenance provenance =
        Provenance.builder(LibraryVersion.CURRENT, startedAt, brief.prompt())
            .waited(waited)
            .elapsed(state.elapsed())
            .seed(brief.seed())
            .stages(stages.identities())
            .timings(timings)
            .work(state.work().worked())
            .calls(state.calls())
            .cost(state.costs().spent())
            .reused(state.reused())
            .plans(plans)
            .policy(decisions.relaxations())
            .history(history)
            .build();
    return RunResult.builder(state.runId(), brief, provenance)
        .finalists(finalists)
        .candidates(tracker.all())
        .scenes(scenes)
        .warnings(warnings)
        .build();
  }

  private List<Finalist> finalists(
      List<JudgedImage> pool, Map<CanvasSize, Ranking> rankings, CandidateTracker tracker) {
    Map<String, JudgedImage> byId = new HashMap<>();
    pool.forEach(judged -> byId.put(judged.id(), judged));
    List<Finalist> finalists = new ArrayList<>();
    for (Ranking ranking : rankings.values()) {
      int place = 0;
      for (RankedImage ranked : ranking.images()) {
        place++;
        JudgedImage judged = java.util.Objects.requireNonNull(byId.get(ranked.id()), ranked.id());
        boolean finalist = place <= brief.finalists();
        tracker.ranked(judged, ranked, place, finalist);
        if (finalist) {
          finalists.add(finalist(place, judged, tracker));
        }
      }
    }
    return finalists;
  }

  private static Finalist finalist(int place, JudgedImage judged, CandidateTracker tracker) {
    Composite composite = judged.picture().composite();
    return Finalist.builder(
            place,
            tracker.recordOf(judged.id()),
            composite.planned().caption(),
            judged.restored(),
            composite.planned().compositor().productLayer(composite.candidate()),
            judged.fidelity())
        .provided(judged.picture().outpainted().image())
        .build();
  }

  private static SceneRecord sceneRecord(Scene scene, Caption caption, List<Retrieval> found) {
    List<Choice> products = new ArrayList<>();
    for (Selection product : scene.products()) {
      products.add(choice(product.entity(), product.asset().id(), found));
    }
    String background = scene.background().map(Asset::id).orElse("");
    List<Choice> setting =
        scene.setting().map(entity -> choice(entity, background, found)).stream().toList();
    if (setting.isEmpty() && !background.isEmpty()) {
      setting = List.of(new Choice("", background, List.of()));
    }
    List<Choice> themes = new ArrayList<>();
    for (Entity theme : scene.themes()) {
      Choice all = choice(theme, "", found);
      String used =
          scene.themeAssets().stream()
              .map(Asset::id)
              .filter(id -> all.found().stream().anyMatch(hit -> hit.assetId().equals(id)))
              .findFirst()
              .orElse("");
      themes.add(new Choice(theme.name(), used, all.found()));
    }
    return SceneRecord.builder(scene.id(), caption)
        .products(products)
        .setting(setting)
        .themes(themes)
        .build();
  }

  private static Choice choice(Entity entity, String usedId, List<Retrieval> found) {
    List<Found> assets = new ArrayList<>();
    for (Retrieval retrieval : found) {
      if (retrieval.entity().equals(entity)) {
        retrieval
            .matches()
            .forEach(match -> assets.add(new Found(match.asset().id(), match.score(), true)));
        retrieval
            .nearestMisses()
            .forEach(match -> assets.add(new Found(match.asset().id(), match.score(), false)));
      }
    }
    return new Choice(entity.name(), usedId, assets);
  }
}
