package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Field;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;

/**
 * A body in the scene: its shape, what it is made of, and where it stands. Immutable; methods give
 * changed copies.
 */
public final class Solid {

  private static final Field FLAT = (x, y, z) -> 0;

  private final Shape shape;
  private final Surface surface;
  private final Field bump;
  private final Transform place;
  private final boolean camera;
  private final boolean clear;

  private Solid(
      Shape shape, Surface surface, Field bump, Transform place, boolean camera, boolean clear) {
    this.shape = shape;
    this.surface = surface;
    this.bump = bump;
    this.place = place;
    this.camera = camera;
    this.clear = clear;
  }

  private static Solid of(Shape shape) {
    Material grey = Material.matte(Vec.grey(0.5));
    return new Solid(shape, (p, n) -> grey, FLAT, Transform.identity(), true, false);
  }

  /**
   * A body given by its distance field.
   *
   * @param sdf the field, metres
   * @param bounds a box that holds the body; tight boxes are fast, parts outside are cut off
   * @return the grey body
   */
  public static Solid sdf(Sdf sdf, Bounds bounds) {
    return of(new SdfShape(sdf, bounds));
  }

  /**
   * A sharp-edged box.
   *
   * @param bounds the box
   * @return the grey body
   */
  public static Solid box(Bounds bounds) {
    return of(new BoxShape(bounds));
  }

  /**
   * A ball.
   *
   * @param centre the centre
   * @param radius the radius, metres
   * @return the grey body
   */
  public static Solid ball(Vec centre, double radius) {
    return of(new BallShape(centre, radius));
  }

  /**
   * A parallelogram.
   *
   * @param corner a corner
   * @param u one side
   * @param v the other side; the front is where u × v points
   * @return the grey sheet
   */
  public static Solid quad(Vec corner, Vec u, Vec v) {
    return of(new QuadShape(corner, u, v));
  }

  /**
   * A horizontal floor around the origin, facing up.
   *
   * @param y its height
   * @param half half its side, metres
   * @return the grey floor
   */
  public static Solid floor(double y, double half) {
    return quad(new Vec(-half, y, half), new Vec(2 * half, 0, 0), new Vec(0, 0, -2 * half));
  }

  /**
   * This body of one material throughout.
   *
   * @param material the material
   * @return the changed copy
   */
  public Solid paint(Material material) {
    boolean glass = material.glass() != Material.Glass.NONE;
    return new Solid(shape, (p, n) -> material, bump, place, camera, glass);
  }

  /**
   * This body with a material that depends on the point.
   *
   * @param painted the material at each point, in the body's own coordinates
   * @return the changed copy
   */
  public Solid paint(Surface painted) {
    return new Solid(shape, painted, bump, place, camera, clear);
  }

  /**
   * This body with fine unevenness that only bends its shading.
   *
   * @param height the relief in metres, in the body's own coordinates
   * @return the changed copy
   */
  public Solid bump(Field height) {
    return new Solid(shape, surface, height, place, camera, clear);
  }

  /**
   * This body placed in the scene, in addition to earlier placements.
   *
   * @param transform the placement
   * @return the changed copy
   */
  public Solid place(Transform transform) {
    if (place != Transform.identity()) {
      throw new IllegalStateException("the solid has a placement already; compose transforms");
    }
    return new Solid(shape, surface, bump, transform, camera, clear);
  }

  /**
   * This body unseen by the camera, but lit, lighting and casting shadows: a white floor under a
   * cut-out product.
   *
   * @return the changed copy
   */
  public Solid hiddenFromCamera() {
    return new Solid(shape, surface, bump, place, false, clear);
  }

  /**
   * This body marked as glass, so that shadow rays go through it (for surfaces that vary).
   *
   * @return the changed copy
   */
  public Solid seeThrough() {
    return new Solid(shape, surface, bump, place, camera, true);
  }

  boolean seenByCamera() {
    return camera;
  }

  boolean clear() {
    return clear;
  }

  Bounds bounds() {
    return shape.bounds().placed(place);
  }

  double hit(Ray ray, double tMin, double tMax) {
    if (place == Transform.identity()) {
      return shape.hit(ray.origin(), ray.direction(), tMin, tMax);
    }
    double s = place.scale();
    Vec o = place.pointBack(ray.origin());
    Vec d = place.directionBack(ray.direction());
    return shape.hit(o, d, tMin / s, tMax / s) * s;
  }

  /** The outward geometric normal at a scene point found at distance t. */
  Vec normal(Vec p, double t) {
    return place.direction(shape.normal(place.pointBack(p), t / place.scale()));
  }

  Material material(Vec p, Vec normal) {
    return surface.at(place.pointBack(p), place.directionBack(normal));
  }

  /**
   * The normal bent by the bump field; the step follows the pixel's footprint so that far bumps
   * fade.
   */
  Vec bent(Vec p, Vec normal, double t) {
    if (bump == FLAT) {
      return normal;
    }
    Vec q = place.pointBack(p);
    Vec n = place.directionBack(normal);
    double e = Math.max(4e-5, 3e-4 * t) / place.scale();
    double h = bump.at(q.x(), q.y(), q.z());
    Vec g =
        new Vec(
            bump.at(q.x() + e, q.y(), q.z()) - h,
            bump.at(q.x(), q.y() + e, q.z()) - h,
            bump.at(q.x(), q.y(), q.z() + e) - h);
    Vec slope = g.times(1 / e);
    Vec tangential = slope.along(n, -slope.dot(n));
    return place.direction(n.minus(tangential).unit());
  }
}
