package org.brandimage.imaging.light;

/** The settings of one {@link ColourGrade}, which {@link GradePass} applies. Immutable. */
record GradeLook(
    String name,
    Gains gains,
    double contrast,
    double saturation,
    int shadows,
    int highlights,
    double tint,
    int glow,
    double glowAmount,
    double vignette,
    double ceiling) {
  static GradeLook of(String name) {
    return new GradeLook(name, new Gains(1, 1, 1), 0, 1, 0, 0, 0, 0, 0, 0, 1);
  }

  /** The mean luminance above which a picture is darkened further, so that a night is one. */
  GradeLook atMost(double ceiling) {
    return new GradeLook(
        name,
        gains,
        contrast,
        saturation,
        shadows,
        highlights,
        tint,
        glow,
        glowAmount,
        vignette,
        ceiling);
  }

  /** Linear gains a channel, and stops of exposure. */
  GradeLook light(double red, double green, double blue, double stops) {
    double scale = Math.pow(2, stops);
    Gains scaled = new Gains(red * scale, green * scale, blue * scale);
    return new GradeLook(
        name,
        scaled,
        contrast,
        saturation,
        shadows,
        highlights,
        tint,
        glow,
        glowAmount,
        vignette,
        ceiling);
  }

  GradeLook tone(double contrast, double saturation) {
    return new GradeLook(
        name,
        gains,
        contrast,
        saturation,
        shadows,
        highlights,
        tint,
        glow,
        glowAmount,
        vignette,
        ceiling);
  }

  GradeLook tints(int shadows, int highlights, double tint) {
    return new GradeLook(
        name,
        gains,
        contrast,
        saturation,
        shadows,
        highlights,
        tint,
        glow,
        glowAmount,
        vignette,
        ceiling);
  }

  /** Colour and amount of the glow, and how much darker the corners are. */
  GradeLook glow(int glow, double glowAmount, double vignette) {
    return new GradeLook(
        name,
        gains,
        contrast,
        saturation,
        shadows,
        highlights,
        tint,
        glow,
        glowAmount,
        vignette,
        ceiling);
  }

  /** What the light of each channel is multiplied by. */
  record Gains(double red, double green, double blue) {
    double luminance() {
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
  }
}
