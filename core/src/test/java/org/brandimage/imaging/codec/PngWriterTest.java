package org.brandimage.imaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.brandimage.imaging.TestImages;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file is read back with the platform's reader: an independent one. */
class PngWriterTest {
  private final PngWriter writer = PngWriter.create();

  @ParameterizedTest
  @CsvSource({"1,1", "1,300", "300,1", "17,13", "257,260", "640,480"})
  void encode_anySize_readsBackUnchanged(int width, int height) throws IOException {
    for (boolean opaque : new boolean[] {true, false}) {
      RasterImage image = TestImages.photo(width, height, opaque, 11);

      assertThat(readBack(writer.encode(image))).isEqualTo(image);
    }
  }

  @Test
  void encode_opaque_writesThreeChannels() {
    byte[] opaque = writer.encode(TestImages.photo(4, 4, true, 1)).bytes();
    byte[] clear = writer.encode(TestImages.photo(4, 4, false, 1)).bytes();

    assertThat(opaque[25]).as("colour type RGB").isEqualTo((byte) 2);
    assertThat(clear[25]).as("colour type RGBA").isEqualTo((byte) 6);
  }

  @ParameterizedTest
  @CsvSource({"noise", "flat", "runs", "rare"})
  void encode_extremeContents_readsBackUnchanged(String kind) throws IOException {
    Random random = new Random(5);
    int[] argb = new int[700 * 300];
    for (int i = 0; i < argb.length; i++) {
      argb[i] =
          switch (kind) {
            case "noise" -> random.nextInt();
            case "flat" -> 0x00FFFFFF;
            // Runs of every length around the longest one a code can say.
            case "runs" -> i % 263 < 131 ? 0xFF112233 : random.nextInt();
            // One symbol in millions: optimal codes would be longer than deflate allows.
            default -> 0xFF000000 | rareLevel(random);
          };
    }
    RasterImage image = RasterImage.adopt(new Size(700, 300), argb);

    assertThat(readBack(writer.encode(image))).isEqualTo(image);
  }

  private static int rareLevel(Random random) {
    return 1 << Math.min(23, Integer.numberOfTrailingZeros(random.nextInt() | 1 << 23));
  }

  @Test
  void encode_flatPicture_takesNextToNothing() {
    assertThat(writer.encode(RasterImage.filled(new Size(1024, 1024), 0)).length())
        .isLessThan(10_000);
  }

  @Test
  void encode_photo_isNotLargerThanThePlatforms() {
    RasterImage photo = TestImages.photo(512, 512, true, 2);
    byte[] theirs =
        TestImages.written(TestImages.buffered(photo, BufferedImage.TYPE_INT_RGB), "png");

    assertThat(writer.encode(photo).length()).isLessThanOrEqualTo(theirs.length);
  }

  @Test
  void encode_transparentPixels_keepTheirColours() throws IOException {
    RasterImage image = RasterImage.of(new Size(2, 1), new int[] {0x00ABCDEF, 0x01FFFFFF});

    assertThat(readBack(writer.encode(image))).isEqualTo(image);
  }

  @Test
  void write_targetFails_passesTheErrorOn() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatThrownBy(() -> writer.write(TestImages.photo(4, 4, true, 1), full))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  @Test
  void encode_samePicture_givesSameBytes() {
    RasterImage image = TestImages.photo(120, 80, false, 3);

    assertThat(writer.encode(image)).isEqualTo(PngWriter.create().encode(image));
  }

  private static RasterImage readBack(EncodedImage png) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.bytes()));
    int width = read.getWidth();
    int height = read.getHeight();
    return RasterImage.adopt(
        new Size(width, height), read.getRGB(0, 0, width, height, null, 0, width));
  }
}
