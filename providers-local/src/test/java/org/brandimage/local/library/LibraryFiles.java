package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.brandimage.spi.image.Size;

/** Files of small libraries, made anew for each test. */
public final class LibraryFiles {
  private LibraryFiles() {}

  /** Writes a text file and the folders above it. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Writes a PNG, or a JPEG where the name ends so; all but one pixel may be transparent. */
  public static void picture(Path file, Size size, boolean transparent) throws IOException {
    boolean png = file.toString().endsWith(".png");
    int type = png && transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage image = new BufferedImage(size.width(), size.height(), type);
    image.setRGB(0, 0, 0xFFCC2200);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, png ? "png" : "jpg", bytes)).isTrue();
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }
}
