package org.brandimage.quality;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.compose.SpriteRenderer;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.imaging.light.ShadowPainter;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.testkit.fake.Fixtures;

/** The team's shared photographs as a picture with cut-outs pasted on it. Mutable. */
final class PhotoScene {
  static final List<String> CUTOUTS =
      List.of(
          "berry-bowl", "can", "candle", "duck-toy", "red-cartoon", "robot-toy", "shiny-sneaker");
  static final List<String> SCENES =
      List.of(
          "city-skyline-at-dusk.jpg",
          "desert-cactus-at-sunset.jpg",
          "espresso-on-wooden-table.png",
          "living-room-wooden-floor.jpg",
          "pagoda-mount-fuji-at-dusk.jpg");

  private final Size size;
  private final int[] argb;

  private PhotoScene(Size size, int[] argb) {
    this.size = size;
    this.argb = argb;
  }

  /** The folder of the photographs; the test that asks is skipped where it is absent. */
  static Path folder() {
    Path root = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
    Path folder = root.resolve("../shared/photos").normalize();
    if (!Files.isDirectory(folder)) {
      folder = Path.of("../../shared/photos").normalize();
    }
    assumeTrue(Files.isDirectory(folder), "skipped: no ../shared/photos beside the project");
    return folder;
  }

  static RasterImage cutout(String name) {
    return open("cutouts/" + name + ".png");
  }

  static PhotoScene of(String scene, int side) {
    RasterImage cover = Resampler.cover(open("scenes/" + scene), new Size(side, side));
    return new PhotoScene(cover.size(), cover.toArgb());
  }

  static PhotoScene of(RasterImage picture) {
    return new PhotoScene(picture.size(), picture.toArgb());
  }

  private static RasterImage open(String file) {
    return ImageDecoder.create().open(folder().resolve(file), file).raster();
  }

  PhotoScene copy() {
    return new PhotoScene(size, argb.clone());
  }

  /** Pastes a cut-out; x and y are its middle, height that of the upright one, all in pixels. */
  PhotoScene paste(RasterImage cutout, double x, double y, double height, double degrees) {
    RasterImage sprite = sprite(cutout, height, degrees);
    Box box = box(sprite, x, y);
    for (int row = 0; row < sprite.height(); row++) {
      for (int column = 0; column < sprite.width(); column++) {
        int at = (box.y() + row) * size.width() + box.x() + column;
        if (size.bounds().contains(new Box(box.x() + column, box.y() + row, 1, 1))) {
          argb[at] = over(sprite.argb(column, row), argb[at]);
        }
      }
    }
    return this;
  }

  /** Darkens a soft ellipse under a base in the middle of x, to a share of its light. */
  PhotoScene shadow(double x, double base, double width, double strength) {
    for (int i = 0; i < argb.length; i++) {
      int row = i / size.width();
      double dx = (i % size.width() - x) / (0.6 * width);
      double dy = (row - base) / (0.12 * width);
      double dark = strength * Math.exp(-1.5 * (dx * dx + dy * dy));
      argb[i] = dark < 0.004 ? argb[i] : scaled(argb[i], 1 - dark);
    }
    return this;
  }

  /** Lays a cut-out's shadow on the ground, in light from a side, -1 for the left to 1. */
  PhotoScene cast(RasterImage cutout, double x, double y, double height, double side) {
    RasterImage layer = new PhotoScene(size, new int[argb.length]).layer(cutout, x, y, height, 0);
    Box box = box(sprite(cutout, height, 0), x, y);
    LightEstimate light = LightEstimate.studio().withSide(side);
    ShadowPainter.paint(layer, box, 0, light).darken(argb, size);
    return this;
  }

  private static int scaled(int pixel, double factor) {
    int result = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      result = result << 8 | (int) Math.round((pixel >> shift & 255) * factor);
    }
    return result;
  }

  private static int over(int upper, int lower) {
    int alpha = upper >>> 24;
    int result = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int blend = (upper >> shift & 255) * alpha + (lower >> shift & 255) * (255 - alpha);
      result = result << 8 | (blend + 127) / 255;
    }
    return result;
  }

  private static RasterImage sprite(RasterImage cutout, double height, double degrees) {
    int width = (int) Math.round(height * cutout.width() / cutout.height());
    return SpriteRenderer.render(cutout, width, (int) Math.round(height), degrees).image();
  }

  private static Box box(RasterImage sprite, double x, double y) {
    int left = (int) Math.round(x - sprite.width() / 2.0);
    int top = (int) Math.round(y - sprite.height() / 2.0);
    return new Box(left, top, sprite.width(), sprite.height());
  }

  RasterImage raster() {
    return RasterImage.of(size, argb);
  }

  ImageSource source() {
    return ImageSource.of(raster());
  }

  /** A request about this picture with the one true product where it was pasted. */
  CheckRequest.Builder request(
      RasterImage cutout, double x, double y, double height, double degrees) {
    return request(cutout, x, y, height, degrees, Fixtures.caption());
  }

  /** The same with a caption. */
  CheckRequest.Builder request(
      RasterImage cutout, double x, double y, double height, double degrees, Caption caption) {
    RasterImage layer =
        new PhotoScene(size, new int[argb.length]).layer(cutout, x, y, height, degrees);
    Mask mask = Mask.of(size, (column, row) -> layer.argb(column, row) >>> 24 >= 128);
    Box box = box(sprite(cutout, height, degrees), x, y);
    Placement placement =
        new Placement(
            0,
            0,
            (int) Math.round(height * cutout.width() / cutout.height()),
            (int) Math.round(height),
            degrees,
            box,
            0);
    ImageSource picture = source();
    return CheckRequest.builder(
            new Candidate("c", List.of(placement)),
            picture,
            picture,
            ImageSource.of(layer),
            mask,
            Fixtures.duckScene(),
            caption)
        .brandKit(BrandKit.neutral());
  }

  private RasterImage layer(RasterImage cutout, double x, double y, double height, double degrees) {
    RasterImage sprite = sprite(cutout, height, degrees);
    Box box = box(sprite, x, y);
    for (int row = 0; row < sprite.height(); row++) {
      for (int column = 0; column < sprite.width(); column++) {
        if (size.bounds().contains(new Box(box.x() + column, box.y() + row, 1, 1))) {
          argb[(box.y() + row) * size.width() + box.x() + column] = sprite.argb(column, row);
        }
      }
    }
    return raster();
  }
}
