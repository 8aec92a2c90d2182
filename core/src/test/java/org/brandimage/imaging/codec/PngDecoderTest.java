package org.brandimage.imaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.brandimage.imaging.TestImages;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.RasterImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngDecoderTest {
  private final ImageDecoder decoder = ImageDecoder.create();

  @ParameterizedTest
  @CsvSource({"1,1", "2,9", "33,21", "64,64"})
  void decode_rgbaWrittenByThePlatform_isUnchanged(int width, int height) {
    RasterImage photo = TestImages.photo(width, height, false, 7);
    byte[] png = TestImages.written(TestImages.buffered(photo, BufferedImage.TYPE_INT_ARGB), "png");

    assertThat(decode(png)).isEqualTo(photo);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,2", "5,9", "8,8", "33,21"})
  void decode_interlaced_isUnchanged(int width, int height) throws IOException {
    RasterImage photo = TestImages.photo(width, height, true, 8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    writer.setOutput(ImageIO.createImageOutputStream(out));
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    writer.write(
        null,
        new IIOImage(TestImages.buffered(photo, BufferedImage.TYPE_INT_RGB), null, null),
        param);
    ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).flush();
    writer.dispose();

    assertThat(out.toByteArray()[28]).as("interlace flag").isEqualTo((byte) 1);
    assertThat(decode(out.toByteArray())).isEqualTo(photo);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void decode_eachRowFilter_isUndone(int filter) {
    // Two rows of two RGB pixels; expectations worked out by hand from section 9 of the standard.
    byte[] rows = {
      (byte) filter, 10, 20, 30, 40, 50, 60, (byte) filter, 1, 2, 3, 4, 5, 6,
    };
    int[][] expected = {
      {0xFF0A141E, 0xFF28323C, 0xFF010203, 0xFF040506},
      {0xFF0A141E, 0xFF32465A, 0xFF010203, 0xFF050709},
      {0xFF0A141E, 0xFF28323C, 0xFF0B1621, 0xFF2C3742},
      {0xFF0A141E, 0xFF2D3C4B, 0xFF060C12, 0xFF1D2934},
      {0xFF0A141E, 0xFF32465A, 0xFF0B1621, 0xFF364B60},
    };

    assertThat(decode(png(TestImages.ihdr(2, 2, 8, 2), TestImages.idat(rows))).toArgb())
        .containsExactly(expected[filter]);
  }

  @Test
  void decode_sixteenBits_areRoundedNotCut() {
    // 0x80FF is 128.49 and 0x8100 is 128.5 in units of 257: both cut to 128 and 129, round alike.
    byte[] rows = {0, (byte) 0x80, (byte) 0xFF, (byte) 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

    RasterImage image = decode(png(TestImages.ihdr(1, 1, 16, 2), TestImages.idat(rows)));

    // 33023/257 = 128.494, 32767/257 = 127.498, 65535/257 = 255.
    assertThat(image.toArgb()).containsExactly(0xFF807FFF);
  }

  @Test
  void decode_oneBitGrey_spansBlackToWhite() {
    byte[] rows = {0, (byte) 0b1010_0000};

    assertThat(decode(png(TestImages.ihdr(3, 1, 1, 0), TestImages.idat(rows))).toArgb())
        .containsExactly(0xFFFFFFFF, 0xFF000000, 0xFFFFFFFF);
  }

  @Test
  void decode_paletteWithTransparency_takesBoth() {
    byte[] palette = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    byte[] alphas = {(byte) 0x80, 0};
    byte[] rows = {0, 0b00_01_10_11};

    RasterImage image =
        decode(
            png(
                TestImages.ihdr(4, 1, 2, 3),
                TestImages.chunk("PLTE", palette),
                TestImages.chunk("tRNS", alphas),
                TestImages.idat(rows)));

    assertThat(image.toArgb())
        .as("the last index is beyond the palette: opaque black")
        .containsExactly(0x80010203, 0x00040506, 0xFF070809, 0xFF000000);
  }

  @Test
  void decode_transparentColour_onlyClearsThatColour() {
    byte[] clear = {0, 10, 0, 20, 0, 30};
    byte[] rows = {0, 10, 20, 30, 10, 20, 31};

    RasterImage image =
        decode(
            png(
                TestImages.ihdr(2, 1, 8, 2),
                TestImages.chunk("tRNS", clear),
                TestImages.idat(rows)));

    assertThat(image.toArgb()).containsExactly(0x000A141E, 0xFF0A141F);
  }

  @ParameterizedTest
  @CsvSource({
    "1,0xA 0xB 0xC 0xD 0xE 0xF", "2,0xC 0xB 0xA 0xF 0xE 0xD", "3,0xF 0xE 0xD 0xC 0xB 0xA",
    "4,0xD 0xE 0xF 0xA 0xB 0xC", "5,0xA 0xD 0xB 0xE 0xC 0xF", "6,0xD 0xA 0xE 0xB 0xF 0xC",
    "7,0xF 0xC 0xE 0xB 0xD 0xA", "8,0xC 0xF 0xB 0xE 0xA 0xD"
  })
  void decode_exifChunk_turnsThePicture(int orientation, String expected) {
    byte[] rows = {0, 0xA, 0xB, 0xC, 0, 0xD, 0xE, 0xF};

    RasterImage image =
        decode(
            png(
                TestImages.ihdr(3, 2, 8, 0),
                TestImages.chunk("eXIf", TestImages.exif(orientation)),
                TestImages.idat(rows)));

    assertThat(image.width()).isEqualTo(orientation < 5 ? 3 : 2);
    assertThat(java.util.Arrays.stream(image.toArgb()).map(pixel -> pixel & 0xFF))
        .containsExactlyElementsOf(
            java.util.Arrays.stream(expected.split(" ")).map(Integer::decode).toList());
  }

  /** A chunk that is used has to have the right checksum; one that is passed over (1) need not. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void decode_wrongChecksumOfAChunk_isRefused(int damaged) {
    byte[][] chunks = {
      TestImages.ihdr(3, 2, 8, 3),
      TestImages.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}),
      TestImages.chunk("PLTE", new byte[] {1, 2, 3, 4, 5, 6}),
      TestImages.chunk("tRNS", new byte[] {9, 8}),
      TestImages.idat(new byte[] {0, 0, 1, 0, 0, 1, 0, 1})
    };
    assertThat(decode(png(chunks)).argb(1, 0)).isEqualTo(0x08040506);
    byte[] chunk = chunks[damaged];
    chunk[chunk.length - 1] ^= 1;

    assertThatThrownBy(() -> decode(png(chunks))).isInstanceOf(UnreadableImageException.class);
  }

  @Test
  void decode_linearProfile_isConvertedToSrgb() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] rows = {0, 55, 55, 55};

    RasterImage image =
        decode(png(TestImages.ihdr(1, 1, 8, 2), iccp(profile), TestImages.idat(rows)));

    // IEC 61966-2-1: 1.055 * (55/255)^(1/2.4) - 0.055 = 0.5016, that is 128 of 255.
    assertThat(image.argb(0, 0) & 0xFF).isBetween(127, 129);
  }

  @Test
  void decode_srgbProfile_movesNoPixel() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] rows = new byte[1 + 3 * 256];
    for (int i = 0; i < 256; i++) {
      rows[1 + 3 * i] = (byte) i;
      rows[2 + 3 * i] = (byte) (255 - i);
      rows[3 + 3 * i] = (byte) (i * 7);
    }

    RasterImage plain = decode(png(TestImages.ihdr(256, 1, 8, 2), TestImages.idat(rows)));

    assertThat(decode(png(TestImages.ihdr(256, 1, 8, 2), iccp(profile), TestImages.idat(rows))))
        .isEqualTo(plain);
  }

  @Test
  void decode_brokenProfile_countsAsSrgb() {
    byte[] rows = {0, 1, 2, 3};

    RasterImage image =
        decode(png(TestImages.ihdr(1, 1, 8, 2), iccp(new byte[300]), TestImages.idat(rows)));

    assertThat(image.toArgb()).containsExactly(0xFF010203);
  }

  private static byte[] iccp(byte[] profile) {
    byte[] name = "p\0\0".getBytes(StandardCharsets.ISO_8859_1);
    return TestImages.chunk("iCCP", TestImages.join(name, TestImages.deflated(profile)));
  }

  private static byte[] png(byte[]... chunks) {
    return TestImages.join(TestImages.pngSignature(), TestImages.join(chunks), TestImages.iend());
  }

  private RasterImage decode(byte[] png) {
    return decoder.decode(TestImages.png(png), "test.png");
  }
}
