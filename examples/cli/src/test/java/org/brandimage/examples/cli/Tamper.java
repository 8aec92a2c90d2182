package org.brandimage.examples.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Changes one pixel in the middle of a finalist's product by one level. */
final class Tamper {
  private static final int MARGIN = 3;

  private Tamper() {}

  static void withOneProductPixel(Path base) throws IOException {
    Path file = Path.of(base + ".png");
    BufferedImage image = ImageIO.read(file.toFile());
    BufferedImage mask = ImageIO.read(Path.of(base + ".mask.png").toFile());
    for (int y = MARGIN; y < mask.getHeight() - MARGIN; y++) {
      for (int x = MARGIN; x < mask.getWidth() - MARGIN; x++) {
        if (inside(mask, x, y)) {
          image.setRGB(x, y, image.getRGB(x, y) ^ 1);
          ImageIO.write(image, "png", file.toFile());
          return;
        }
      }
    }
    throw new IllegalStateException("no product pixel found in " + base);
  }

  private static boolean inside(BufferedImage mask, int x, int y) {
    for (int v = -MARGIN; v <= MARGIN; v++) {
      for (int u = -MARGIN; u <= MARGIN; u++) {
        if ((mask.getRGB(x + u, y + v) & 0xFF) < 255) {
          return false;
        }
      }
    }
    return true;
  }
}
