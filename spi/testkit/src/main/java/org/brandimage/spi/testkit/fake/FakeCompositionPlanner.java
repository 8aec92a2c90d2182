package org.brandimage.spi.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.PlanRequest;

/**
 * A planner that gives each product an upright strip of the safe area, above or below safe zones,
 * and puts its first photo there, moved to the cell's section, at half the strip's size.
 * Thread-safe.
 */
public final class FakeCompositionPlanner implements CompositionPlanner {
  private static final double SHARE = 0.5;

  /** Creates a planner. */
  public FakeCompositionPlanner() {}

  @Override
  public CompositionPlan plan(PlanRequest request, StageContext context)
      throws InterruptedException {
    Grid grid = request.grid();
    context.checkActive();
    List<Candidate> candidates = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        for (int rotation = 0; rotation < grid.rotations().size(); rotation++) {
          for (int scale = 0; scale < grid.scales().size(); scale++) {
            if (candidates.size() < grid.maxCandidates()) {
              candidates.add(candidate(request, new Cell(column, row, rotation, scale)));
            }
          }
        }
      }
    }
    return new CompositionPlan(candidates, "Each product takes half of its strip.");
  }

  private static Candidate candidate(PlanRequest request, Cell cell) {
    List<Placement> placements = new ArrayList<>();
    for (int product = 0; product < request.products().size(); product++) {
      placements.add(placement(request, cell, product));
    }
    return new Candidate(
        "c" + cell.column + "-r" + cell.row + "-a" + cell.rotation + "-s" + cell.scale, placements);
  }

  private static Placement placement(PlanRequest request, Cell cell, int product) {
    Grid grid = request.grid();
    Box strip = strip(request, product);
    double rotation = grid.rotations().get(cell.rotation);
    double sin = Math.abs(Math.sin(Math.toRadians(rotation)));
    double cos = Math.abs(Math.cos(Math.toRadians(rotation)));
    Size cutout = request.products().get(product).photos().get(0).image().size();
    double ratio = (double) cutout.width() / cutout.height();
    double room =
        Math.min(strip.width() / (ratio * cos + sin), strip.height() / (ratio * sin + cos));
    double share = Math.min(1, SHARE * grid.scales().get(cell.scale));
    int height = Math.max(1, (int) (room * share));
    int width = Math.max(1, (int) (height * ratio));
    int boxWidth = Math.max(1, (int) (width * cos + height * sin));
    int boxHeight = Math.max(1, (int) (width * sin + height * cos));
    int x = offset(cell.column, grid.columns(), strip.width(), boxWidth);
    int y = offset(cell.row, grid.rows(), strip.height(), boxHeight);
    Box box = new Box(strip.x() + x, strip.y() + y, boxWidth, boxHeight);
    return new Placement(product, 0, width, height, rotation, box, product);
  }

  private static Box strip(PlanRequest request, int product) {
    Size canvas = request.canvas().size();
    Box area = area(request);
    int width = area.width() / request.products().size();
    if (width < 1) {
      throw new UnsupportedInputException("canvas " + canvas + " is too narrow - use a wider one");
    }
    return new Box(area.x() + product * width, area.y(), width, area.height());
  }

  /** Cuts each safe zone off the safe area, along with what lies above or below it. */
  private static Box area(PlanRequest request) {
    Size canvas = request.canvas().size();
    int dx = (int) Math.ceil(canvas.width() * request.safeMargin());
    int top = (int) Math.ceil(canvas.height() * request.safeMargin());
    int bottom = canvas.height() - top;
    for (SafeZone zone : request.safeZones()) {
      Box taken = zone.on(canvas);
      if (taken.y() - top > bottom - taken.bottom()) {
        bottom = Math.min(bottom, taken.y());
      } else {
        top = Math.max(top, taken.bottom());
      }
    }
    if (bottom <= top || canvas.width() <= 2 * dx) {
      throw new UnsupportedInputException("safe zones fill " + canvas + " - use smaller ones");
    }
    return new Box(dx, top, canvas.width() - 2 * dx, bottom - top);
  }

  /** Centres a box in its section, and moves it back inside the strip. */
  private static int offset(int section, int sections, int strip, int box) {
    int centred = (int) ((section + 0.5) / sections * strip - box / 2.0);
    return Math.max(0, Math.min(strip - box, centred));
  }

  private record Cell(int column, int row, int rotation, int scale) {}
}
