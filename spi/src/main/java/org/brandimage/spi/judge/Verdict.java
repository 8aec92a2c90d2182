package org.brandimage.spi.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.result.Fingerprint;

/**
 * The results of all guidelines for one picture. It holds no overall pass, since a policy decides
 * that.
 *
 * @param candidateId the candidate the picture belongs to
 * @param results one result per guideline, in any order
 */
public record Verdict(String candidateId, List<GuidelineResult> results) {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when two results are of one guideline
   */
  public Verdict {
    Objects.requireNonNull(candidateId, "candidateId");
    results = List.copyOf(results);
    HashSet<String> ids = new HashSet<>();
    for (GuidelineResult result : results) {
      if (!ids.add(result.guidelineId())) {
        throw new IllegalArgumentException("guideline is answered twice: " + result.guidelineId());
      }
    }
  }

  /** {@return the identity of the content, in lower-case hexadecimal} */
  public String fingerprint() {
    Fingerprint print = Fingerprint.of("verdict").add(candidateId).add(results.size());
    for (GuidelineResult result : results) {
      print
          .add(result.guidelineId())
          .add(result.outcome().name())
          .add(result.cause().map(Enum::name).orElse(""))
          .add(result.source())
          .add(result.reason())
          .add(result.number().toString())
          .add(result.threshold().toString())
          .add(result.hint());
    }
    return print.toHex();
  }
}
