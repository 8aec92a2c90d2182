package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.refine.Refinement;

/** The rules of a refiner that its result can show. */
public final class RefineRules {
  private static final Set<StageId> NOT_PLUGGABLE =
      EnumSet.of(StageId.COMPOSE, StageId.RESTORE, StageId.SELECT, StageId.REFINE);

  private RefineRules() {}

  static void all(Refinement refinement) {
    f1(refinement);
    f4(refinement);
  }

  /**
   * Checks F1: only pluggable stages are named, and never the refiner itself.
   *
   * @param refinement the refinement
   */
  public static void f1(Refinement refinement) {
    assertThat(refinement.notes().keySet())
        .as("F1 only pluggable stages are named, and never the refiner itself")
        .noneMatch(NOT_PLUGGABLE::contains);
  }

  /**
   * Checks F4: every stage named has a note that says something.
   *
   * @param refinement the refinement
   */
  public static void f4(Refinement refinement) {
    for (List<String> notes : refinement.notes().values()) {
      assertThat(notes)
          .as("F4 every stage named has a note that says something")
          .isNotEmpty()
          .noneMatch(String::isBlank);
    }
  }
}
