package org.brandimage.spi.testkit.fake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;

/** A refiner that hands a person's words and the failures' hints to the captioner. Thread-safe. */
public final class FakeRefiner implements Refiner {
  /** Creates a refiner. */
  public FakeRefiner() {}

  @Override
  public Refinement refine(RefineRequest request, StageContext context)
      throws InterruptedException {
    Set<String> notes = new TreeSet<>();
    request.feedback().map(Feedback::text).ifPresent(notes::add);
    context.checkActive();
    request.verdicts().stream()
        .flatMap(verdict -> verdict.results().stream())
        .filter(result -> result.outcome() == Outcome.FAIL)
        .map(GuidelineResult::hint)
        .forEach(notes::add);
    notes.removeIf(String::isBlank);
    return notes.isEmpty()
        ? new Refinement(Map.of(), Set.of())
        : new Refinement(Map.of(StageId.CAPTION, List.copyOf(notes)), Set.of());
  }
}
