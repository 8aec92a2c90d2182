package org.brandimage.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Cause;
import org.brandimage.spi.judge.GuidelineResult.Outcome;

/** The form of a guideline's result in {@code run.json}. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record GuidelineResultJson(
    String guidelineId,
    Outcome outcome,
    String source,
    String reason,
    OptionalDouble number,
    OptionalDouble threshold,
    String hint,
    Optional<Cause> cause) {
  static GuidelineResultJson of(GuidelineResult result) {
    return new GuidelineResultJson(
        result.guidelineId(),
        result.outcome(),
        result.source(),
        result.reason(),
        result.number(),
        result.threshold(),
        result.hint(),
        result.cause());
  }

  GuidelineResult toValue() {
    GuidelineResult.Builder result =
        GuidelineResult.builder(guidelineId, outcome, source, reason).hint(hint);
    number.ifPresent(result::number);
    threshold.ifPresent(result::threshold);
    cause.ifPresent(result::cause);
    return result.build();
  }
}
