package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.brandimage.pipeline.candidate.JudgedImage;
import org.brandimage.pipeline.candidate.PlannedScene;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.pipeline.result.SceneRecord.Choice;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.jspecify.annotations.Nullable;

/** What the refiner is asked, after a round and at a person's wish. */
final class RefineQuestions {
  private RefineQuestions() {}

  /** Returns the question of a person's feedback on a result, or null when there is none. */
  static @Nullable RefineRequest wish(RunRequest request) {
    RunResult previous = request.previous();
    Feedback feedback = request.feedback();
    if (previous == null || feedback == null) {
      return null;
    }
    RunHistory history = previous.provenance().history();
    Set<String> named = new LinkedHashSet<>(feedback.picked());
    named.addAll(feedback.rejected());
    List<Verdict> verdicts =
        previous.candidates().stream()
            .filter(candidate -> named.contains(candidate.id()))
            .map(candidate -> new Verdict(candidate.id(), candidate.results()))
            .toList();
    return RefineRequest.builder(request.brief().prompt(), Math.max(1, history.rounds().size()))
        .captions(previous.scenes().stream().map(SceneRecord::caption).distinct().toList())
        .verdicts(verdicts)
        .assets(previous.scenes().stream().flatMap(RefineQuestions::assets).distinct().toList())
        .earlier(history.refinement())
        .feedback(feedback)
        .build();
  }

  /** Returns the question of a round in which too little passed. */
  static RefineRequest failed(
      CampaignBrief brief, Round round, List<JudgedImage> pool, List<CandidateRecord> dropped) {
    List<CandidateRecord> known =
        dropped.stream().filter(record -> record.fate() != Fate.FAILED).toList();
    List<Verdict> verdicts = List.copyOf(RoundRecords.of(round, pool, known).verdicts().values());
    Set<Caption> captions = new LinkedHashSet<>();
    Set<String> assets = new LinkedHashSet<>();
    for (JudgedImage judged : pool) {
      PlannedScene planned = judged.composite().planned();
      if (round.owns(planned.scene().id())) {
        captions.add(planned.caption());
        assets.addAll(assets(planned.scene()));
      }
    }
    return RefineRequest.builder(brief.prompt(), round.number())
        .captions(List.copyOf(captions))
        .verdicts(verdicts)
        .assets(List.copyOf(assets))
        .earlier(round.refinement())
        .build();
  }

  /** Returns the history of a run and of those it goes on from. */
  static RunHistory history(
      RunRequest request, Refinement refinement, List<RoundRecord> rounds, String ending) {
    List<Feedback> said = new ArrayList<>();
    RunResult previous = request.previous();
    if (previous != null) {
      said.addAll(previous.provenance().history().feedback());
    }
    Feedback feedback = request.feedback();
    if (feedback != null) {
      said.add(feedback);
    }
    return RunHistory.builder()
        .previousRunId(previous == null ? "" : previous.runId())
        .feedback(said)
        .refinement(refinement)
        .rounds(rounds)
        .ending(ending)
        .build();
  }

  private static Stream<String> assets(SceneRecord scene) {
    return Stream.of(scene.products(), scene.setting(), scene.themes())
        .flatMap(List::stream)
        .map(Choice::assetId)
        .filter(id -> !id.isEmpty());
  }

  private static List<String> assets(Scene scene) {
    List<String> ids = new ArrayList<>();
    scene.products().forEach(product -> ids.add(product.asset().id()));
    scene.background().map(Asset::id).ifPresent(ids::add);
    scene.themeAssets().forEach(asset -> ids.add(asset.id()));
    return ids;
  }
}
