package org.brandimage.imaging.restore;

import java.util.Objects;
import org.brandimage.spi.image.RasterImage;

/**
 * A picture whose products were put back.
 *
 * @param image the restored picture
 * @param report the measures before and after
 */
public record RestoredImage(RasterImage image, RestoreReport report) {
  /** Checks the values. */
  public RestoredImage {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(report, "report");
  }
}
