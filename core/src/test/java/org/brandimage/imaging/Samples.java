package org.brandimage.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Selection;

/** Pictures and products drawn in code. */
public final class Samples {
  private Samples() {}

  /** Decides the colour of one pixel. */
  @FunctionalInterface
  public interface Painter {
    int argb(int x, int y);
  }

  public static RasterImage painted(int width, int height, Painter painter) {
    int[] argb = new int[width * height];
    Arrays.setAll(argb, i -> painter.argb(i % width, i / width));
    return RasterImage.adopt(new Size(width, height), argb);
  }

  public static int grey(int alpha, int level) {
    return alpha << 24 | level << 16 | level << 8 | level;
  }

  /** Returns noise in every channel; a third opaque, a third clear, a third in between. */
  public static RasterImage noise(int width, int height, long seed) {
    Random random = new Random(seed);
    return painted(
        width,
        height,
        (x, y) -> {
          int kind = random.nextInt(3);
          int alpha = kind == 0 ? 255 : kind == 1 ? 0 : random.nextInt(256);
          return alpha << 24 | random.nextInt(1 << 24);
        });
  }

  public static RasterImage opaqueNoise(int width, int height, long seed) {
    Random random = new Random(seed);
    return painted(width, height, (x, y) -> 0xFF000000 | random.nextInt(1 << 24));
  }

  /** Returns an ellipse that fills its picture, with a soft edge and a texture. */
  public static RasterImage ellipse(int width, int height, int rgb) {
    double rx = width / 2.0;
    double ry = height / 2.0;
    return painted(
        width,
        height,
        (x, y) -> {
          double r = Math.hypot((x + 0.5 - rx) / rx, (y + 0.5 - ry) / ry);
          double cover = Math.max(0, Math.min(1, (1 - r) * Math.min(rx, ry)));
          int texture = (x * 7 + y * 13) % 32;
          int alpha = (int) Math.round(cover * 255);
          return alpha == 0 ? 0 : alpha << 24 | (rgb ^ texture << 16 ^ texture);
        });
  }

  public static ProductCutouts product(String name, RasterImage... photos) {
    List<ImageSource> sources = Arrays.stream(photos).map(ImageSource::of).toList();
    return product(name, sources);
  }

  public static ProductCutouts product(String name, List<ImageSource> sources) {
    Asset asset = Asset.builder(name, EntityKind.PRODUCT, sources).build();
    Entity entity = new Entity(EntityKind.PRODUCT, name, "a " + name);
    List<Cutout> cutouts = new ArrayList<>();
    sources.forEach(source -> cutouts.add(new Cutout(source, 1, "drawn")));
    return new ProductCutouts(new Selection(entity, asset), cutouts);
  }

  /** A source that counts how often it is opened. */
  public static final class Counted implements ImageSource {
    private final ImageSource source;
    private final AtomicInteger opened = new AtomicInteger();

    public Counted(RasterImage image) {
      this.source = ImageSource.of(image);
    }

    public int opened() {
      return opened.get();
    }

    @Override
    public Size size() {
      return source.size();
    }

    @Override
    public String digest() {
      return source.digest();
    }

    @Override
    public RasterImage raster() {
      opened.incrementAndGet();
      return source.raster();
    }

    @Override
    public Optional<EncodedImage> original() {
      return Optional.empty();
    }
  }
}
