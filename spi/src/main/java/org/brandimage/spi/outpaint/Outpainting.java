package org.brandimage.spi.outpaint;

import java.util.HashSet;
import java.util.List;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.SizedResult;

/**
 * The result of an {@link OutpaintRequest}: pictures, rejections, or some of each. Together their
 * indices are 0 to count - 1, each once.
 *
 * @param images the pictures that came
 * @param rejections the pictures that did not
 */
public record Outpainting(List<OutpaintedImage> images, List<OutpaintRejection> rejections)
    implements SizedResult {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when an index stands twice
   */
  public Outpainting {
    images = List.copyOf(images);
    rejections = List.copyOf(rejections);
    HashSet<Integer> seen = new HashSet<>();
    images.forEach(image -> requireNew(seen, image.index()));
    rejections.forEach(rejection -> requireNew(seen, rejection.index()));
  }

  @Override
  public long heapBytes() {
    long bytes = 0;
    for (OutpaintedImage image : images) {
      bytes += image.image().heapBytes();
      bytes += image.cleanPlate().map(ImageSource::heapBytes).orElse(0L);
    }
    return bytes;
  }

  private static void requireNew(HashSet<Integer> seen, int index) {
    if (!seen.add(index)) {
      throw new IllegalArgumentException("index stands twice: " + index);
    }
  }
}
