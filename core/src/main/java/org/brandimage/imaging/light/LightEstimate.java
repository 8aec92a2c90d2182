package org.brandimage.imaging.light;

import java.util.Arrays;
import java.util.Objects;
import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.RasterImage;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of the light of a picture from its pixels, precise enough to cast a fitting shadow.
 * It is not a photometric measurement: every number is relative. Immutable.
 */
public final class LightEstimate {
  private final double side;
  private final double behind;
  private final double warmth;
  private final double strength;
  private final double softness;

  private LightEstimate(
      double side, double behind, double warmth, double strength, double softness) {
    this.side = require("side", side, -1);
    this.behind = require("behind", behind, 0);
    this.warmth = require("warmth", warmth, -1);
    this.strength = require("strength", strength, 0);
    this.softness = require("softness", softness, 0);
  }

  /**
   * {@return the side that the light comes from, from -1 (the left) over 0 (the middle) to 1 (the
   * right)}
   */
  public double side() {
    return side;
  }

  /**
   * {@return how far behind the product the light is, from 0 (on the viewer's side; shadows fall
   * away from the viewer) to 1 (behind; shadows fall towards the viewer)}
   */
  public double behind() {
    return behind;
  }

  /** {@return the colour of the light, from -1 (blue) over 0 (white) to 1 (deep orange)} */
  public double warmth() {
    return warmth;
  }

  /**
   * {@return the share of the light that comes from one direction, from 0 (light from everywhere,
   * hardly a shadow) to 1 (deep shadows)}
   */
  public double strength() {
    return strength;
  }

  /**
   * {@return how large the light is, from 0 (small, crisp shadows) to 1 (large, shadows without
   * edge)}
   */
  public double softness() {
    return softness;
  }

  /**
   * {@return the light of a photo studio: one large lamp at the upper left, on the viewer's side}
   */
  public static LightEstimate studio() {
    return new LightEstimate(-0.55, 0.25, 0, 0.55, 0.65);
  }

  /**
   * Estimates the light of a picture from where its upper part is bright, how small and how much
   * brighter than the rest that part is, and what colour it has; where the upper part is
   * inconclusive, from the fall of light across the lower part. One pass over the pixels.
   *
   * @param picture a background without products
   * @return the light
   */
  public static LightEstimate of(RasterImage picture) {
    return new Meter(picture).estimate();
  }

  /**
   * {@return a copy of this light from another side}
   *
   * @param side from -1 (the left) to 1 (the right)
   */
  public LightEstimate withSide(double side) {
    return new LightEstimate(side, behind, warmth, strength, softness);
  }

  /**
   * {@return a copy of this light from farther to the front or the back}
   *
   * @param behind from 0 (on the viewer's side) to 1 (behind the product)
   */
  public LightEstimate withBehind(double behind) {
    return new LightEstimate(side, behind, warmth, strength, softness);
  }

  /**
   * {@return a copy of this light with another colour}
   *
   * @param warmth from -1 (blue) to 1 (deep orange)
   */
  public LightEstimate withWarmth(double warmth) {
    return new LightEstimate(side, behind, warmth, strength, softness);
  }

  /**
   * {@return a copy of this light with other shadows}
   *
   * @param strength from 0 (hardly a shadow) to 1 (deep shadows)
   * @param softness from 0 (crisp shadows) to 1 (shadows without edge)
   */
  public LightEstimate withShadows(double strength, double softness) {
    return new LightEstimate(side, behind, warmth, strength, softness);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LightEstimate that
        && Double.compare(side, that.side) == 0
        && Double.compare(behind, that.behind) == 0
        && Double.compare(warmth, that.warmth) == 0
        && Double.compare(strength, that.strength) == 0
        && Double.compare(softness, that.softness) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(side, behind, warmth, strength, softness);
  }

  @Override
  public String toString() {
    return "LightEstimate[side="
        + side
        + ", behind="
        + behind
        + ", warmth="
        + warmth
        + ", strength="
        + strength
        + ", softness="
        + softness
        + "]";
  }

  private static double require(String name, double value, double least) {
    if (!(value >= least && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from " + least + " to 1: " + value);
    }
    return value;
  }

  /** The mean linear light of a picture's cells, 64 by 64 at most, and what follows from it. */
  private static final class Meter {
    private static final int CELLS = 64;
    private static final double UPPER = 0.62;

    private final int columns;
    private final int rows;
    private final double[] red;
    private final double[] green;
    private final double[] blue;
    private final double[] luminance;

    Meter(RasterImage picture) {
      columns = Math.min(CELLS, picture.width());
      rows = Math.min(CELLS, picture.height());
      red = new double[columns * rows];
      green = new double[columns * rows];
      blue = new double[columns * rows];
      luminance = new double[columns * rows];
      average(picture);
    }

    private void average(RasterImage picture) {
      int[] row = new int[picture.width()];
      int[] pixels = new int[columns * rows];
      int[] cellColumns = new int[row.length];
      for (int x = 0; x < row.length; x++) {
        cellColumns[x] = (int) ((long) x * columns / row.length);
      }
      for (int y = 0; y < picture.height(); y++) {
        picture.copyRow(y, row);
        int cellRow = (int) ((long) y * rows / picture.height()) * columns;
        for (int x = 0; x < row.length; x++) {
          int cell = cellRow + cellColumns[x];
          red[cell] += SrgbTransfer.toLinear(row[x] >> 16 & 255);
          green[cell] += SrgbTransfer.toLinear(row[x] >> 8 & 255);
          blue[cell] += SrgbTransfer.toLinear(row[x] & 255);
          pixels[cell]++;
        }
      }
      for (int cell = 0; cell < pixels.length; cell++) {
        red[cell] /= pixels[cell];
        green[cell] /= pixels[cell];
        blue[cell] /= pixels[cell];
        luminance[cell] = 0.2126 * red[cell] + 0.7152 * green[cell] + 0.0722 * blue[cell];
      }
    }

    LightEstimate estimate() {
      double[] sorted = luminance.clone();
      Arrays.sort(sorted);
      double median = quantile(sorted, 0.5);
      double high = quantile(sorted, 0.98);
      double stops = Math.log((high + 0.01) / (median + 0.01)) / Math.log(2);
      double contrast = clamp(stops / 3, 0, 1);
      Glow glow = glow(median + 0.6 * (high - median));
      double seen = clamp((high - 0.12) / 0.3, 0, 1) * clamp(stops / 1.6, 0, 1);
      double side = clamp(seen * glow.side * 1.5 + (1 - seen) * groundSide(), -1, 1);
      // A glow at the very edge of the picture is a window beside the product rather than a sun
      // behind it, and a sky that is bright all over is behind nothing.
      double behind = 0.2 + seen * (0.8 - 0.35 * Math.abs(glow.side)) * (1 - 0.7 * glow.area);
      double softness = clamp(0.25 + 1.2 * glow.area + 0.45 * (1 - contrast), 0, 1);
      double strength = clamp(0.3 + 0.6 * contrast * (1 - 0.6 * glow.area), 0, 1);
      return new LightEstimate(side, behind, glow.warmth, strength, softness);
    }

    /** Where the bright cells of the upper part lie, how much of it they are, and their colour. */
    private Glow glow(double threshold) {
      double weight = 0;
      double weightedSide = 0;
      double warmth = 0;
      int bright = 0;
      int upperRows = Math.max(1, (int) (rows * UPPER));
      for (int y = 0; y < upperRows; y++) {
        for (int x = 0; x < columns; x++) {
          int cell = y * columns + x;
          if (luminance[cell] > threshold) {
            double w = luminance[cell] - threshold + 1e-3;
            weight += w;
            weightedSide += w * (2 * (x + 0.5) / columns - 1);
            warmth += w * (red[cell] - blue[cell]) / (red[cell] + green[cell] + blue[cell] + 1e-3);
            bright++;
          }
        }
      }
      if (bright == 0) {
        return new Glow(0, averageWarmth(), 1);
      }
      double area = bright / (double) (upperRows * columns);
      return new Glow(weightedSide / weight, clamp(2.2 * warmth / weight, -1, 1), area);
    }

    private double averageWarmth() {
      double difference = 0;
      double sum = 1e-3;
      for (int cell = 0; cell < luminance.length; cell++) {
        difference += red[cell] - blue[cell];
        sum += red[cell] + green[cell] + blue[cell];
      }
      return clamp(2.2 * difference / sum, -1, 1);
    }

    /**
     * The brighter side of the lower half, where floors and tables show how the light falls off.
     */
    private double groundSide() {
      double left = 1e-3;
      double right = 1e-3;
      for (int y = rows / 2; y < rows; y++) {
        for (int x = 0; x < columns / 2; x++) {
          left += luminance[y * columns + x];
          right += luminance[y * columns + columns - 1 - x];
        }
      }
      return clamp(Math.log(right / left) / Math.log(2), -1, 1);
    }

    private static double quantile(double[] sorted, double share) {
      return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static double clamp(double value, double least, double most) {
      return Math.max(least, Math.min(most, value));
    }

    private record Glow(double side, double warmth, double area) {}
  }
}
