package org.brandimage.examples.scenes.backgrounds;

import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Sky;

/**
 * An evening sky: gold around the low sun, rose along the horizon, blue above, with streaks of lit
 * cloud.
 */
record SunsetSky(Vec sun, double clouds) implements Sky {

  private static final Vec GROUND = new Vec(0.10, 0.07, 0.06);
  private static final Vec ZENITH = new Vec(0.10, 0.20, 0.46);
  private static final Vec MIDDLE = new Vec(0.36, 0.44, 0.66);
  private static final Vec ROSE = new Vec(1.05, 0.60, 0.48);
  private static final Vec GOLD = new Vec(2.3, 1.15, 0.42);

  @Override
  public Vec radiance(Vec d) {
    if (d.y() < -0.02) {
      return GROUND;
    }
    double y = Math.max(0, d.y());
    double near = Math.max(0, d.dot(sun));
    Vec horizon = ROSE.mix(GOLD, Math.pow(near, 6));
    Vec clear = horizon.mix(MIDDLE, Noise.step(0, 0.22, y)).mix(ZENITH, Noise.step(0.12, 0.75, y));
    clear =
        clear
            .along(GOLD, 0.55 * Math.pow(near, 14))
            .along(new Vec(6, 3.0, 1.0), Math.pow(near, 400))
            .along(GOLD, 0.9 * Math.pow(near, 90));
    return clouds == 0 ? clear : clouded(d, y, near, clear);
  }

  private Vec clouded(Vec d, double y, double near, Vec clear) {
    double scale = 1 / (y + 0.12);
    double u = d.x() * scale;
    double w = d.z() * scale;
    double warp = Noise.fractal(u * 0.6, 4, w * 0.6, 3);
    double thick = Noise.fractal(u * 0.9 + warp, 1.5, w * 2.0 + 0.6 * warp, 6) + 0.16;
    double cover = clouds * Noise.step(0.02, 0.55, thick) * Noise.step(0.01, 0.12, y);
    double edge =
        Noise.fractal(u * 0.9 + warp + 0.12 * sun.x(), 1.5, w * 2.0 + 0.6 * warp - 0.12, 4) + 0.16;
    double lit = Noise.step(-0.25, 0.3, thick - edge);
    Vec bright = new Vec(1.9, 0.86, 0.42).mix(new Vec(3.4, 1.9, 0.9), Math.pow(near, 10));
    Vec shade = new Vec(0.42, 0.34, 0.46).mix(new Vec(0.9, 0.5, 0.4), Math.pow(near, 4));
    return clear.mix(shade.mix(bright, 0.25 + 0.75 * lit * (0.35 + 0.65 * near)), cover);
  }
}
