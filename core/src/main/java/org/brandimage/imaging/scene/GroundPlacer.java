package org.brandimage.imaging.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.imaging.scene.GroundSearch.Spot;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.scene.SceneView;

/**
 * The layout of a grid on the free ground of a scene: products stand upright, each cell of the grid
 * is solved. A section of the canvas is searched for the place where the whole footprint is best
 * supported and the size nearest to the real one; then for further places that differ from it, as
 * many as the grid has rotations. Sections without ground are left out, with a reason. Immutable
 * and thread-safe; a grid of nine costs some milliseconds and no pixels.
 */
public final class GroundPlacer {
  /** The least support of a footprint that counts as standing. */
  static final double STANDING = 0.5;

  private static final int LATTICE = 28;
  private static final double HIGHEST_GROUND = 0.42;

  /** How far two places of one section are apart at least, as a share of the canvas' side. */
  private static final double APART = 0.12;

  private final SceneView view;
  private final Grid grid;
  private final Box safe;
  private final List<Box> zones;

  /**
   * A grid that was laid out.
   *
   * @param candidates the candidates, none when nothing can stand anywhere
   * @param notes one sentence for each section that was left out, and one for the size
   */
  public record Layout(List<Candidate> candidates, List<String> notes) {
    /** Copies the values. */
    public Layout {
      candidates = List.copyOf(candidates);
      notes = List.copyOf(notes);
    }
  }

  private GroundPlacer(SceneView view, double safeMargin, List<SafeZone> zones, Grid grid) {
    this.view = view;
    this.grid = grid;
    this.safe = SceneFraming.safeBox(view.canvas(), safeMargin);
    this.zones = zones.stream().map(zone -> zone.on(view.canvas())).toList();
  }

  /**
   * Returns a placer.
   *
   * @param view the part of the scene that the canvas shows
   * @param safeMargin the margin that products stay out of, from 0 to 0.4
   * @param zones the rectangles that products stay out of
   * @param grid sections and scales; its rotations are not used but for their number
   * @return the placer
   */
  public static GroundPlacer of(
      SceneView view, double safeMargin, List<SafeZone> zones, Grid grid) {
    return new GroundPlacer(view, safeMargin, zones, grid);
  }

  /**
   * Lays out the grid.
   *
   * @param products the products, side by side in this order
   * @param heightsCm the real height of each, above 0
   * @param wish a factor on the size, 1 for none
   * @return the candidates and what was left out
   * @throws IllegalArgumentException when there is not one height for each product
   */
  public Layout place(List<ProductCutouts> products, List<Double> heightsCm, double wish) {
    if (products.isEmpty() || products.size() != heightsCm.size()) {
      throw new IllegalArgumentException(
          "heightsCm must be one for each of " + products.size() + " products: " + heightsCm);
    }
    List<Candidate> candidates = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int photos = products.stream().mapToInt(product -> product.photos().size()).max().orElse(1);
    GroundSupport support = GroundSupport.of(view.map());
    for (int photo = 0; photo < photos; photo++) {
      StandingProducts standing = new StandingProducts(heightsCm, aspects(products, photo));
      GroundSearch search = new GroundSearch(view, support, standing, safe, zones);
      for (int section = 0; section < grid.columns() * grid.rows(); section++) {
        List<Candidate> solved = solve(search, products, photo, section, wish);
        if (solved.isEmpty() && photo == 0) {
          notes.add("section " + section + " has no free ground for the whole footprint");
        }
        candidates.addAll(solved);
      }
    }
    List<Candidate> kept = candidates.stream().limit(grid.maxCandidates()).toList();
    return new Layout(kept, notes);
  }

  private List<Candidate> solve(
      GroundSearch search, List<ProductCutouts> products, int photo, int section, double wish) {
    double column = safe.width() / (double) grid.columns();
    double fromX = safe.x() + column * (section % grid.columns());
    double top = Math.max(safe.y(), HIGHEST_GROUND * view.canvas().height());
    double row = (safe.bottom() + 1 - top) / grid.rows();
    double fromY = top + row * Math.floorDiv(section, grid.columns());
    List<Candidate> candidates = new ArrayList<>();
    for (double scale : grid.scales()) {
      List<Spot> standing =
          search.spots(fromX, fromX + column, fromY, fromY + row, LATTICE, scale * wish).stream()
              .filter(spot -> spot.support() >= STANDING)
              .sorted(Comparator.comparingDouble(Spot::score).reversed())
              .toList();
      List<Spot> chosen = new ArrayList<>();
      while (chosen.size() < grid.rotations().size() && next(standing, chosen).isPresent()) {
        Spot spot = next(standing, chosen).orElseThrow();
        String id =
            String.format(Locale.ROOT, "p%ds%dv%dr+0x%s", photo, section, chosen.size(), scale);
        candidates.add(candidate(id, products, photo, spot));
        chosen.add(spot);
      }
    }
    return candidates;
  }

  /** Returns the best place that is apart from those chosen. */
  private Optional<Spot> next(List<Spot> best, List<Spot> chosen) {
    return best.stream()
        .filter(spot -> chosen.stream().noneMatch(other -> near(spot, other)))
        .findFirst();
  }

  private boolean near(Spot one, Spot other) {
    Size canvas = view.canvas();
    return Math.abs(one.middle() - other.middle()) < APART * canvas.width()
        && Math.abs(one.ground() - other.ground()) < APART * canvas.height();
  }

  private static Candidate candidate(
      String id, List<ProductCutouts> products, int photo, Spot spot) {
    List<Placement> placements = new ArrayList<>();
    int left = spot.left();
    for (int i = 0; i < products.size(); i++) {
      Size size = spot.sized().sizes().get(i);
      placements.add(
          new Placement(
              i,
              photo % products.get(i).photos().size(),
              size.width(),
              size.height(),
              0,
              new Box(left, spot.ground() - size.height(), size.width(), size.height()),
              i));
      left += size.width() + spot.sized().gap();
    }
    return new Candidate(id, placements);
  }

  private static List<Double> aspects(List<ProductCutouts> products, int photo) {
    return products.stream()
        .map(product -> product.photos().get(photo % product.photos().size()).image().size())
        .map(size -> (double) size.width() / size.height())
        .toList();
  }
}
