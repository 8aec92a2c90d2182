package org.brandimage.spi.error;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The error of a run in which every candidate failed with an error, as opposed to being rejected by
 * a guideline. It holds the reason of each candidate.
 */
public final class AllCandidatesFailedException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, String> reasons;

  /**
   * Creates the error.
   *
   * @param reasons candidate id to reason, one entry per candidate, at least one
   */
  public AllCandidatesFailedException(Map<String, String> reasons) {
    super(summary(reasons));
    this.reasons = new LinkedHashMap<>(new TreeMap<>(reasons));
  }

  /**
   * {@return the reasons why the candidates failed: candidate id to reason, in the order of the
   * ids; a copy}
   */
  public Map<String, String> reasons() {
    return new LinkedHashMap<>(reasons);
  }

  private static String summary(Map<String, String> reasons) {
    if (Objects.requireNonNull(reasons, "reasons").isEmpty()) {
      throw new IllegalArgumentException("reasons must name at least one candidate");
    }
    Map<String, Integer> counts = new TreeMap<>();
    reasons.values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
    StringBuilder text = new StringBuilder("all " + reasons.size() + " candidates failed:");
    counts.forEach(
        (reason, count) -> text.append(' ').append(count).append(" x ").append(reason).append(';'));
    return text.substring(0, text.length() - 1);
  }
}
