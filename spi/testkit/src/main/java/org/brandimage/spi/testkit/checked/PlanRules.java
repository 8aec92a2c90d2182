package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.PlanRequest;

/** The rules of a planner that one request and its plan can show. */
public final class PlanRules {
  /** Boxes and upright sizes are whole pixels, each rounded by up to one. */
  private static final Offset<Double> ROUNDING = Offset.offset(2.0);

  private PlanRules() {}

  static void all(PlanRequest request, CompositionPlan plan) {
    p1(request, plan);
    p2(request, plan);
    p3(request, plan);
    p4(plan);
    p6(request, plan);
    p7(plan);
    p8(request, plan);
    p9(request, plan);
  }

  /**
   * Checks P1: every candidate places every product once.
   *
   * @param request the request
   * @param plan the plan
   */
  public static void p1(PlanRequest request, CompositionPlan plan) {
    List<Integer> products = IntStream.range(0, request.products().size()).boxed().toList();
    for (Candidate candidate : plan.candidates()) {
      assertThat(candidate.placements().stream().map(Placement::product))
          .as("P1 every candidate places every product once: %s", candidate.id())
          .containsExactlyInAnyOrderElementsOf(products);
    }
  }

  /**
   * Checks P2: every placement shows a photo its product has.
   *
   * @param request the request
   * @param plan the plan
   */
  public static void p2(PlanRequest request, CompositionPlan plan) {
    for (Candidate candidate : plan.candidates()) {
      for (Placement placement : known(candidate, request)) {
        assertThat(placement.photo())
            .as("P2 every placement shows a photo its product has: %s", candidate.id())
            .isLessThan(request.products().get(placement.product()).photos().size());
      }
    }
  }

  /**
   * Checks P3: boxes lie inside the canvas, out of its safe margin and zones. One pixel of the
   * margin is left to rounding.
   *
   * @param request the request
   * @param plan the plan
   */
  public static void p3(PlanRequest request, CompositionPlan plan) {
    Size canvas = request.canvas().size();
    double overflow = request.grid().overflow();
    int dx = Math.max(0, (int) (canvas.width() * request.safeMargin()) - 1);
    int dy = Math.max(0, (int) (canvas.height() * request.safeMargin()) - 1);
    Box safe = new Box(dx, dy, canvas.width() - 2 * dx, canvas.height() - 2 * dy);
    for (Candidate candidate : plan.candidates()) {
      for (Placement placement : candidate.placements()) {
        Box box = placement.box();
        assertThat(overflow > 0 ? visible(box, canvas, overflow) : safe.contains(box))
            .as("P3 %s: %s lies inside %s, overflow %s", candidate.id(), box, safe, overflow)
            .isTrue();
        for (SafeZone zone : request.safeZones()) {
          assertThat(zone.on(canvas).intersect(box))
              .as("P3 %s: %s keeps out of %s", candidate.id(), box, zone)
              .isEmpty();
        }
      }
    }
  }

  /** Tells whether enough of a box is on the canvas, up to a pixel. */
  private static boolean visible(Box box, Size canvas, double overflow) {
    Box seen = canvas.bounds().intersect(box).orElse(new Box(0, 0, 1, 1));
    return seen.width() + 1 >= box.width() * (1 - overflow)
        && seen.height() + 1 >= box.height() * (1 - overflow);
  }

  /**
   * Checks P4: no two boxes of a candidate overlap.
   *
   * @param plan the plan
   */
  public static void p4(CompositionPlan plan) {
    for (Candidate candidate : plan.candidates()) {
      List<Placement> placements = candidate.placements();
      for (int i = 1; i < placements.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(placements.get(i).box().intersect(placements.get(j).box()))
              .as("P4 no two boxes of a candidate overlap: %s", candidate.id())
              .isEmpty();
        }
      }
    }
  }

  /**
   * Checks P6: there are never more candidates than the grid allows.
   *
   * @param request the request
   * @param plan the plan
   */
  public static void p6(PlanRequest request, CompositionPlan plan) {
    assertThat(plan.candidates())
        .as("P6 there are never more candidates than the grid allows")
        .hasSizeLessThanOrEqualTo(request.grid().maxCandidates());
  }

  /**
   * Checks P7: a box is as large as its rotated cut-out.
   *
   * @param plan the plan
   */
  public static void p7(CompositionPlan plan) {
    for (Candidate candidate : plan.candidates()) {
      for (Placement placement : candidate.placements()) {
        double sin = Math.abs(Math.sin(Math.toRadians(placement.rotation())));
        double cos = Math.abs(Math.cos(Math.toRadians(placement.rotation())));
        double width = placement.width() * cos + placement.height() * sin;
        double height = placement.width() * sin + placement.height() * cos;
        assertThat((double) placement.box().width())
            .as("P7 a box is as wide as its rotated cut-out: %s", candidate.id())
            .isCloseTo(width, ROUNDING);
        assertThat((double) placement.box().height())
            .as("P7 a box is as high as its rotated cut-out: %s", candidate.id())
            .isCloseTo(height, ROUNDING);
      }
    }
  }

  /**
   * Checks P8: every rotation is one of the grid's.
   *
   * @param request the request
   * @param plan the plan
   */
  public static void p8(PlanRequest request, CompositionPlan plan) {
    for (Candidate candidate : plan.candidates()) {
      assertThat(candidate.placements().stream().map(Placement::rotation))
          .as("P8 every rotation is one of the grid's: %s", candidate.id())
          .isSubsetOf(request.grid().rotations());
    }
  }

  /**
   * Checks P9: a product keeps its proportions, up to a pixel. A side may be off by one pixel, so
   * the cross products differ by one side of the cut-out.
   *
   * @param request the request
   * @param plan the plan
   */
  public static void p9(PlanRequest request, CompositionPlan plan) {
    for (Candidate candidate : plan.candidates()) {
      for (Placement placement : known(candidate, request)) {
        Size cutout = cutout(request, placement);
        long skew =
            Math.abs(
                (long) placement.width() * cutout.height()
                    - (long) placement.height() * cutout.width());
        assertThat(skew)
            .as("P9 %s: %s keeps the proportions of %s", candidate.id(), placement, cutout)
            .isLessThanOrEqualTo(Math.max(cutout.width(), cutout.height()));
      }
    }
  }

  /** Placements whose product the scene has; P1 covers the others. */
  private static List<Placement> known(Candidate candidate, PlanRequest request) {
    return candidate.placements().stream()
        .filter(placement -> placement.product() < request.products().size())
        .toList();
  }

  /** The cut-out that is shown, or the last one; P2 covers photos that are not there. */
  private static Size cutout(PlanRequest request, Placement placement) {
    List<Cutout> photos = request.products().get(placement.product()).photos();
    return photos.get(Math.min(placement.photo(), photos.size() - 1)).image().size();
  }
}
