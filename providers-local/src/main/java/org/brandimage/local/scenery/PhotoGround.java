package org.brandimage.local.scenery;

import org.brandimage.imaging.light.ColourGrade;
import org.brandimage.imaging.light.DepthOfField;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.jspecify.annotations.Nullable;

/**
 * A retrieved photo that covers a canvas, graded, and its light: what sceneries with different
 * focus have in common. Made when first asked for and held as long as this is. Thread-safe.
 */
final class PhotoGround {
  private final ImageSource photo;
  private final ColourGrade grade;
  private final double blur;
  private final Size canvas;
  private @Nullable Lit lit;

  PhotoGround(ImageSource photo, ColourGrade grade, double blur, Size canvas) {
    this.photo = photo;
    this.grade = grade;
    this.blur = blur;
    this.canvas = canvas;
  }

  /** Returns the photo on the canvas. The first call makes it; others wait for it. */
  synchronized Lit lit() {
    Lit known = lit;
    if (known == null) {
      RasterImage fitted = Resampler.cover(photo.raster(), canvas).over(0xE6E6E6);
      RasterImage graded = grade.apply(fitted, LightEstimate.of(fitted));
      known = new Lit(DepthOfField.of(graded, blur), LightEstimate.of(graded));
      lit = known;
    }
    return known;
  }

  /**
   * A photo on a canvas.
   *
   * @param lens the photo, to be focused
   * @param light how it is lit
   */
  record Lit(DepthOfField lens, LightEstimate light) {}
}
