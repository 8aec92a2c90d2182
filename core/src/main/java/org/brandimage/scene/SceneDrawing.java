package org.brandimage.scene;

import java.util.List;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneMap;

/**
 * A drawing of what was understood of a background, for a person to correct: the photo with its
 * free ground in green, the surer the stronger, what stands in the way in red and the horizon as a
 * yellow line; and the same as the words a library takes. Stateless.
 */
public final class SceneDrawing {
  private static final int LONG_SIDE = 1200;
  private static final int WHITE = 0xFFFFFFFF;
  private static final int GROUND = 0x14D264;
  private static final int OCCUPIED = 0xF03C3C;
  private static final int HORIZON = 0xFFDC00;
  private static final double STRONGEST = 0.5;
  private static final double DASH = 0.02;

  private SceneDrawing() {}

  /**
   * Draws a map over its photo.
   *
   * @param photo the photo that was read
   * @param map what was understood of it
   * @return an opaque picture whose longer side has at most {@value #LONG_SIDE} pixels
   */
  public static RasterImage draw(ImageSource photo, SceneMap map) {
    double scale = LONG_SIDE / (double) Math.max(map.photo().width(), map.photo().height());
    Size size =
        scale >= 1
            ? map.photo()
            : new Size(
                (int) Math.max(1, Math.round(map.photo().width() * scale)),
                (int) Math.max(1, Math.round(map.photo().height() * scale)));
    int[] argb = Resampler.resize(photo.raster().over(WHITE), size).toArgb();
    for (int i = 0; i < argb.length; i++) {
      double x = (i % size.width() + 0.5) / size.width();
      double y = (Math.floorDiv(i, size.width()) + 0.5) / size.height();
      double occupied = map.occupied().sample(x, y);
      double ground = map.ground().sample(x, y) * (1 - occupied);
      argb[i] = blend(argb[i], GROUND, STRONGEST * ground);
      argb[i] = blend(argb[i], OCCUPIED, STRONGEST * occupied);
    }
    map.horizon().ifPresent(horizon -> line(argb, size, horizon));
    return RasterImage.adopt(size, argb);
  }

  /**
   * Returns what was understood as the words of a library, which win over what is read from a
   * photo.
   *
   * @param map what was understood
   * @return ground, horizon, width, light and whether the photo is usable
   */
  public static SceneFacts facts(SceneMap map) {
    SceneFacts.Builder facts = SceneFacts.builder().usable(map.usable());
    List<List<SceneFacts.Point>> outlines = GroundOutline.of(map);
    facts.ground(outlines);
    map.horizon().ifPresent(horizon -> facts.horizon(rounded(horizon)));
    // The width is meant at the middle row of the ground that is written beside it.
    double row =
        outlines.isEmpty()
            ? Grids.middleRow(map.ground())
            : Grids.middleRow(Grids.covered(outlines, map.ground().size()));
    map.centimetresPerPixel(row)
        .ifPresent(cm -> facts.widthCm(Math.max(1, Math.rint(cm * map.photo().width()))));
    map.light().ifPresent(facts::light);
    return facts.build();
  }

  private static double rounded(double share) {
    return Math.max(-5, Math.min(5, Math.round(share * 1000) / 1000.0));
  }

  private static void line(int[] argb, Size size, double horizon) {
    int middle = (int) Math.floor(horizon * size.height());
    int thick = Math.max(2, Math.floorDiv(size.height(), 300));
    int dash = (int) Math.max(4, DASH * size.width());
    for (int y = Math.max(0, middle - thick + 1); y < Math.min(size.height(), middle + 1); y++) {
      for (int x = 0; x < size.width(); x++) {
        if (Math.floorDiv(x, dash) % 2 == 0) {
          argb[y * size.width() + x] = 0xFF000000 | HORIZON;
        }
      }
    }
  }

  private static int blend(int pixel, int colour, double share) {
    int result = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double level = ((pixel >> shift) & 255) * (1 - share) + ((colour >> shift) & 255) * share;
      result = (result << 8) | (int) Math.round(level);
    }
    return result;
  }
}
