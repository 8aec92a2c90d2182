package org.brandimage.examples.scenes.geometry;

/**
 * Boards of wood with rings, fibres and pores, laid in rows; the grain runs along u.
 *
 * @param light the colour of early wood
 * @param dark the colour of late wood
 * @param boards how the boards are laid
 * @param rings growth rings per metre, 60 to 200
 */
public record Wood(Vec light, Vec dark, Bond boards, double rings) {

  private static final double JOINT = 0.0012;

  /**
   * The colour at a point.
   *
   * @param u along the grain, metres
   * @param v across the grain, metres
   * @return the colour
   */
  public Vec colour(double u, double v) {
    Bond.Cell c = boards.at(u, v);
    double id = 40 * c.random(1);
    double figure = figure(u, c, id);
    double fibre = Noise.fractal(u * 5 + id, c.v() * 260, id, 3);
    double blotch = Noise.fractal(u * 1.3, c.v() * 7, id + 5, 2);
    double pores = Noise.step(0.32, 0.6, Noise.at(u * 34, c.v() * 900, id + 9));
    double f = 0.62 * figure + 0.30 * fibre + 0.25 * blotch + 0.45 * (c.random(2) - 0.5);
    Vec tint = light.mix(dark, 0.22 + f).times(0.88 + 0.24 * c.random(3));
    tint = tint.times(1 - 0.38 * pores);
    return tint.times(1 - 0.75 * c.joint(JOINT, 0.0012));
  }

  /** Saw-toothed rings of a trunk whose heart lies beside and below the board. */
  private double figure(double u, Bond.Cell c, double id) {
    double heart = (c.random(4) - 0.5) * boards.width() * 1.6;
    double below = 0.02 + 0.05 * c.random(5) + 0.025 * Noise.at(u * 1.1 + id, id, 3);
    double wander = 0.012 * Noise.fractal(u * 1.7, c.v() * 9, id, 3);
    double across = c.v() - heart + wander;
    double r = Math.sqrt(across * across + below * below) * rings;
    double part = r - Math.floor(r);
    return part * part * part * (1 - Noise.step(0.93, 1, part));
  }

  /**
   * The height of the surface at a point, for bumps.
   *
   * @param u along the grain, metres
   * @param v across the grain, metres
   * @return metres; joints are 1 mm deep
   */
  public double height(double u, double v) {
    Bond.Cell c = boards.at(u, v);
    double id = 40 * c.random(1);
    double fibre = Noise.fractal(u * 9 + id, c.v() * 420, id, 2);
    double level = 0.00025 * c.random(6) + c.v() * 0.004 * (c.random(7) - 0.5);
    return 0.00006 * fibre + level - 0.001 * c.joint(JOINT, 0.0016);
  }
}
