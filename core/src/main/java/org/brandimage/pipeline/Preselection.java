package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.brandimage.pipeline.candidate.CandidateTracker;
import org.brandimage.pipeline.candidate.Composite;
import org.brandimage.pipeline.candidate.PlannedScene;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.prompted.ContactSheetScorer;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.refine.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the composites that are outpainted: those in cells of the grid that a person
 * picked, and of each grid the best by a score of the free composite. Used by the run's own thread,
 * except for {@link #score}, which is thread-safe.
 */
final class Preselection {
  private final PipelineOptions options;
  private final RunRequest run;
  private final Inspection inspection;
  private final StageCalls calls;
  private final Consumer<Warning> warnings;
  private final Set<String> picked;
  private final Set<String> rejected;
  private final Map<Integer, Cost> saved = new HashMap<>();

  Preselection(
      PipelineOptions options,
      RunRequest run,
      Inspection inspection,
      StageCalls calls,
      Consumer<Warning> warnings) {
    this.options = options;
    this.run = run;
    this.inspection = inspection;
    this.calls = calls;
    this.warnings = warnings;
    Feedback feedback = run.feedback();
    this.picked = cells(run.previous(), feedback == null ? List.of() : feedback.picked());
    this.rejected = cells(run.previous(), feedback == null ? List.of() : feedback.rejected());
    this.rejected.removeAll(picked);
  }

  /** Returns the cells a person's picks and rejections leave; all when that would be none. */
  List<Composite> focused(List<Composite> grid) {
    List<Composite> left =
        grid.stream()
            .filter(composite -> picked.isEmpty() || picked.contains(composite.candidate().id()))
            .filter(composite -> !rejected.contains(composite.candidate().id()))
            .toList();
    if (left.isEmpty() && !grid.isEmpty()) {
      warnings.accept(
          new Warning("no cell of the new grid is one that was picked; all are tried", "grid", ""));
      return grid;
    }
    return left;
  }

  /** Returns the composites of grids that are larger than what is outpainted of each. */
  List<List<Composite>> largeGrids(List<Composite> composites) {
    Map<PlannedScene, List<Composite>> grids = new LinkedHashMap<>();
    for (Composite composite : composites) {
      grids.computeIfAbsent(composite.planned(), key -> new ArrayList<>()).add(composite);
    }
    return grids.values().stream()
        .filter(grid -> grid.size() > options.rounds().outpaintBest())
        .toList();
  }

  /** Scores one composite by measures, from 0 to {@link CompositeScore#HIGHEST}. */
  double score(Composite composite) throws InterruptedException {
    StageContext context = calls.context(composite.id());
    context.checkActive();
    return CompositeScore.of(composite, inspection, context);
  }

  /** Returns the grids a language model is asked about, each on one contact sheet. */
  List<List<Composite>> contactSheets(List<List<Composite>> grids) {
    if (!options.rounds().contactSheet() || calls.stages().contactSheetScorer() == null) {
      return List.of();
    }
    List<List<Composite>> sheets = new ArrayList<>();
    for (List<Composite> grid : grids) {
      if (grid.size() > ContactSheetScorer.MOST_PICTURES) {
        warnings.accept(
            new Warning(
                "a grid of more than 100 candidates was scored by measurement alone",
                "preselection",
                "leave the contact sheet out, or make the grid smaller"));
      } else {
        sheets.add(grid);
      }
    }
    return sheets;
  }

  /** Asks the model about a grid; a look weighs as much as all that is measured together. */
  Map<String, Double> look(List<Composite> grid) throws InterruptedException {
    List<ImageSource> pictures =
        grid.stream()
            .map(composite -> composite.planned().compositor().reference(composite.candidate()))
            .toList();
    ContactSheetScorer scorer = Objects.requireNonNull(calls.stages().contactSheetScorer());
    Caption caption = grid.get(0).planned().caption();
    List<Double> looks =
        calls.lookAt(scorer, new ContactSheetScorer.Request(pictures, caption)).values();
    Map<String, Double> scores = new HashMap<>();
    for (int i = 0; i < looks.size(); i++) {
      scores.put(grid.get(i).id(), CompositeScore.HIGHEST * looks.get(i));
    }
    return scores;
  }

  /** Returns the composites to outpaint in the order of the grid; the tracker gets the others. */
  List<Composite> best(
      List<Composite> composites,
      Map<String, Double> scores,
      CandidateTracker tracker,
      Round round) {
    Set<Composite> dropped = new HashSet<>();
    for (List<Composite> grid : largeGrids(composites)) {
      List<Composite> ranked = new ArrayList<>(grid);
      ranked.sort(
          Comparator.comparingDouble(
                  (Composite composite) -> -scores.getOrDefault(composite.id(), 0.0))
              .thenComparing(Composite::id));
      for (int place = options.rounds().outpaintBest(); place < ranked.size(); place++) {
        Composite composite = ranked.get(place);
        dropped.add(composite);
        tracker.notSelected(composite, reason(place, ranked.size(), scores, composite));
        saved.merge(round.number(), price(composite, round), Cost::plus);
      }
    }
    return composites.stream().filter(composite -> !dropped.contains(composite)).toList();
  }

  /** Returns the most that was saved in a round. */
  Cost saved(Round round) {
    return saved.getOrDefault(round.number(), Cost.NONE);
  }

  private static String reason(int place, int of, Map<String, Double> scores, Composite composite) {
    return String.format(
        Locale.ROOT,
        "not outpainted: number %d of %d on the composite, with a score of %.3f",
        place + 1,
        of,
        scores.getOrDefault(composite.id(), 0.0));
  }

  @SuppressWarnings("unchecked") // a priced outpainter is priced by its own request
  private Cost price(Composite composite, Round round) {
    return calls.stages().outpainter() instanceof Priced<?> priced
        ? ((Priced<OutpaintRequest>) priced)
            .estimate(new OutpaintRequests(options, run.brief().seed(), round).request(composite))
        : Cost.NONE;
  }

  /** Returns the ids of candidates within their grid, whatever scene and round they belong to. */
  private static Set<String> cells(@Nullable RunResult previous, List<String> ids) {
    Set<String> cells = new HashSet<>();
    if (previous != null) {
      for (CandidateRecord candidate : previous.candidates()) {
        if (ids.contains(candidate.id())) {
          String grid = candidate.sceneId() + "." + candidate.canvas() + ".";
          cells.add(candidate.id().replace(grid, ""));
          // One of several pictures of a candidate has its number at the end.
          cells.add(candidate.id().replace(grid, "").replaceFirst("\\.\\d+$", ""));
        }
      }
    }
    return cells;
  }
}
