package org.brandimage.imaging.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;

/**
 * The layout of a grid, which turns sizes of products into candidates. Planners may use it whatever
 * way they choose the sizes.
 *
 * <ul>
 *   <li><b>Sections.</b> A product is centred in a column of the safe box (the canvas without its
 *       margin), or on each of the anchors that divide the column evenly, and pushed inwards when
 *       it would leave that box. It stands on the ground line of its row: with one row 92 % of the
 *       canvas height, with more they spread evenly from 60 % (row 0, farthest) to 92 %; never
 *       below the safe box. Rows do not change the scale.
 *   <li><b>Scale.</b> A rotated rectangle that exceeds the safe box is scaled down until it fits;
 *       of several products all by the same factor, so that their proportions to each other stay. A
 *       cut-out's own proportions stay too: its longer side gets the planned length, at least 8
 *       pixels, and the other follows.
 *   <li><b>Safe zones.</b> Products stay in one of the largest rectangles of the safe box that no
 *       zone touches: in the one where they can be largest, then in the one nearest to the cell.
 *   <li><b>Overflow.</b> On request the safe box is the whole canvas, and its edges may cut off up
 *       to a share of a product's box, across and down each. This only permits cuts: a product is
 *       cut off only where its size, section or anchor requires it.
 *   <li><b>Several products</b> stand side by side on one ground line in evenly spaced columns, or
 *       in as many slots as there are products when the columns are too few. The orders from left
 *       to right are one more axis: all of them up to five products, beyond that each product once
 *       leftmost. All products of a candidate share its rotation, its scale multiplier and the
 *       number of its photo (modulo how many a product has), so the grid grows by the axes, never
 *       by a power of the products. Boxes do not overlap.
 *   <li><b>Cap.</b> A grid above {@code maxCandidates} is thinned evenly along every axis by
 *       golden-ratio steps. A row that fills the safe box to within 2 % of the canvas is centred
 *       whatever the section, and candidates with equal placements are given once: there may be
 *       fewer candidates than cells.
 * </ul>
 *
 * <p>Ids read {@code p0s1r+15x1.0}: photo, section (row by row), rotation, scale multiplier; with
 * several anchors {@code s1a0}; with several products {@code s0_2o1}: the first and last section,
 * and the order. The same input gives the same candidates. A candidate is a record of a few hundred
 * bytes. Immutable and thread-safe.
 */
public final class Placer {
  private static final double NEAREST_GROUND = 0.92;
  private static final double FARTHEST_GROUND = 0.60;
  // Sections that would shift a row by less than this share of the canvas are not worth a picture.
  private static final double FULL_ROW = 0.02;

  // A capped grid of many equal cells is searched for this many times the candidates wanted.
  private static final long TRIES = 8;

  private final Size canvas;
  private final Box safeBox;
  private final List<FreeRegion> regions;
  private final Grid grid;

  private Placer(Size canvas, double safeMargin, List<SafeZone> zones, Grid grid) {
    this.canvas = Objects.requireNonNull(canvas, "canvas");
    this.grid = Objects.requireNonNull(grid, "grid");
    Box inner = safeBox(canvas, safeMargin);
    this.safeBox = grid.overflow() > 0 ? canvas.bounds() : inner;
    List<Box> taken = zones.stream().map(zone -> zone.on(canvas)).toList();
    this.regions = FreeRegion.around(taken, safeBox, canvas, grid.overflow());
  }

  /**
   * {@return a placer}
   *
   * @param canvas the size of the picture
   * @param safeMargin the margin that products stay out of, as a share of the canvas' width at the
   *     left and right and of its height at the top and bottom, from 0 to 0.4
   * @param grid the grid to lay out
   * @throws IllegalArgumentException when the margin is out of range
   */
  public static Placer of(CanvasSize canvas, double safeMargin, Grid grid) {
    return new Placer(canvas.size(), safeMargin, List.of(), grid);
  }

  /**
   * {@return a placer that keeps products out of a brand's safe zones}
   *
   * @param canvas the size of the picture
   * @param safeMargin the margin that products stay out of, as a share of the canvas' width at the
   *     left and right and of its height at the top and bottom, from 0 to 0.4
   * @param zones the rectangles that products stay out of
   * @param grid the grid to lay out
   * @throws IllegalArgumentException when the margin is out of range
   */
  public static Placer of(CanvasSize canvas, double safeMargin, List<SafeZone> zones, Grid grid) {
    return new Placer(canvas.size(), safeMargin, zones, grid);
  }

  /**
   * Lays out the grid of a planner's request.
   *
   * @param request canvas, safe margin and zones, grid and products
   * @param sizes for every product and photo the size of the upright cut-out on the canvas before
   *     the grid's scale multipliers
   * @return the candidates in the order of the grid, at least one
   * @throws IllegalArgumentException when the sizes are not those of the products
   * @throws org.brandimage.spi.error.UnsupportedInputException when the products do not fit
   */
  public static List<Candidate> place(PlanRequest request, List<List<Size>> sizes) {
    return of(request.canvas(), request.safeMargin(), request.safeZones(), request.grid())
        .place(request.products(), sizes);
  }

  /**
   * Lays out the grid.
   *
   * @param products the products
   * @param sizes for every product and photo the size of the upright cut-out on the canvas before
   *     the grid's scale multipliers
   * @return the candidates in the order of the grid, at least one
   * @throws IllegalArgumentException when there is no product or the sizes are not theirs
   * @throws org.brandimage.spi.error.UnsupportedInputException when the products do not fit
   */
  public List<Candidate> place(List<ProductCutouts> products, List<List<Size>> sizes) {
    ProductRow productRow = new ProductRow(products, sizes, canvas);
    GridCells cells = new GridCells(grid, products.size(), productRow.photos());
    long step = cells.step(grid.maxCandidates());
    SortedMap<Long, Candidate> candidates = new TreeMap<>();
    Set<List<Placement>> seen = new HashSet<>();
    long tries = Math.min(cells.size(), TRIES * grid.maxCandidates());
    long index = 0;
    while (candidates.size() < grid.maxCandidates() && tries-- > 0) {
      GridCells.Cell cell = cells.cell(index);
      List<Placement> placements = placements(cell, productRow);
      if (seen.add(placements)) {
        candidates.put(index, new Candidate(cell.id(), placements));
      }
      index = (index + step) % cells.size();
    }
    return List.copyOf(candidates.values());
  }

  /**
   * {@return the part of the canvas that products stay in, without regard to safe zones: the box
   * within the margins, or the whole canvas when the grid allows overflow}
   */
  public Box safeBox() {
    return safeBox;
  }

  /** Lays a cell out in the region that suits it best. */
  private List<Placement> placements(GridCells.Cell cell, ProductRow productRow) {
    List<Placement> best = List.of();
    double largest = 0;
    long nearest = Long.MAX_VALUE;
    for (FreeRegion region : regions) {
      ProductRow.Fitted fitted =
          productRow.fitted(region, cell.photo(), cell.rotation(), cell.scale()).orElse(null);
      if (fitted != null && fitted.factor() >= largest) {
        List<Placement> placements = placements(cell, fitted.items(), region, productRow.gap());
        long distance = distance(cell, placements);
        if (fitted.factor() > largest || distance < nearest) {
          best = placements;
          largest = fitted.factor();
          nearest = distance;
        }
      }
    }
    if (best.isEmpty()) {
      throw productRow.tooLarge(safeBox.size());
    }
    return best;
  }

  private List<Placement> placements(
      GridCells.Cell cell, List<ProductRow.Item> items, FreeRegion region, int gap) {
    int[] order = cell.order();
    int[] lefts = lefts(cell, items, region, gap);
    List<Placement> placements = new ArrayList<>(order.length);
    for (int i = 0; i < order.length; i++) {
      ProductRow.Item item = items.get(order[i]);
      Size box = item.box();
      int top = region.top(groundLine(cell.row()), box.height());
      placements.add(
          new Placement(
              order[i],
              item.photo(),
              item.upright().width(),
              item.upright().height(),
              cell.rotation(),
              new Box(lefts[i], top, box.width(), box.height()),
              i));
    }
    return placements;
  }

  /** Returns how far products are from the place that the cell names, in pixels. */
  private long distance(GridCells.Cell cell, List<Placement> placements) {
    long distance = 0;
    for (int i = 0; i < placements.size(); i++) {
      Box box = placements.get(i).box();
      distance += Math.abs(box.x() + box.width() / 2 - Math.round(centre(cell, i)));
      distance += Math.abs(box.bottom() - groundLine(cell.row()));
    }
    return distance;
  }

  /** Centres each product in its column, then pushes neighbours apart and into the region. */
  private int[] lefts(
      GridCells.Cell cell, List<ProductRow.Item> items, FreeRegion region, int gap) {
    int[] order = cell.order();
    int[] widths = new int[order.length];
    Arrays.setAll(widths, i -> items.get(order[i]).box().width());
    int last = order.length - 1;
    int least = region.left(widths[0]);
    int most = region.right(widths[last]);
    int slack = most - least - IntStream.of(widths).sum() - gap * last;
    boolean full = slack < canvas.width() * FULL_ROW;
    int[] lefts = new int[order.length];
    least += full ? slack / 2 : 0;
    for (int i = 0; i < order.length; i++) {
      int wished = full ? least : (int) Math.round(centre(cell, i) - widths[i] / 2.0);
      lefts[i] = Math.max(least, wished);
      least = lefts[i] + widths[i] + gap;
    }
    for (int i = last; i >= 0; i--) {
      lefts[i] = Math.min(lefts[i], most - widths[i]);
      most = lefts[i] - gap;
    }
    return lefts;
  }

  /** Returns the column of the i-th product's wished middle. */
  private double centre(GridCells.Cell cell, int i) {
    double column = (double) safeBox.width() / cell.columns();
    return safeBox.x() + column * (cell.column(i) + cell.anchorShare());
  }

  private int groundLine(int row) {
    double share =
        grid.rows() == 1
            ? NEAREST_GROUND
            : FARTHEST_GROUND + (NEAREST_GROUND - FARTHEST_GROUND) * row / (grid.rows() - 1);
    return Math.min(safeBox.bottom(), (int) Math.round(canvas.height() * share));
  }

  private static Box safeBox(Size canvas, double margin) {
    if (!(margin >= 0 && margin <= 0.4)) {
      throw new IllegalArgumentException("safeMargin must be from 0 to 0.4: " + margin);
    }
    int across = (int) Math.ceil(canvas.width() * margin);
    int down = (int) Math.ceil(canvas.height() * margin);
    return new Box(
        across,
        down,
        Math.max(1, canvas.width() - 2 * across),
        Math.max(1, canvas.height() - 2 * down));
  }
}
