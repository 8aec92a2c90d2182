package org.brandimage.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brandimage.imaging.raster.Lab;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.CheckRequest;
import org.jspecify.annotations.Nullable;

/**
 * One product and what is around it, as thumbnails of one size: the picture, the product layer, and
 * the background the picture was made on where it still shows.
 */
final class Surroundings {
  private static final int THUMBNAIL_SIDE = 160;

  private final Thumbnail picture;
  private final Thumbnail layer;
  private final @Nullable Thumbnail background;
  private final Outline outline;

  private Surroundings(Thumbnail picture, Thumbnail layer, @Nullable Thumbnail background) {
    this.picture = picture;
    this.layer = layer;
    this.background = background;
    this.outline = Outline.of(layer);
  }

  /** Copies every product of a request with a margin, a share of its longer side, around it. */
  static List<Surroundings> of(CheckRequest request, ImageSource picture, double margin) {
    Optional<ImageSource> known =
        request.background().filter(source -> Products.showsBackground(request, source));
    return of(request, picture, known.orElse(null), margin);
  }

  /** The same without looking for the background. */
  static List<Surroundings> withoutBackground(
      CheckRequest request, ImageSource picture, double margin) {
    return of(request, picture, null, margin);
  }

  private static List<Surroundings> of(
      CheckRequest request, ImageSource picture, @Nullable ImageSource background, double margin) {

    List<Box> boxes = Products.boxes(request, margin);
    List<Thumbnail> pictures = Thumbnail.each(picture, boxes, THUMBNAIL_SIDE);
    List<Thumbnail> layers = Thumbnail.each(request.productLayer(), boxes, THUMBNAIL_SIDE);
    List<Thumbnail> backgrounds =
        background == null ? List.of() : Thumbnail.each(background, boxes, THUMBNAIL_SIDE);
    List<Surroundings> all = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      Thumbnail behind = backgrounds.isEmpty() ? null : backgrounds.get(i);
      Surroundings surroundings = new Surroundings(pictures.get(i), layers.get(i), behind);
      if (surroundings.outline.area() > 0) {
        all.add(surroundings);
      }
    }
    return all;
  }

  Thumbnail picture() {
    return picture;
  }

  Thumbnail layer() {
    return layer;
  }

  Optional<Thumbnail> background() {
    return Optional.ofNullable(background);
  }

  Outline outline() {
    return outline;
  }

  int width() {
    return picture.width();
  }

  int height() {
    return picture.height();
  }

  /**
   * The pixel that lies beyond an outside pixel, at a given distance from the outline, straight
   * away from the product; -1 when it is outside the thumbnail or within the product.
   */
  int beyond(int index, double distance) {
    int foot = outline.nearest(index);
    double near = outline.distance(index);
    int x = along(foot % width(), index % width(), distance / near);
    int y = along(foot / width(), index / width(), distance / near);
    if (x < 0 || x >= width() || y < 0 || y >= height()) {
      return -1;
    }
    int beyond = y * width() + x;
    return outline.inside(beyond) ? -1 : beyond;
  }

  /** The pixel as far within the product as is asked, seen from an outside pixel; -1 when none. */
  int within(int index, double depth) {
    int foot = outline.nearest(index);
    double near = outline.distance(index);
    int x = along(foot % width(), index % width(), -depth / near);
    int y = along(foot / width(), index / width(), -depth / near);
    if (x < 0 || x >= width() || y < 0 || y >= height()) {
      return foot;
    }
    int within = y * width() + x;
    return outline.inside(within) ? within : foot;
  }

  private static int along(int from, int to, double factor) {
    return (int) Math.round(from + (to - from) * factor);
  }

  /** Euclidean distance in CIELAB (ΔE of 1976): coarse, and a tenth of the cost of CIEDE2000. */
  static double difference(int one, int other) {
    if ((one ^ other) << 8 == 0) {
      return 0;
    }
    Lab a = Lab.of(one);
    Lab b = Lab.of(other);
    double l = a.l() - b.l();
    return Math.sqrt(l * l + square(a.a() - b.a()) + square(a.b() - b.b()));
  }

  private static double square(double x) {
    return x * x;
  }
}
