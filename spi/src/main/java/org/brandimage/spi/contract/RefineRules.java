package org.brandimage.spi.contract;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.jspecify.annotations.Nullable;

/** The rules of a refiner that one request and its result can show. Stateless and thread-safe. */
public final class RefineRules {
  private static final Set<StageId> NOT_PLUGGABLE =
      EnumSet.of(StageId.COMPOSE, StageId.RESTORE, StageId.SELECT, StageId.REFINE);

  private RefineRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1 and F1; empty when there are none
   */
  public static List<BrokenRule> structure(RefineRequest request, @Nullable Refinement result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    return structural(result).toList();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, F1 and F4; empty when there are none
   */
  public static List<BrokenRule> all(RefineRequest request, @Nullable Refinement result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = structural(result);
    result
        .notes()
        .forEach(
            (stage, notes) ->
                findings.addIf(
                    notes.isEmpty() || notes.stream().anyMatch(String::isBlank),
                    Rule.F4,
                    stage.label() + " has an empty note or none"));
    return findings.toList();
  }

  private static Findings structural(Refinement refinement) {
    Findings findings = new Findings();
    for (StageId stage : refinement.notes().keySet()) {
      findings.addIf(NOT_PLUGGABLE.contains(stage), Rule.F1, stage.label() + " is named");
    }
    return findings;
  }
}
