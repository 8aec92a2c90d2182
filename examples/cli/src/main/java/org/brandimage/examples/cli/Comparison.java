package org.brandimage.examples.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.brandimage.metric.Ciede2000;
import org.brandimage.metric.EdgeMsSsim;
import org.brandimage.metric.MsSsim;
import org.brandimage.metric.Psnr;
import org.brandimage.metric.Ssim;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.jspecify.annotations.Nullable;

/** All metrics of two pictures of one size, by name; with a mask, of what it keeps. */
final class Comparison {
  private final RasterImage first;
  private final RasterImage second;
  private final @Nullable Mask mask;

  private Comparison(RasterImage first, RasterImage second, @Nullable Mask mask) {
    this.first = first;
    this.second = second;
    this.mask = mask;
  }

  /**
   * Compares two pictures.
   *
   * @return the metrics in the order they are shown in
   * @throws InvalidInputException when sizes differ, a side is too short, or the mask keeps too
   *     little
   */
  static Map<String, Double> of(RasterImage first, RasterImage second, @Nullable Mask mask) {
    if (!first.size().equals(second.size())) {
      throw new InvalidInputException(
          "B", second.size(), "give a picture of the size of A, " + first.size());
    }
    int shortest = Math.min(first.width(), first.height());
    if (shortest < MsSsim.SHORTEST_SIDE) {
      throw new InvalidInputException(
          "A", first.size(), "each side must be at least " + MsSsim.SHORTEST_SIDE + " pixels");
    }
    if (mask != null && !mask.size().equals(first.size())) {
      throw new InvalidInputException(
          "--mask", mask.size(), "give a mask of the size of A, " + first.size());
    }
    try {
      return new Comparison(first, second, mask).metrics();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "--mask", "(keeps too little)", "keep more of the picture: " + e.getMessage());
    }
  }

  private Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (mask == null) {
      metrics.put("ms_ssim", MsSsim.of(first, second));
      metrics.put("ssim", Ssim.of(first, second));
      metrics.put("edge_ms_ssim", EdgeMsSsim.of(first, second).similarity());
      metrics.put("psnr", Psnr.of(first, second));
      metrics.put("ciede2000_mean", Ciede2000.mean(first, second));
      metrics.put("ms_ssim_rgb", MsSsim.rgb(first, second));
      metrics.put("ssim_rgb", Ssim.rgb(first, second));
    } else {
      metrics.put("ms_ssim", MsSsim.masked(first, second, mask));
      metrics.put("ssim", Ssim.masked(first, second, mask));
      metrics.put("edge_ms_ssim", EdgeMsSsim.masked(first, second, mask).similarity());
      metrics.put("psnr", Psnr.masked(first, second, mask));
      metrics.put("ciede2000_mean", Ciede2000.mean(first, second, mask));
    }
    return metrics;
  }
}
