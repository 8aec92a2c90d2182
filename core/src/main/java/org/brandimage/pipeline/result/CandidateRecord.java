package org.brandimage.pipeline.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Placement;

/**
 * What became of one candidate.
 *
 * @param id unique within the result
 * @param sceneId the scene it shows
 * @param canvas the size it was made for
 * @param fate what became of it
 * @param placements where the products stand
 * @param results the guidelines that were answered
 * @param reasons why it is not a finalist, one sentence each; empty for a finalist
 * @param score the ranker's score; 0 unless it was ranked
 * @param features the numbers the score was made of; empty unless it was ranked
 */
public record CandidateRecord(
    String id,
    String sceneId,
    CanvasSize canvas,
    Fate fate,
    List<Placement> placements,
    List<GuidelineResult> results,
    List<String> reasons,
    double score,
    Map<String, Double> features) {
  /** What can become of a candidate. */
  public enum Fate {
    /** A person gets to see it. */
    FINALIST,
    /** It passed, but others were ranked above it. */
    RANKED,
    /** A guideline or a provider's filter dropped it. */
    REJECTED,
    /** It was not outpainted: others of its grid promised more. */
    NOT_SELECTED,
    /** It is the same picture as one of an earlier round. */
    DUPLICATE,
    /** An error ended it. */
    FAILED
  }

  /** Checks and copies the values. */
  public CandidateRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sceneId, "sceneId");
    Objects.requireNonNull(canvas, "canvas");
    Objects.requireNonNull(fate, "fate");
    placements = List.copyOf(placements);
    results = List.copyOf(results);
    reasons = List.copyOf(reasons);
    features = Collections.unmodifiableMap(new TreeMap<>(features));
  }
}
