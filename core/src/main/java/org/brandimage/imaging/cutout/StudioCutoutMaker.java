package org.brandimage.imaging.cutout;

import java.util.BitSet;
import org.brandimage.imaging.raster.CroppedSource;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;

/**
 * A cut-out maker for studio photos: an opaque picture of a product on a plain ground, evenly lit
 * or fading smoothly. The ground's colour is fitted to the frame of the picture and followed
 * inwards; the remaining pixels are the product, with soft edges. The maker uses no model and
 * recognises no objects, so it rejects all doubtful photos: a frame that is not plain, a product
 * that is nearly the ground's colour along its outline, a frayed outline, a product that fills or
 * leaves the picture, and pictures with an alpha channel. Ground enclosed by the product (in a
 * handle) stays, since it could as well be a white label; the confidence is then lower. It is not
 * suitable for glass, hair and wires. Stateless, deterministic and thread-safe. Cost: local CPU,
 * some passes over the pixels; memory about 16 bytes per pixel.
 */
public final class StudioCutoutMaker implements CutoutMaker {
  private static final int SHORTEST_SIDE = 16;
  private static final double LEAST_FRAME_SHARE = 0.97;
  private static final double LARGEST_SPREAD = 2;
  private static final double LEAST_TOLERANCE = 5;
  private static final double LEAST_AREA = 0.01;
  private static final double LARGEST_AREA = 0.9;

  /** Ground enclosed by the product beyond this share may be a hole that should be open. */
  private static final double LEAST_HOLE_SHARE = 0.01;

  private static final double LARGEST_FAINT_SHARE = 0.1;
  private static final double LARGEST_FRAYED_SHARE = 0.12;

  private StudioCutoutMaker() {}

  /** {@return a cut-out maker} */
  public static StudioCutoutMaker create() {
    return new StudioCutoutMaker();
  }

  @Override
  public Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException {
    String name = request.name();
    context.checkActive();
    RasterImage photo = request.photo().raster();
    checkKind(name, photo);
    context.checkActive();
    LabPlane lab = LabPlane.of(photo);
    StudioGround ground = StudioGround.fit(lab);
    checkGround(name, ground);
    context.checkActive();
    double tolerance = Math.max(LEAST_TOLERANCE, 5 * ground.spread());
    BitSet product = GroundRegion.of(lab, ground, tolerance);
    product.flip(0, lab.width() * lab.height());
    ProductShape shape = ProductShape.of(lab, ground, product);
    checkShape(name, photo, shape);
    context.checkActive();
    RasterImage cut = AlphaMatte.cut(photo, shape.pixels());
    Box visible = Cutout.visibleBounds(cut).orElseThrow();
    double confidence = confidence(ground, shape);
    return new Cutout(
        ImageSource.of(CroppedSource.cut(cut, visible)), confidence, "studio-ground-1");
  }

  private static void checkKind(String name, RasterImage photo) {
    if (!photo.opaque()) {
      throw refused(name, "has an alpha channel; use the maker for pictures that have one");
    }
    if (Math.min(photo.width(), photo.height()) < SHORTEST_SIDE) {
      throw refused(name, "is only " + photo.size() + "; give a larger one");
    }
  }

  private static void checkGround(String name, StudioGround ground) {
    if (ground.share() < LEAST_FRAME_SHARE || ground.spread() > LARGEST_SPREAD) {
      throw refused(
          name,
          "is no studio photo: only "
              + percent(ground.share())
              + " of its frame is one plain ground; give a cut-out with an alpha channel, or a"
              + " photo with a plain ground on all four sides");
    }
  }

  private static void checkShape(String name, RasterImage photo, ProductShape shape) {
    double area = shape.area() / (double) photo.size().pixels();
    if (area < LEAST_AREA || area > LARGEST_AREA) {
      throw refused(
          name,
          "shows "
              + (area < LEAST_AREA ? "nothing" : "no ground")
              + " that stands out (product on "
              + percent(area)
              + " of the picture); give a photo that shows the product whole on a plain ground");
    }
    if (shape.faintShare() > LARGEST_FAINT_SHARE) {
      throw refused(
          name,
          "cannot be cut reliably: along "
              + percent(shape.faintShare())
              + " of its outline the product has nearly the ground's colour; give a cut-out with"
              + " an alpha channel, or a photo on a ground of another colour");
    }
    if (shape.frayedShare() > LARGEST_FRAYED_SHARE) {
      throw refused(
          name,
          "cannot be cut reliably: the outline found is frayed, as by shadows, texture or fine parts; give a"
              + " cut-out with an alpha channel");
    }
  }

  private static double confidence(StudioGround ground, ProductShape shape) {
    double plain = 1 - ground.spread() / LARGEST_SPREAD * 0.3;
    double clear = 1 - shape.faintShare() / LARGEST_FAINT_SHARE * 0.4;
    double smooth = 1 - shape.frayedShare() / LARGEST_FRAYED_SHARE * 0.4;
    double whole = shape.enclosedShare() > LEAST_HOLE_SHARE ? 0.6 : 1;
    return Math.max(0.1, 0.95 * plain * clear * smooth * whole);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static UnsupportedInputException refused(String name, String why) {
    return new UnsupportedInputException("photo " + name + " " + why);
  }

  @Override
  public String toString() {
    return "StudioCutoutMaker";
  }
}
