package org.brandimage.quality;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;

/**
 * From which side the light of a picture comes, where that is clear: what the caption says about
 * light, else what the background shows.
 */
final class LightSide {
  /** An estimate nearer to the middle than this may as well lie on the other side. */
  private static final double CLEAR = 0.6;

  private static final int SIDE = 192;
  private static final Pattern LEFT = side("left");
  private static final Pattern RIGHT = side("right");

  private LightSide() {}

  private static Pattern side(String word) {
    return Pattern.compile(
        "\\b(from|at|on) (the |its )?(camera |upper |lower |far |front |back )?" + word + "\\b",
        Pattern.CASE_INSENSITIVE);
  }

  /** From -1 (the left) to 1 (the right); empty when the light comes from no side in particular. */
  static OptionalDouble of(CheckRequest request) {
    String words = request.caption().lighting();
    boolean left = LEFT.matcher(words).find();
    boolean right = RIGHT.matcher(words).find();
    if (left != right) {
      return OptionalDouble.of(left ? -1 : 1);
    }
    if (left) {
      return OptionalDouble.empty();
    }
    return request.background().map(LightSide::estimated).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble estimated(ImageSource background) {
    Thumbnail small = Thumbnail.of(background, SIDE);
    Size size = new Size(small.width(), small.height());
    double side = LightEstimate.of(RasterImage.of(size, small.argb())).side();
    return Math.abs(side) < CLEAR ? OptionalDouble.empty() : OptionalDouble.of(side);
  }
}
