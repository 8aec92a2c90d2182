package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/**
 * A camera with a thin lens: what is out of its focus distance blurs. Immutable; {@code with}
 * methods give changed copies.
 */
public final class Camera {

  private final Vec eye;
  private final Vec right;
  private final Vec up;
  private final Vec forward;
  private final double tangent;
  private final double focus;
  private final double lens;
  private final double shift;
  private final double[] window;

  private Camera(Vec eye, Vec[] axes, double[] optics, double[] window) {
    this.eye = eye;
    this.window = window;
    this.right = axes[0];
    this.up = axes[1];
    this.forward = axes[2];
    this.tangent = optics[0];
    this.focus = optics[1];
    this.lens = optics[2];
    this.shift = optics[3];
  }

  /**
   * A camera that looks at a point, everything sharp.
   *
   * @param eye where the lens is
   * @param target what is in the middle of the picture
   * @param degrees the vertical field of view
   * @return the camera
   */
  public static Camera looking(Vec eye, Vec target, double degrees) {
    Vec f = target.minus(eye).unit();
    Vec r = f.cross(Vec.UP).unit();
    double tangent = Math.tan(Math.toRadians(degrees) / 2);
    double distance = target.minus(eye).length();
    double[] optics = {tangent, distance, 0, 0};
    return new Camera(eye, new Vec[] {r, r.cross(f), f}, optics, new double[] {0, 0, 1});
  }

  /**
   * This camera focused, with an open lens.
   *
   * @param distance where it is sharp, metres in front of the lens
   * @param radius of the lens opening, metres; a 50 mm lens at f/2 has 0.0125
   * @return the changed copy
   */
  public Camera withLens(double distance, double radius) {
    double[] optics = {tangent, distance, radius, shift};
    return new Camera(eye, new Vec[] {right, up, forward}, optics, window);
  }

  /**
   * This camera with its film moved, which moves the horizon without tilting upright lines.
   *
   * @param up in half picture heights; above 0 shows more of what is above
   * @return the changed copy
   */
  public Camera withShift(double up) {
    double[] optics = {tangent, focus, lens, up};
    return new Camera(eye, new Vec[] {right, this.up, forward}, optics, window);
  }

  /**
   * Returns where the plane of the ground ends.
   *
   * @return a share of the picture's height from the top
   */
  public double horizon() {
    double level = -forward.y() / (up.y() * tangent);
    return (1 - (level - shift)) / 2;
  }

  /**
   * Returns how much of the plane y = 0 a row of the picture shows, for a camera that is not
   * rolled.
   *
   * @param row a share of the picture's height, below the horizon
   * @param aspect the picture's width over its height
   * @return metres across the whole picture
   */
  public double widthOfGround(double row, double aspect) {
    double py = 1 - 2 * row + shift;
    double down = -(forward.y() + up.y() * py * tangent);
    return 2 * aspect * tangent * eye.y() / down;
  }

  /**
   * This camera with only a part of its film: the middle of the part and half its height, in half
   * picture heights.
   */
  Camera withWindow(double x, double y, double half) {
    double[] part = {window[0] + x * window[2], window[1] + y * window[2], half * window[2]};
    return new Camera(
        eye, new Vec[] {right, up, forward}, new double[] {tangent, focus, lens, shift}, part);
  }

  /**
   * The ray through a point of the picture: x −aspect..aspect to the right, y −1..1 upwards; u, v
   * choose a point of the lens.
   */
  Ray ray(double x, double y, double u, double v) {
    double px = window[0] + x * window[2];
    double py = window[1] + y * window[2] + shift;
    Vec d = forward.along(right, px * tangent).along(up, py * tangent).times(focus);
    if (lens == 0) {
      return new Ray(eye, d.unit());
    }
    double r = lens * Math.sqrt(u);
    double phi = 2 * Math.PI * v;
    Vec offset = right.times(r * Math.cos(phi)).along(up, r * Math.sin(phi));
    return new Ray(eye.plus(offset), d.minus(offset).unit());
  }
}
