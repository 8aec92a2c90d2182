package org.brandimage.metric;

import org.brandimage.spi.image.RasterImage;

/**
 * The exposure of a picture, by its {@link Luma#REC_709} luma.
 *
 * @param mean the mean luma, 0 (black) to 255 (white); photographs lie around 60 to 180
 * @param crushed the share of pixels at or below {@value #BLACK}, 0 to 1; lower is better
 * @param blown the share of pixels at or above {@value #WHITE}, 0 to 1; lower is better
 * @param contrast the standard deviation of the luma, 0 to 127.5
 */
public record Exposure(double mean, double crushed, double blown, double contrast) {
  /** The highest luma that counts as crushed to black. */
  public static final int BLACK = 3;

  /** The lowest luma that counts as blown to white. */
  public static final int WHITE = 252;

  /**
   * Measures a picture in one pass.
   *
   * @param picture the picture; transparent parts count as over white
   * @return its exposure
   */
  public static Exposure of(RasterImage picture) {
    long[] histogram = histogram(picture.over(Ground.WHITE));
    double sum = 0;
    double squares = 0;
    long crushed = 0;
    long blown = 0;
    for (int luma = 0; luma < 256; luma++) {
      sum += (double) histogram[luma] * luma;
      squares += (double) histogram[luma] * luma * luma;
      crushed += luma <= BLACK ? histogram[luma] : 0;
      blown += luma >= WHITE ? histogram[luma] : 0;
    }
    double n = picture.size().pixels();
    double variance = Math.max(0, squares / n - sum / n * (sum / n));
    return new Exposure(sum / n, crushed / n, blown / n, Math.sqrt(variance));
  }

  /** Fixed-point weights of BT.709 that sum to 65,536, so that greys keep their value. */
  private static long[] histogram(RasterImage picture) {
    long[] histogram = new long[256];
    int[] row = new int[picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      picture.copyRow(y, row);
      for (int argb : row) {
        int luma =
            13933 * (argb >> 16 & 255) + 46871 * (argb >> 8 & 255) + 4732 * (argb & 255) + 32768;
        histogram[luma >> 16]++;
      }
    }
    return histogram;
  }
}
