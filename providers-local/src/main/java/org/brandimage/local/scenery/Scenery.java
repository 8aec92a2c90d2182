package org.brandimage.local.scenery;

import org.brandimage.imaging.light.ColourGrade;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A canvas-sized background without products, and its light. Painted when first asked for and held
 * as long as the scenery is. Thread-safe.
 */
final class Scenery {
  private final Recipe recipe;
  private final Size canvas;
  private final SceneryCache cache;
  private @Nullable Painted painted;

  /** Creates an unpainted scenery. */
  Scenery(Recipe recipe, Size canvas, SceneryCache cache) {
    this.recipe = recipe;
    this.canvas = canvas;
    this.cache = cache;
  }

  /**
   * Returns the background and its light. The first call paints; others wait for it.
   *
   * @return what was painted
   */
  synchronized Painted paint() {
    Painted known = painted;
    if (known == null) {
      known = recipe.paint(canvas, cache);
      painted = known;
    }
    return known;
  }

  /**
   * A painted background.
   *
   * @param picture opaque, of the canvas' size
   * @param light how it is lit
   * @param tabletop a surface to lay in front of it, or null when it has its own ground
   * @param relit whether light may be added around the products
   */
  record Painted(
      RasterImage picture, LightEstimate light, @Nullable Tabletop tabletop, boolean relit) {}

  /** How a background is made. Equal keys give equal pixels. */
  interface Recipe {
    /**
     * Returns the identity of the result but for the canvas.
     *
     * @return lower-case hexadecimal
     */
    String key();

    /**
     * Makes the background.
     *
     * @param canvas its size
     * @param cache where parts are found that several sceneries share
     * @return the background and its light
     */
    Painted paint(Size canvas, SceneryCache cache);
  }

  /**
   * A retrieved photo, graded and softened.
   *
   * @param photo the photo
   * @param grade the change of mood
   * @param focus the row, as a share of the height, above which it grows soft
   * @param blur the deviation of the softness as a share of the shorter side; 0 for none
   * @param distant true to lay a surface in front
   */
  record PhotoRecipe(
      ImageSource photo, ColourGrade grade, double focus, double blur, boolean distant)
      implements Recipe {
    @Override
    public String key() {
      return Fingerprint.of("photo-scenery-1")
          .add(groundKey())
          .add(focus)
          .add(distant ? 1 : 0)
          .toHex();
    }

    private String groundKey() {
      return Fingerprint.of("photo-ground-1")
          .add(photo.digest())
          .add(grade.name())
          .add(blur)
          .toHex();
    }

    @Override
    public Painted paint(Size canvas, SceneryCache cache) {
      PhotoGround.Lit ground =
          cache
              .ground(groundKey() + "@" + canvas, () -> new PhotoGround(photo, grade, blur, canvas))
              .lit();
      RasterImage soft = ground.lens().focused(focus);
      return new Painted(soft, ground.light(), distant ? Tabletop.before(soft) : null, blur > 0);
    }
  }

  /**
   * A computed backdrop.
   *
   * @param backdrop paper and lamps
   * @param side where the light comes from
   */
  record BackdropRecipe(Backdrop backdrop, double side) implements Recipe {
    @Override
    public String key() {
      return Fingerprint.of("backdrop-scenery-1").add(backdrop.key()).add(side).toHex();
    }

    @Override
    public Painted paint(Size canvas, SceneryCache cache) {
      // The blurred lights have their places by side, so that both sides together fit a cache.
      RasterImage picture = backdrop.paint(canvas, side, side < 0 ? 7 : 11);
      return new Painted(picture, backdrop.light(side), null, false);
    }
  }
}
