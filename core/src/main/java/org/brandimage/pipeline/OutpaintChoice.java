package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.prompted.ContactSheetScorer;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.refine.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of the grid are worth money: those a person picked, and of each grid the best on the
 * free composite. Used by the run's own thread only.
 */
final class OutpaintChoice {
  private final PipelineOptions options;
  private final RunOrder order;
  private final Inspection inspection;
  private final StageCalls calls;
  private final Consumer<String> warnings;
  private final Set<String> picked;
  private final Set<String> rejected;
  private final Map<Integer, Cost> spared = new HashMap<>();

  OutpaintChoice(
      PipelineOptions options,
      RunOrder order,
      Inspection inspection,
      StageCalls calls,
      Consumer<String> warnings) {
    this.options = options;
    this.order = order;
    this.inspection = inspection;
    this.calls = calls;
    this.warnings = warnings;
    Feedback feedback = order.feedback();
    this.picked = cells(order.previous(), feedback == null ? List.of() : feedback.picked());
    this.rejected = cells(order.previous(), feedback == null ? List.of() : feedback.rejected());
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
      warnings.accept("no cell of the new grid is one that was picked; all are tried");
      return grid;
    }
    return left;
  }

  /** Returns the best candidates of each grid in the order of the grid; the others are spared. */
  List<Composite> best(List<Composite> composites, Ledger ledger, Round round)
      throws InterruptedException {
    Map<PlannedScene, List<Composite>> grids = new LinkedHashMap<>();
    for (Composite composite : composites) {
      grids.computeIfAbsent(composite.planned(), key -> new ArrayList<>()).add(composite);
    }
    List<Composite> chosen = new ArrayList<>();
    for (List<Composite> grid : grids.values()) {
      if (grid.size() <= options.rounds().outpaintBest()) {
        chosen.addAll(grid);
      } else {
        chosen.addAll(best(grid, scores(grid), ledger, round));
      }
    }
    return chosen;
  }

  /** Returns the most that was saved in a round. */
  Cost spared(Round round) {
    return spared.getOrDefault(round.number(), Cost.NONE);
  }

  private List<Composite> best(
      List<Composite> grid, Map<String, Double> scores, Ledger ledger, Round round) {
    int wanted = options.rounds().outpaintBest();
    List<Composite> ranked = new ArrayList<>(grid);
    ranked.sort(
        Comparator.comparingDouble(
                (Composite composite) -> -scores.getOrDefault(composite.id(), 0.0))
            .thenComparing(Composite::id));
    Set<Composite> best = new HashSet<>(ranked.subList(0, wanted));
    for (int place = wanted; place < ranked.size(); place++) {
      Composite composite = ranked.get(place);
      ledger.spared(
          composite,
          String.format(
              java.util.Locale.ROOT,
              "not outpainted: number %d of %d on the composite, with a score of %.3f",
              place + 1,
              ranked.size(),
              scores.getOrDefault(composite.id(), 0.0)));
      spared.merge(round.number(), price(composite, round), Cost::plus);
    }
    return grid.stream().filter(best::contains).toList();
  }

  @SuppressWarnings("unchecked") // a priced outpainter is priced by its own request
  private Cost price(Composite composite, Round round) {
    return calls.stages().outpainter() instanceof Priced<?> priced
        ? ((Priced<OutpaintRequest>) priced)
            .estimate(new OutpaintOrders(options, order.brief().seed(), round).request(composite))
        : Cost.NONE;
  }

  private Map<String, Double> scores(List<Composite> grid) throws InterruptedException {
    Map<String, Double> scores = new HashMap<>();
    for (Composite composite : grid) {
      StageContext context = calls.context(composite.id());
      context.checkActive();
      scores.put(composite.id(), CompositeScore.of(composite, inspection, context));
    }
    ContactSheetScorer sifter = calls.stages().sifter();
    if (options.rounds().contactSheet() && sifter != null) {
      addModelScores(sifter, grid, scores);
    }
    return scores;
  }

  /** Where the model cannot help, the measures decide alone. */
  private void addModelScores(
      ContactSheetScorer sifter, List<Composite> grid, Map<String, Double> scores)
      throws InterruptedException {
    if (grid.size() > ContactSheetScorer.MOST_PICTURES) {
      warnings.accept("a grid of more than 100 candidates was sifted by measurement alone");
      return;
    }
    List<ImageSource> sketches =
        grid.stream()
            .map(composite -> composite.planned().compositor().reference(composite.candidate()))
            .toList();
    try {
      Caption caption = grid.get(0).planned().caption();
      List<Double> looked =
          calls.sift(sifter, new ContactSheetScorer.Request(sketches, caption)).values();
      for (int i = 0; i < looked.size(); i++) {
        // A look weighs as much as all that is measured together.
        scores.merge(grid.get(i).id(), CompositeScore.HIGHEST * looked.get(i), Double::sum);
      }
    } catch (RunCancelledException | StageTimeoutException e) {
      throw e;
    } catch (BrandImageException e) {
      warnings.accept("the contact sheet was not scored: " + e.getMessage());
    }
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
