package org.brandimage.quality;

import java.util.Optional;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.CheckRequest;
import org.jspecify.annotations.Nullable;

/**
 * A small copy of a picture in which a product is searched for, with what must not count: the
 * pixels of the products themselves, and those that were in the background before.
 */
final class SearchField {
  /** Below this alpha a product's edge is not to be seen. */
  private static final int VISIBLE = 16;

  /** Below this difference (ΔE of 1976) a pixel is taken for the background's own. */
  private static final double UNCHANGED = 6;

  private final int width;
  private final int height;
  private final float[][] channels = new float[3][];
  private final boolean[] products;
  private final boolean[] unchanged;
  private final boolean backgroundKnown;

  private SearchField(Thumbnail picture, Thumbnail layer, @Nullable Thumbnail background) {
    width = picture.width();
    height = picture.height();
    products = new boolean[width * height];
    unchanged = new boolean[products.length];
    backgroundKnown = background != null;
    for (int channel = 0; channel < 3; channel++) {
      channels[channel] = new float[products.length];
    }
    for (int i = 0; i < products.length; i++) {
      products[i] = layer.alpha(i) > VISIBLE;
      int pixel = picture.argb()[i];
      channels[0][i] = pixel >> 16 & 255;
      channels[1][i] = pixel >> 8 & 255;
      channels[2][i] = pixel & 255;
      unchanged[i] =
          background != null && Surroundings.difference(background.argb()[i], pixel) < UNCHANGED;
    }
  }

  static SearchField of(CheckRequest request, int longestSide) {
    Thumbnail picture = Thumbnail.of(request.picture(), longestSide);
    Thumbnail layer = Thumbnail.of(request.productLayer(), longestSide);
    Optional<ImageSource> background =
        request.background().filter(source -> Products.showsBackground(request, source));
    return new SearchField(
        picture,
        layer,
        background.isPresent() ? Thumbnail.of(background.get(), longestSide) : null);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** One colour channel, 0 to 255: 0 red, 1 green, 2 blue. */
  float[] channel(int channel) {
    return channels[channel];
  }

  /** True where a product stands. */
  boolean product(int index) {
    return products[index];
  }

  /** True where the picture still shows its background; all false when that is not known. */
  boolean unchanged(int index) {
    return unchanged[index];
  }

  /** The mean over the channels of the squared difference of two pixels. */
  double squaredDifference(int one, int other) {
    double sum = 0;
    for (float[] values : channels) {
      double difference = values[one] - values[other];
      sum += difference * difference;
    }
    return sum / 3;
  }

  boolean backgroundKnown() {
    return backgroundKnown;
  }
}
