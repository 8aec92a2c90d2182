package org.brandimage.local.vision;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A cut-out maker for any opaque photo: ISNet (Qin et al., "Highly Accurate Dichotomous Image
 * Segmentation", 2022) finds the salient object on a copy of 1024x1024, and its map becomes the
 * alpha channel. Only what hangs together with the largest part is kept. Opaque pixels keep their
 * colours; translucent ones at the edge take the product's, so that no old ground shows.
 *
 * <p>The network always answers, so its answer is held against what a product photo gives: it must
 * cover at least 1 % and at most 90 % of the picture, its outline must be decided, one thing must
 * stand out, and the frame must cut little of it. A photo that misses one of these is refused with
 * the number. The confidence is the product of what is left of each: 0.9 and above for a crisp
 * object inside its frame.
 *
 * <p>Cost: seconds of CPU and about 1.5 GB of native memory a photo while it runs; 90 MB as long as
 * it is loaded. Deterministic on one machine; thread-safe; close it when no longer used.
 */
public final class IsnetCutoutMaker implements CutoutMaker, Identified, AutoCloseable {
  private static final int SIDE = 1024;
  private static final int SHORTEST_SIDE = 32;
  private static final double LEAST_AREA = 0.01;
  private static final double LARGEST_AREA = 0.9;
  private static final double MOST_UNDECIDED = 0.35;
  private static final double LEAST_TOGETHER = 0.8;
  private static final double MOST_ON_FRAME = 0.2;
  private static final int NEARLY_CLEAR = 8;
  private static final int NEARLY_OPAQUE = 240;

  private final OnnxModel model;
  private final ImagePreprocessor preprocessor = ImagePreprocessor.isnet();

  private IsnetCutoutMaker(OnnxModel model) {
    this.model = model;
  }

  /**
   * Opens the network.
   *
   * @param store holds {@link ModelCatalogue#ISNET}
   * @return the maker, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when the file is missing or cannot be
   *     used
   */
  public static IsnetCutoutMaker open(ModelStore store) {
    return new IsnetCutoutMaker(store.load(ModelCatalogue.ISNET));
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("IsnetCutoutMaker", "1", model.name());
  }

  @Override
  public Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException {
    String name = request.name();
    context.checkActive();
    RasterImage photo = request.photo().raster();
    checkKind(name, photo);
    context.checkActive();
    SalienceMap map = salience(photo, context);
    context.checkActive();
    checkMap(name, map);
    RasterImage cut = cut(photo, map);
    Optional<Box> visible = Cutout.visibleBounds(cut);
    if (visible.isEmpty()) {
      throw refused(name, "shows nothing that stands out");
    }
    Box box = visible.get();
    int[] pixels = new int[Math.toIntExact(box.size().pixels())];
    cut.copyRegion(box, pixels, 0, box.width());
    ForegroundColours.spread(pixels, box.size());
    return new Cutout(
        ImageSource.of(RasterImage.adopt(box.size(), pixels)), confidence(map), "isnet-1");
  }

  private static void checkKind(String name, RasterImage photo) {
    if (!photo.opaque()) {
      throw refused(name, "has an alpha channel; use the maker for pictures that have one");
    }
    if (Math.min(photo.width(), photo.height()) < SHORTEST_SIDE) {
      throw refused(name, "is only " + photo.size() + "; give a larger one");
    }
  }

  private SalienceMap salience(RasterImage photo, StageContext context) {
    long begin = System.nanoTime();
    float[] alpha = model.run(preprocessor.apply(photo), "output", 1, SIDE, SIDE).floats();
    context.record(
        CallRecord.builder("IsnetCutoutMaker", model.name())
            .elapsed(Duration.ofNanos(System.nanoTime() - begin))
            .build());
    return new SalienceMap(alpha, SIDE);
  }

  private static void checkMap(String name, SalienceMap map) {
    if (map.area() < LEAST_AREA) {
      throw refused(name, "shows nothing that stands out");
    }
    if (map.area() > LARGEST_AREA) {
      throw refused(name, "is filled by one thing; leave some ground around the product");
    }
    if (map.undecided() > MOST_UNDECIDED) {
      throw refused(name, "has no clear outline: " + number(map.undecided()) + " is undecided");
    }
    if (map.together() < LEAST_TOGETHER) {
      throw refused(
          name, "shows several things: the largest is " + number(map.together()) + " of them");
    }
    if (map.onFrame() > MOST_ON_FRAME) {
      throw refused(name, "is cut by its frame; give one with the whole product");
    }
  }

  private static double confidence(SalienceMap map) {
    double outline = 1 - map.undecided();
    double frame = 1 - map.onFrame() / MOST_ON_FRAME / 2;
    return Math.max(0, Math.min(1, outline * map.together() * frame));
  }

  private static RasterImage cut(RasterImage photo, SalienceMap map) {
    Size size = photo.size();
    int[] argb = photo.toArgb();
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int at = y * size.width() + x;
        double share = map.at((x + 0.5) / size.width(), (y + 0.5) / size.height());
        int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, share)));
        alpha = alpha <= NEARLY_CLEAR ? 0 : alpha >= NEARLY_OPAQUE ? 255 : alpha;
        argb[at] = alpha == 0 ? 0 : alpha << 24 | (argb[at] & 0xFFFFFF);
      }
    }
    return RasterImage.adopt(size, argb);
  }

  private static UnsupportedInputException refused(String name, String why) {
    return new UnsupportedInputException(
        "photo " + name + " " + why + " - or give a PNG or WebP with an alpha channel");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  @Override
  public void close() {
    model.close();
  }

  @Override
  public String toString() {
    return "IsnetCutoutMaker[" + model.name() + "]";
  }
}
