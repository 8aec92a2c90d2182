package org.brandimage.spi.contract;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.PlanRequest;
import org.jspecify.annotations.Nullable;

/** The rules of a planner that one request and its plan can show. Stateless and thread-safe. */
public final class PlanRules {
  /** Boxes and upright sizes are whole pixels, each rounded by up to one. */
  private static final double ROUNDING = 2;

  private PlanRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its plan, or null when the stage returned null
   * @return the broken rules among C1, P1, P2 and P6; empty when there are none
   */
  public static List<BrokenRule> structure(PlanRequest request, @Nullable CompositionPlan result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    return structural(request, result).toList();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param request the request
   * @param result its plan, or null when the stage returned null
   * @return the broken rules among C1, P1 to P4 and P6 to P9; empty when there are none
   */
  public static List<BrokenRule> all(PlanRequest request, @Nullable CompositionPlan result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = structural(request, result);
    for (Candidate candidate : result.candidates()) {
      findOverlaps(candidate, findings);
      for (Placement placement : candidate.placements()) {
        findPlace(request, candidate, placement, findings);
        findBoxSize(candidate, placement, findings);
        findings.addIf(
            !request.grid().rotations().contains(placement.rotation()),
            Rule.P8,
            candidate.id() + " rotates by " + placement.rotation());
        findProportions(request, candidate, placement, findings);
      }
    }
    return findings.toList();
  }

  private static Findings structural(PlanRequest request, CompositionPlan plan) {
    Findings findings = new Findings();
    List<Integer> products = IntStream.range(0, request.products().size()).boxed().toList();
    for (Candidate candidate : plan.candidates()) {
      findings.addUnlessPermutation(
          Rule.P1,
          candidate.id() + ": ",
          products,
          candidate.placements().stream().map(Placement::product).toList());
      for (Placement placement : candidate.placements()) {
        findings.addIf(
            known(request, placement) && placement.photo() >= photos(request, placement).size(),
            Rule.P2,
            candidate.id() + ": photo " + placement.photo() + " of product " + placement.product());
      }
    }
    int most = request.grid().maxCandidates();
    int count = plan.candidates().size();
    findings.addIf(count > most, Rule.P6, count + " candidates, at most " + most);
    return findings;
  }

  private static void findOverlaps(Candidate candidate, Findings findings) {
    List<Placement> placements = candidate.placements();
    for (int i = 1; i < placements.size(); i++) {
      for (int j = 0; j < i; j++) {
        findings.addIf(
            placements.get(i).box().intersect(placements.get(j).box()).isPresent(),
            Rule.P4,
            candidate.id()
                + ": products "
                + placements.get(j).product()
                + " and "
                + placements.get(i).product());
      }
    }
  }

  /** One pixel of the margin is left to rounding. */
  private static void findPlace(
      PlanRequest request, Candidate candidate, Placement placement, Findings findings) {
    Size canvas = request.canvas().size();
    double overflow = request.grid().overflow();
    int dx = Math.max(0, (int) (canvas.width() * request.safeMargin()) - 1);
    int dy = Math.max(0, (int) (canvas.height() * request.safeMargin()) - 1);
    Box safe = new Box(dx, dy, canvas.width() - 2 * dx, canvas.height() - 2 * dy);
    Box box = placement.box();
    findings.addIf(
        !(overflow > 0 ? visible(box, canvas, overflow) : safe.contains(box)),
        Rule.P3,
        candidate.id() + ": " + box + " leaves " + safe);
    for (SafeZone zone : request.safeZones()) {
      findings.addIf(
          zone.on(canvas).intersect(box).isPresent(),
          Rule.P3,
          candidate.id() + ": " + box + " reaches into " + zone.on(canvas));
    }
  }

  /** Tells whether enough of a box is on the canvas, up to a pixel. */
  private static boolean visible(Box box, Size canvas, double overflow) {
    Box seen = canvas.bounds().intersect(box).orElse(new Box(0, 0, 1, 1));
    return seen.width() + 1 >= box.width() * (1 - overflow)
        && seen.height() + 1 >= box.height() * (1 - overflow);
  }

  private static void findBoxSize(Candidate candidate, Placement placement, Findings findings) {
    double sin = Math.abs(Math.sin(Math.toRadians(placement.rotation())));
    double cos = Math.abs(Math.cos(Math.toRadians(placement.rotation())));
    double width = placement.width() * cos + placement.height() * sin;
    double height = placement.width() * sin + placement.height() * cos;
    Box box = placement.box();
    findings.addIf(
        Math.abs(box.width() - width) > ROUNDING || Math.abs(box.height() - height) > ROUNDING,
        Rule.P7,
        candidate.id()
            + ": "
            + box.size()
            + " for "
            + Math.round(width)
            + "x"
            + Math.round(height));
  }

  /** A side may be off by one pixel, so the cross products differ by one side of the cut-out. */
  private static void findProportions(
      PlanRequest request, Candidate candidate, Placement placement, Findings findings) {
    if (known(request, placement)) {
      Size cutout = cutout(request, placement);
      long skew =
          Math.abs(
              (long) placement.width() * cutout.height()
                  - (long) placement.height() * cutout.width());
      findings.addIf(
          skew > Math.max(cutout.width(), cutout.height()),
          Rule.P9,
          candidate.id() + ": " + placement.width() + "x" + placement.height() + " of " + cutout);
    }
  }

  /** Tells whether the scene has the product; P1 covers the others. */
  private static boolean known(PlanRequest request, Placement placement) {
    return placement.product() < request.products().size();
  }

  private static List<Cutout> photos(PlanRequest request, Placement placement) {
    return request.products().get(placement.product()).photos();
  }

  /** The cut-out that is shown, or the last one; P2 covers photos that are not there. */
  private static Size cutout(PlanRequest request, Placement placement) {
    List<Cutout> photos = photos(request, placement);
    return photos.get(Math.min(placement.photo(), photos.size() - 1)).image().size();
  }
}
