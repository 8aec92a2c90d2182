package org.brandimage.examples.verify;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The proof that every finalist shows the product pixel by pixel: inside the mask, eroded by two
 * pixels, a finished picture must equal the product-only reference. Written against the JDK's own
 * PNG reader, so that a fault in the library's codecs cannot hide a fault in its pictures.
 */
public final class PixelTruth {
  private static final int EROSION = 2;
  private static final String MASK = ".mask.png";

  private PixelTruth() {}

  /**
   * What was found of one finalist.
   *
   * @param image the name of the finished picture
   * @param compared how many pixels lie inside the eroded mask
   * @param largestDifference the largest difference of a colour channel, 0 to 255
   */
  public record Finding(String image, int compared, int largestDifference) {
    /**
     * Tells whether the product is pixel-true.
     *
     * @return true when pixels were compared and none differs
     */
    public boolean holds() {
      return compared > 0 && largestDifference == 0;
    }
  }

  /**
   * Verifies every finalist of a run.
   *
   * @param folder the folder the run was written to
   * @return one finding a finalist, by name
   * @throws InvalidInputException when the folder holds no finalist or one of its files is missing
   */
  public static List<Finding> of(Path folder) {
    List<Finding> findings = new ArrayList<>();
    try {
      for (Path mask : masks(folder)) {
        String base = mask.getFileName().toString().replace(MASK, "");
        findings.add(
            compare(
                base + ".png",
                read(folder.resolve(base + ".png")),
                read(folder.resolve(base + ".product.png")),
                read(mask)));
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "folder", folder, "name the folder of a complete run (" + e.getMessage() + ")");
    }
    if (findings.isEmpty()) {
      throw new InvalidInputException("folder", folder, "holds no finalist: name a run's folder");
    }
    return findings;
  }

  private static List<Path> masks(Path folder) throws IOException {
    List<Path> masks = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + MASK)) {
      files.forEach(masks::add);
    }
    Collections.sort(masks);
    return masks;
  }

  private static BufferedImage read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file.getFileName() + " is no picture");
    }
    return image;
  }

  private static Finding compare(
      String name, BufferedImage image, BufferedImage product, BufferedImage mask) {
    int compared = 0;
    int largest = 0;
    for (int y = 0; y < mask.getHeight(); y++) {
      for (int x = 0; x < mask.getWidth(); x++) {
        if (insideEroded(mask, x, y)) {
          compared++;
          largest = Math.max(largest, difference(image.getRGB(x, y), product.getRGB(x, y)));
        }
      }
    }
    return new Finding(name, compared, largest);
  }

  private static boolean insideEroded(BufferedImage mask, int x, int y) {
    for (int v = y - EROSION; v <= y + EROSION; v++) {
      for (int u = x - EROSION; u <= x + EROSION; u++) {
        boolean inside = u >= 0 && v >= 0 && u < mask.getWidth() && v < mask.getHeight();
        if (!inside || (mask.getRGB(u, v) & 0xFF) < 255) {
          return false;
        }
      }
    }
    return true;
  }

  private static int difference(int first, int second) {
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      largest = Math.max(largest, Math.abs((first >> shift & 255) - (second >> shift & 255)));
    }
    return largest;
  }
}
