package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.pipeline.candidate.JudgedImage;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.quality.JudgePolicy;
import org.brandimage.quality.PolicyDecision;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.judge.Verdict;

/**
 * A policy's decisions, one per canvas: each canvas is to have finalists of its own, so whether
 * anything passed is asked of each. Immutable.
 *
 * @param byCanvas the decision on every canvas that has pictures
 */
record CanvasDecisions(Map<CanvasSize, PolicyDecision> byCanvas) {
  private static final String REASONS = "see why each candidate was rejected";

  CanvasDecisions {
    byCanvas = new LinkedHashMap<>(byCanvas);
  }

  /** Lets a policy decide on the pictures of each canvas. */
  static CanvasDecisions of(
      JudgePolicy policy, List<JudgedImage> pool, List<Guideline> guidelines) {
    Map<CanvasSize, List<Verdict>> verdicts = new LinkedHashMap<>();
    for (JudgedImage judged : pool) {
      CanvasSize canvas = judged.composite().planned().canvas();
      verdicts.computeIfAbsent(canvas, key -> new ArrayList<>()).add(judged.verdict());
    }
    Map<CanvasSize, PolicyDecision> decisions = new LinkedHashMap<>();
    verdicts.forEach((canvas, all) -> decisions.put(canvas, policy.select(all, guidelines)));
    return new CanvasDecisions(decisions);
  }

  /** Returns the decisions as one. */
  PolicyDecision merged() {
    List<String> passed = new ArrayList<>();
    Set<String> relaxed = new LinkedHashSet<>();
    Map<String, List<String>> rejected = new LinkedHashMap<>();
    Map<String, List<String>> unanswered = new LinkedHashMap<>();
    for (PolicyDecision decision : byCanvas.values()) {
      passed.addAll(decision.passed());
      relaxed.addAll(decision.relaxed());
      rejected.putAll(decision.rejected());
      unanswered.putAll(decision.unanswered());
    }
    return new PolicyDecision(passed, List.copyOf(relaxed), rejected, unanswered);
  }

  /** Returns what was relaxed and for which canvas, as a part of provenance. */
  String relaxations() {
    List<String> parts = new ArrayList<>();
    byCanvas.forEach(
        (canvas, decision) -> {
          if (!decision.relaxed().isEmpty()) {
            parts.add(String.join(", ", decision.relaxed()) + " for " + canvas);
          }
        });
    return parts.isEmpty() ? "nothing relaxed" : "relaxed: " + String.join("; ", parts);
  }

  /**
   * Returns a warning for each canvas that is not as asked: one for which guidelines were relaxed,
   * and one without a picture that passed.
   */
  List<Warning> warnings(List<CanvasSize> canvases) {
    List<Warning> warnings = new ArrayList<>();
    for (CanvasSize canvas : canvases) {
      String where = "canvas " + canvas;
      PolicyDecision decision = byCanvas.get(canvas);
      if (decision == null) {
        warnings.add(new Warning("no finalist, since no picture could be judged", where, REASONS));
      } else if (decision.passed().isEmpty()) {
        String what =
            "no finalist: all "
                + decision.rejected().size()
                + " pictures were rejected, most often by "
                + mostFrequent(decision);
        warnings.add(new Warning(what, where, REASONS));
      } else if (!decision.relaxed().isEmpty()) {
        String what =
            "no picture kept every guideline, so these were relaxed: "
                + String.join(", ", decision.relaxed());
        warnings.add(new Warning(what, where, "choose the strict policy to get none instead"));
      }
    }
    return warnings;
  }

  /** Reasons read {@code guideline-id: reason}. */
  private static String mostFrequent(PolicyDecision decision) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (List<String> reasons : decision.rejected().values()) {
      reasons.forEach(reason -> counts.merge(reason.split(":", 2)[0], 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("the policy");
  }
}
