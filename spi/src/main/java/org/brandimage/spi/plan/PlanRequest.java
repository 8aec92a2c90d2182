package org.brandimage.spi.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.scene.SceneMap;
import org.jspecify.annotations.Nullable;

/** The input of a {@link CompositionPlanner}. Immutable. */
public final class PlanRequest implements StageRequest {
  private final Scene scene;
  private final Caption caption;
  private final CanvasSize canvas;
  private final List<ProductCutouts> products;
  private final Grid grid;
  private final double safeMargin;
  private final List<SafeZone> safeZones;
  private final List<String> notes;
  private final @Nullable SceneMap sceneMap;
  private final boolean upright;

  private PlanRequest(Builder builder) {
    this.scene = builder.scene;
    this.caption = builder.caption;
    this.canvas = builder.canvas;
    this.products = List.copyOf(builder.products);
    this.grid = builder.grid;
    this.safeMargin = builder.safeMargin;
    this.safeZones = List.copyOf(builder.safeZones);
    this.notes = List.copyOf(builder.notes);
    this.sceneMap = builder.sceneMap;
    this.upright = builder.upright;
    check();
  }

  /**
   * {@return a builder with the documented defaults}
   *
   * @param scene the scene to show
   * @param caption the caption of the picture
   * @param canvas the size of the picture
   * @param products the products in the order of the scene, each with its cut-outs
   */
  public static Builder builder(
      Scene scene, Caption caption, CanvasSize canvas, List<ProductCutouts> products) {
    return new Builder(scene, caption, canvas, products);
  }

  /** {@return the scene to show} */
  public Scene scene() {
    return scene;
  }

  /** {@return the caption of the picture} */
  public Caption caption() {
    return caption;
  }

  /** {@return the size of the picture} */
  public CanvasSize canvas() {
    return canvas;
  }

  /** {@return the products in the order of the scene, each with its cut-outs} */
  public List<ProductCutouts> products() {
    return products;
  }

  /** {@return the grid to search; three sections and three rotations by default} */
  public Grid grid() {
    return grid;
  }

  /**
   * {@return the margin that products stay out of, as a share of the canvas' width at the left and
   * right and of its height at the top and bottom, from 0 to 0.4; 0.04 by default}
   */
  public double safeMargin() {
    return safeMargin;
  }

  /** {@return the rectangles of the canvas that products stay out of; none by default} */
  public List<SafeZone> safeZones() {
    return safeZones;
  }

  /** {@return the notes of earlier rounds: what to do differently, oldest first; untrusted} */
  public List<String> notes() {
    return notes;
  }

  /** {@return what the background shows, or empty when it was not read or there is none} */
  public Optional<SceneMap> sceneMap() {
    return Optional.ofNullable(sceneMap);
  }

  /**
   * {@return whether products that stand are to stand upright on the background's free ground,
   * since the background is kept as it is; then a planner replaces the grid's usual rotations by
   * further places. False by default}
   */
  public boolean upright() {
    return upright;
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
            .addAll(notes)
            .add(sceneMap == null ? "" : sceneMap.fingerprint())
            .add(upright ? 1 : 0);
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

  /** A builder of {@link PlanRequest}. Not thread-safe. */
  public static final class Builder {
    private final Scene scene;
    private final Caption caption;
    private final CanvasSize canvas;
    private final List<ProductCutouts> products;
    private Grid grid = Grid.DEFAULT;
    private double safeMargin = 0.04;
    private List<SafeZone> safeZones = List.of();
    private List<String> notes = List.of();
    private @Nullable SceneMap sceneMap;
    private boolean upright;

    private Builder(
        Scene scene, Caption caption, CanvasSize canvas, List<ProductCutouts> products) {
      this.scene = Objects.requireNonNull(scene, "scene");
      this.caption = Objects.requireNonNull(caption, "caption");
      this.canvas = Objects.requireNonNull(canvas, "canvas");
      this.products = List.copyOf(products);
    }

    /**
     * Sets the grid to search.
     *
     * @param grid three sections and three rotations by default
     * @return this
     */
    public Builder grid(Grid grid) {
      this.grid = Objects.requireNonNull(grid, "grid");
      return this;
    }

    /**
     * Sets the margin that products stay out of, as a share of the canvas' width at the left and
     * right and of its height at the top and bottom.
     *
     * @param safeMargin from 0 to 0.4; 0.04 by default
     * @return this
     */
    public Builder safeMargin(double safeMargin) {
      this.safeMargin = safeMargin;
      return this;
    }

    /**
     * Sets the rectangles of the canvas that products stay out of.
     *
     * @param safeZones the rectangles; none by default
     * @return this
     */
    public Builder safeZones(List<SafeZone> safeZones) {
      this.safeZones = List.copyOf(safeZones);
      return this;
    }

    /**
     * Sets the notes of earlier rounds.
     *
     * @param notes what to do differently, oldest first; untrusted; none by default
     * @return this
     */
    public Builder notes(List<String> notes) {
      this.notes = List.copyOf(notes);
      return this;
    }

    /**
     * Sets what the background shows.
     *
     * @param sceneMap the map of the background's first photo; none by default
     * @return this
     */
    public Builder sceneMap(SceneMap sceneMap) {
      this.sceneMap = Objects.requireNonNull(sceneMap, "sceneMap");
      return this;
    }

    /**
     * Sets whether products that stand are to stand upright on the background's free ground.
     *
     * @param upright false by default
     * @return this
     */
    public Builder upright(boolean upright) {
      this.upright = upright;
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     * @throws IllegalArgumentException when there are more or fewer products than in the scene, or
     *     the safe margin is outside 0 to 0.4
     */
    public PlanRequest build() {
      return new PlanRequest(this);
    }
  }
}
