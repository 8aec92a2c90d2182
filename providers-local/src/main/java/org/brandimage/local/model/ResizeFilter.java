package org.brandimage.local.model;

/** A kernel of resampling; stretched by the factor when a picture shrinks, against aliasing. */
enum ResizeFilter {
  /** The one pixel at the middle of what a pixel covers; keeps noise, and aliases. */
  NEAREST(0) {
    @Override
    double at(double x) {
      return 1;
    }
  },
  /** The average of what a pixel covers. */
  BOX(0.5) {
    @Override
    double at(double x) {
      return x > -0.5 && x <= 0.5 ? 1 : 0;
    }
  },
  /** The triangle. */
  BILINEAR(1) {
    @Override
    double at(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  /** Keys' cubic convolution (1981) with a = -0.5. */
  BICUBIC(2) {
    @Override
    double at(double distance) {
      double x = Math.abs(distance);
      if (x < 1) {
        return (1.5 * x - 2.5) * x * x + 1;
      }
      return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
  };

  private final double support;

  ResizeFilter(double support) {
    this.support = support;
  }

  /** Returns how far the kernel reaches, in target pixels. */
  double support() {
    return support;
  }

  /** Returns the kernel at a distance. */
  abstract double at(double distance);
}
