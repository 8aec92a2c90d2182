package org.brandimage.pipeline.candidate;

import java.util.List;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Candidate;

/** A composed candidate with the results that were measured before anything was paid for. */
public record Composite(PlannedScene planned, Candidate candidate, List<GuidelineResult> results)
    implements Tracked {
  @Override
  public String id() {
    return planned.idOf(candidate.id());
  }

  @Override
  public Composite composite() {
    return this;
  }
}
