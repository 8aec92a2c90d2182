package org.brandimage.spi.plan;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Scene;

/** The input of a CompositionPlanner. Immutable. */
public final class PlanRequest implements StageRequest {
  private final Scene scene;
  private final Caption caption;
  private final CanvasSize canvas;
  private final List<ProductCutouts> products;
  private final Grid grid;
  private final double safeMargin;
  private final List<SafeZone> safeZones;
  private final List<String> notes;

  private PlanRequest(Builder builder) {
    this.scene = builder.scene;
    this.caption = builder.caption;
    this.canvas = builder.canvas;
    this.products = List.copyOf(builder.products);
    this.grid = builder.grid;
    this.safeMargin = builder.safeMargin;
    this.safeZones = List.copyOf(builder.safeZones);
    this.notes = List.copyOf(builder.notes);
    check();
  }

  /**
   * Starts a builder.
   *
   * @param scene what is shown
   * @param caption the text of the picture
   * @param canvas the size of the picture
   * @param products the products in the order of the scene, each with its cut-outs
   * @return a builder with the documented defaults
   */
  public static Builder builder(
      Scene scene, Caption caption, CanvasSize canvas, List<ProductCutouts> products) {
    return new Builder(scene, caption, canvas, products);
  }

  /**
   * Returns what is shown.
   *
   * @return what is shown
   */
  public Scene scene() {
    return scene;
  }

  /**
   * Returns the text of the picture.
   *
   * @return the text of the picture
   */
  public Caption caption() {
    return caption;
  }

  /**
   * Returns the size of the picture.
   *
   * @return the size of the picture
   */
  public CanvasSize canvas() {
    return canvas;
  }

  /**
   * Returns the products in the order of the scene, each with its cut-outs.
   *
   * @return the products in the order of the scene, each with its cut-outs
   */
  public List<ProductCutouts> products() {
    return products;
  }

  /**
   * Returns the grid to search; three sections and three rotations by default.
   *
   * @return the grid to search; three sections and three rotations by default
   */
  public Grid grid() {
    return grid;
  }

  /**
   * Returns the share of each side that products stay out of, from 0 to 0.4; 0.04 by default.
   *
   * @return the share of each side that products stay out of, from 0 to 0.4; 0.04 by default
   */
  public double safeMargin() {
    return safeMargin;
  }

  /**
   * Returns the rectangles of the canvas that products stay out of; none by default.
   *
   * @return the rectangles of the canvas that products stay out of; none by default
   */
  public List<SafeZone> safeZones() {
    return safeZones;
  }

  /**
   * Returns wishes from an earlier round, oldest first; untrusted.
   *
   * @return wishes from an earlier round, oldest first; untrusted
   */
  public List<String> notes() {
    return notes;
  }

  @Override
  public String fingerprint() {
    Fingerprint print =
        Fingerprint.of("plan")
            .add(scene.fingerprint())
            .add(caption.fingerprint())
            .add(canvas.toString())
            .add(grid.toString())
            .add(safeMargin)
            .addAll(safeZones.stream().map(SafeZone::toString).toList())
            .addAll(notes);
    for (ProductCutouts product : products) {
      print.add(product.photos().size());
      product.photos().forEach(photo -> print.add(photo.image().digest()));
    }
    return print.toHex();
  }

  private void check() {
    if (products.size() != scene.products().size()) {
      throw new IllegalArgumentException(
          "products must be those of the scene, "
              + scene.products().size()
              + ": "
              + products.size());
    }
    if (!(safeMargin >= 0 && safeMargin <= 0.4)) {
      throw new IllegalArgumentException("safeMargin must be from 0 to 0.4: " + safeMargin);
    }
  }

  @Override
  public String toString() {
    return "PlanRequest[" + scene.id() + ", " + canvas + "]";
  }

  /** Builds a {@link PlanRequest}. Not thread-safe. */
  public static final class Builder {
    private final Scene scene;
    private final Caption caption;
    private final CanvasSize canvas;
    private final List<ProductCutouts> products;
    private Grid grid = Grid.DEFAULT;
    private double safeMargin = 0.04;
    private List<SafeZone> safeZones = List.of();
    private List<String> notes = List.of();

    private Builder(
        Scene scene, Caption caption, CanvasSize canvas, List<ProductCutouts> products) {
      this.scene = Objects.requireNonNull(scene, "scene");
      this.caption = Objects.requireNonNull(caption, "caption");
      this.canvas = Objects.requireNonNull(canvas, "canvas");
      this.products = List.copyOf(products);
    }

    /**
     * Sets the grid to search; three sections and three rotations by default.
     *
     * @param grid the grid to search; three sections and three rotations by default
     * @return this
     */
    public Builder grid(Grid grid) {
      this.grid = Objects.requireNonNull(grid, "grid");
      return this;
    }

    /**
     * Sets the share of each side that products stay out of, from 0 to 0.4; 0.04 by default.
     *
     * @param safeMargin the share of each side that products stay out of, from 0 to 0.4; 0.04 by
     *     default
     * @return this
     */
    public Builder safeMargin(double safeMargin) {
      this.safeMargin = safeMargin;
      return this;
    }

    /**
     * Sets the rectangles of the canvas that products stay out of; none by default.
     *
     * @param safeZones the rectangles of the canvas that products stay out of; none by default
     * @return this
     */
    public Builder safeZones(List<SafeZone> safeZones) {
      this.safeZones = List.copyOf(safeZones);
      return this;
    }

    /**
     * Sets wishes from an earlier round, oldest first; untrusted.
     *
     * @param notes wishes from an earlier round, oldest first; untrusted
     * @return this
     */
    public Builder notes(List<String> notes) {
      this.notes = List.copyOf(notes);
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public PlanRequest build() {
      return new PlanRequest(this);
    }
  }
}
