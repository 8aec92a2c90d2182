package org.brandimage.pipeline.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.refine.Refinement;

/**
 * What one round of a run did and what came of it. Its candidates stand in the result, under the
 * scenes of the round.
 *
 * @param number the round, from 1
 * @param change what it did differently from the round before; empty for a first round
 * @param scenes the ids of its scenes
 * @param candidates how many candidates were planned
 * @param outpainted how many of them were outpainted
 * @param passed how many pictures passed the policy when the round was over
 * @param failures how many candidates failed each guideline, by the guideline's id
 * @param cost what the round cost
 * @param spared the most that not outpainting the others has saved, in paid units and money; units
 *     only when the outpainter names no price
 */
public record RoundRecord(
    int number,
    Refinement change,
    List<String> scenes,
    int candidates,
    int outpainted,
    int passed,
    Map<String, Integer> failures,
    Cost cost,
    Cost spared) {
  /** Checks and copies the values. */
  public RoundRecord {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(spared, "spared");
    scenes = List.copyOf(scenes);
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }
}
