package org.brandimage.quality;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The decision of a policy, in which every candidate is either passed or rejected. Immutable; maps
 * keep the order of the candidates.
 *
 * @param passed the ids of the candidates that pass, in the order of their verdicts
 * @param relaxed the ids of the flexible guidelines that were dropped so that a candidate passes,
 *     in the order in which they were dropped; empty when none was
 * @param rejected the id of each rejected candidate with its reasons, at least one, each as {@code
 *     guideline-id: reason}
 * @param unanswered the id of each candidate with the ids of the guidelines that stayed unanswered
 *     for it, in the order of the guidelines; candidates without any are not listed
 */
public record PolicyDecision(
    List<String> passed,
    List<String> relaxed,
    Map<String, List<String>> rejected,
    Map<String, List<String>> unanswered) {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when a candidate is both passed and rejected, or rejected
   *     without a reason
   */
  public PolicyDecision {
    passed = List.copyOf(passed);
    relaxed = List.copyOf(relaxed);
    rejected = copy(rejected);
    unanswered = copy(unanswered);
    for (Map.Entry<String, List<String>> entry : rejected.entrySet()) {
      if (passed.contains(entry.getKey()) || entry.getValue().isEmpty()) {
        throw new IllegalArgumentException(
            "candidate "
                + entry.getKey()
                + " must be passed, or rejected with a reason: "
                + entry.getValue());
      }
    }
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> lists) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    lists.forEach((id, list) -> copy.put(id, List.copyOf(list)));
    return Collections.unmodifiableMap(copy);
  }
}
