package org.brandimage.examples.scenes.tracer;

import java.awt.image.BufferedImage;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;

/**
 * How film becomes a picture: exposure, white balance, bloom, vignette, filmic tone curve,
 * saturation and grain. Immutable; the {@code with} methods give changed copies.
 *
 * @param exposure stops up or down
 * @param warmth above 0 warmer, below 0 cooler; 0.1 is visible
 * @param bloom the part of the light spread around bright places, 0..0.2
 * @param vignette how much darker the corners are, 0..0.5
 * @param saturation 1 leaves colours alone
 * @param grain the strength of the film grain, 0..0.03
 * @param denoise whether to smooth the noise
 */
public record Development(
    double exposure,
    double warmth,
    double bloom,
    double vignette,
    double saturation,
    double grain,
    boolean denoise) {

  /**
   * The development of cut-out products: smooth, no bloom, vignette or grain.
   *
   * @return the settings
   */
  public static Development product() {
    return new Development(0, 0, 0, 0, 1.05, 0, true);
  }

  /**
   * The development of photographs: a little of everything.
   *
   * @return the settings
   */
  public static Development photograph() {
    return new Development(0, 0, 0.06, 0.22, 1.06, 0.008, true);
  }

  /**
   * This with another exposure.
   *
   * @param stops up or down
   * @return the changed copy
   */
  public Development withExposure(double stops) {
    return new Development(stops, warmth, bloom, vignette, saturation, grain, denoise);
  }

  /**
   * This with another white balance.
   *
   * @param more above 0 warmer, below 0 cooler
   * @return the changed copy
   */
  public Development withWarmth(double more) {
    return new Development(exposure, more, bloom, vignette, saturation, grain, denoise);
  }

  /**
   * This with another bloom.
   *
   * @param part 0..0.2
   * @return the changed copy
   */
  public Development withBloom(double part) {
    return new Development(exposure, warmth, part, vignette, saturation, grain, denoise);
  }

  /**
   * This with another saturation.
   *
   * @param factor 1 leaves colours alone
   * @return the changed copy
   */
  public Development withSaturation(double factor) {
    return new Development(exposure, warmth, bloom, vignette, factor, grain, denoise);
  }

  /**
   * This without smoothing.
   *
   * @return the changed copy
   */
  public Development noisy() {
    return new Development(exposure, warmth, bloom, vignette, saturation, grain, false);
  }

  /**
   * Develops a film.
   *
   * @param film the film
   * @param threads worker threads for the smoothing
   * @return the picture, straight alpha
   * @throws InterruptedException when interrupted while smoothing
   */
  public BufferedImage develop(Film film, int threads) throws InterruptedException {
    float[] light = denoise ? new Denoiser(film, threads).smooth() : raw(film);
    if (bloom > 0) {
      spread(light, film.width, film.height);
    }
    BufferedImage image = new BufferedImage(film.width, film.height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < film.height; y++) {
      for (int x = 0; x < film.width; x++) {
        image.setRGB(x, y, pixel(film, light, x, y));
      }
    }
    return image;
  }

  private static float[] raw(Film film) {
    float[] out = film.halves[0].clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = (out[i] + film.halves[1][i]) / 2;
    }
    return out;
  }

  private void spread(float[] light, int w, int h) {
    double[] sigmas = {0.004, 0.015, 0.06};
    float[] sum = new float[light.length];
    float[] plane = new float[w * h];
    for (int c = 0; c < 3; c++) {
      for (double sigma : sigmas) {
        for (int i = 0; i < plane.length; i++) {
          plane[i] = Math.min(light[3 * i + c], 24);
        }
        Blur.gaussian(plane, w, h, sigma * h);
        for (int i = 0; i < plane.length; i++) {
          sum[3 * i + c] += plane[i] / sigmas.length;
        }
      }
    }
    for (int i = 0; i < light.length; i++) {
      light[i] = (float) (light[i] * (1 - bloom) + sum[i] * bloom);
    }
  }

  private int pixel(Film film, float[] light, int x, int y) {
    int i = y * film.width + x;
    double alpha = film.alpha[i];
    if (alpha < 0.002) {
      return 0;
    }
    double gain = Math.pow(2, exposure) / alpha * falloff(film, x, y);
    Vec linear =
        new Vec(
            light[3 * i] * gain * (1 + warmth),
            light[3 * i + 1] * gain,
            light[3 * i + 2] * gain * (1 - warmth));
    Vec tone = ToneCurve.apply(linear);
    double l = tone.luminance();
    Vec vivid = Vec.grey(l).plus(tone.minus(Vec.grey(l)).times(saturation));
    // Grain shows most in the middle tones; the half step of dither hides banding everywhere.
    double shown = encode(Math.max(0, l));
    double noise = normal(x, y, 0) * grain * 4 * shown * (1 - shown);
    int argb = (int) Math.round(alpha * 255) << 24;
    argb |= level(vivid.x(), noise, normal(x, y, 1)) << 16;
    argb |= level(vivid.y(), noise, normal(x, y, 2)) << 8;
    return argb | level(vivid.z(), noise, normal(x, y, 3));
  }

  private double falloff(Film film, int x, int y) {
    double half = Math.hypot(film.width, film.height) / 2;
    double r = Math.hypot(x - film.width / 2.0, y - film.height / 2.0) / half;
    return 1 - vignette * r * r;
  }

  private int level(double linear, double noise, double own) {
    double v = encode(Math.max(0, linear)) + noise + own * (grain * 0.4 + 0.2 / 255);
    return (int) Math.round(Sdf.clamp(v, 0, 1) * 255);
  }

  private static double normal(int x, int y, int c) {
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      sum += Noise.random(x, y, c * 4 + k + 1000);
    }
    return (sum - 2) * 1.7;
  }

  private static double encode(double v) {
    return v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
  }
}
