package org.brandimage.examples.verify;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The proof that every finalist shows the product pixel by pixel: inside the mask, eroded by two
 * pixels, a finished picture must equal the product-only reference, and the mask must be white
 * where that is opaque. Written against the JDK's own PNG reader, so that a fault in the library's
 * codecs cannot hide a fault in its pictures.
 */
public final class PixelTruth {
  private static final int EROSION = 2;
  private static final Pattern MASK = Pattern.compile("(\\d+x\\d+-\\d+)\\.mask\\.png");
  private static final long MOST_BYTES = 64 << 20;

  /** Three pictures are held at a time, of up to 4 bytes a pixel. */
  private static final long MOST_PIXELS =
      Math.min(50_000_000, Runtime.getRuntime().maxMemory() / 16);

  private PixelTruth() {}

  /**
   * What was found of one finalist.
   *
   * @param image the name of the finished picture
   * @param compared how many pixels lie inside the eroded mask
   * @param largestDifference the largest difference of a colour channel, 0 to 255
   * @param problem why its files could not be compared; empty when they were
   */
  public record Finding(String image, int compared, int largestDifference, String problem) {
    /**
     * Tells whether the product is pixel-true.
     *
     * @return true when pixels were compared and none differs
     */
    public boolean holds() {
      return problem.isEmpty() && compared > 0 && largestDifference == 0;
    }
  }

  /**
   * Verifies every finalist of a run.
   *
   * @param folder the folder the run was written to
   * @return one finding a mask, by name; damaged and missing files are findings too
   * @throws InvalidInputException when the folder cannot be listed or holds no mask of a finalist
   */
  public static List<Finding> of(Path folder) {
    List<Finding> findings = new ArrayList<>();
    for (String base : finalists(folder)) {
      findings.add(finding(folder, base));
    }
    if (findings.isEmpty()) {
      throw new InvalidInputException("folder", folder, "holds no finalist: name a run's folder");
    }
    return findings;
  }

  private static Finding finding(Path folder, String base) {
    String name = base + ".png";
    try {
      Dimension size = size(folder.resolve(name));
      for (String other : List.of(base + ".product.png", base + ".mask.png")) {
        if (!size(folder.resolve(other)).equals(size)) {
          return new Finding(name, 0, 0, other + " is not of the size of the picture");
        }
      }
      return compare(
          name,
          read(folder.resolve(name)),
          read(folder.resolve(base + ".product.png")),
          read(folder.resolve(base + ".mask.png")));
    } catch (IOException e) {
      return new Finding(name, 0, 0, String.valueOf(e.getMessage()));
    }
  }

  private static List<String> finalists(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher mask = MASK.matcher(file.getFileName().toString());
        if (mask.matches()) {
          names.add(mask.group(1));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new InvalidInputException(
          "folder", folder, "name the folder of a complete run (" + e.getMessage() + ")");
    }
    Collections.sort(names);
    return names;
  }

  /** Returns the size in a picture's header, so that nothing is read that no run could write. */
  private static Dimension size(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (!Files.isRegularFile(file)) {
      throw new IOException(name + " is missing");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(name + " has more than " + MOST_BYTES + " bytes");
    }
    Dimension size =
        decoded(file, reader -> new Dimension(reader.getWidth(0), reader.getHeight(0)));
    if ((long) size.width * size.height > MOST_PIXELS) {
      throw new IOException(name + " has more than " + MOST_PIXELS + " pixels");
    }
    return size;
  }

  private static BufferedImage read(Path file) throws IOException {
    return decoded(file, reader -> reader.read(0));
  }

  /** Something that is asked of a picture. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(ImageReader reader) throws IOException;
  }

  /** Asks the JDK's PNG reader, which answers damaged files with exceptions of many types. */
  private static <T> T decoded(Path file, Question<T> question) throws IOException {
    String name = file.getFileName().toString();
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      return question.ask(reader);
    } catch (IOException | RuntimeException e) {
      throw new IOException(name + " is no picture that can be read", e);
    } finally {
      reader.dispose();
    }
  }

  private static Finding compare(
      String name, BufferedImage image, BufferedImage product, BufferedImage mask) {
    int compared = 0;
    int largest = 0;
    for (int y = 0; y < mask.getHeight(); y++) {
      for (int x = 0; x < mask.getWidth(); x++) {
        if (isWhite(mask, x, y) != (product.getRGB(x, y) >>> 24 == 255)) {
          return new Finding(name, 0, 0, "its mask is not white where its product is opaque");
        }
        if (insideEroded(mask, x, y)) {
          compared++;
          largest = Math.max(largest, difference(image.getRGB(x, y), product.getRGB(x, y)));
        }
      }
    }
    return new Finding(name, compared, largest, "");
  }

  private static boolean insideEroded(BufferedImage mask, int x, int y) {
    for (int v = y - EROSION; v <= y + EROSION; v++) {
      for (int u = x - EROSION; u <= x + EROSION; u++) {
        boolean inside = u >= 0 && v >= 0 && u < mask.getWidth() && v < mask.getHeight();
        if (!inside || !isWhite(mask, u, v)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isWhite(BufferedImage mask, int x, int y) {
    return (mask.getRGB(x, y) & 0xFF) == 255;
  }

  private static int difference(int first, int second) {
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      largest = Math.max(largest, Math.abs((first >> shift & 255) - (second >> shift & 255)));
    }
    return largest;
  }
}
