package org.brandimage.imaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOException;
import org.brandimage.imaging.TestImages;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to hurt, built here byte by byte. */
class HostileImageTest {
  private final ImageDecoder decoder = ImageDecoder.create();

  @Test
  void decode_pngCutAnywhere_isTyped() {
    byte[] png = PngWriter.create().encode(TestImages.photo(24, 16, false, 1)).bytes();

    for (int length = 1; length < png.length; length++) {
      assertUnreadable(Arrays.copyOf(png, length));
    }
  }

  @Test
  void decode_jpegCutAnywhere_isTyped() {
    BufferedImage photo =
        TestImages.buffered(TestImages.photo(24, 16, true, 1), BufferedImage.TYPE_INT_RGB);
    byte[] jpeg = TestImages.written(photo, "jpg");

    for (int length = 1; length < jpeg.length; length++) {
      assertUnreadable(Arrays.copyOf(jpeg, length));
    }
  }

  @Test
  void decode_anyByteChanged_isPixelsOrTyped() {
    byte[] png = PngWriter.create().encode(TestImages.photo(12, 9, true, 1)).bytes();
    BufferedImage photo =
        TestImages.buffered(TestImages.photo(24, 16, true, 1), BufferedImage.TYPE_INT_RGB);
    byte[] jpeg = TestImages.written(photo, "jpg");
    Random random = new Random(42);
    for (byte[] file : new byte[][] {png, jpeg}) {
      for (int at = 0; at < file.length; at++) {
        byte[] changed = file.clone();
        changed[at] ^= (byte) (1 + random.nextInt(255));
        Throwable thrown = catchThrowable(() -> decoder.decode(TestImages.png(changed), "changed"));
        assertThat(thrown == null || thrown instanceof UnreadableImageException)
            .as("byte %d: %s", at, thrown)
            .isTrue();
      }
    }
  }

  @Test
  void decode_pngOfHugeSize_isRefusedByItsHeader() {
    byte[] png =
        TestImages.join(
            TestImages.pngSignature(),
            TestImages.ihdr(65_535, 65_535, 8, 6),
            TestImages.idat(new byte[1000]),
            TestImages.iend());

    assertThatThrownBy(() -> decoder.decode(TestImages.png(png), "bomb"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("65535x65535")
        .hasMessageContaining("maxPixels");
  }

  @Test
  void decode_pngLongerThanAnySide_isRefused() {
    byte[] png =
        TestImages.join(
            TestImages.pngSignature(),
            TestImages.ihdr(65_536, 1, 8, 6),
            TestImages.idat(new byte[10]),
            TestImages.iend());

    assertThatThrownBy(() -> decoder.decode(TestImages.png(png), "long"))
        .hasMessageContaining("65536x1");
  }

  @Test
  void decode_textAndProfileBombs_costNoMemory() {
    // 64 MB of zeros each, 64 KB in the file.
    byte[] zeros = TestImages.deflated(new byte[64 << 20]);
    byte[] text = TestImages.join("t\0\0".getBytes(StandardCharsets.ISO_8859_1), zeros);
    byte[] png =
        TestImages.join(
            TestImages.pngSignature(),
            TestImages.ihdr(1, 1, 8, 2),
            TestImages.chunk("zTXt", text),
            TestImages.chunk("iCCP", text),
            TestImages.idat(new byte[] {0, 1, 2, 3}),
            TestImages.iend());

    RasterImage image = decoder.decode(TestImages.png(png), "bomb");

    assertThat(image.toArgb()).containsExactly(0xFF010203);
  }

  @Test
  void decode_morePixelDataThanRows_readsOnlyTheRows() {
    byte[] rows = new byte[32 << 20];
    rows[1] = 9;
    byte[] png =
        TestImages.join(
            TestImages.pngSignature(),
            TestImages.ihdr(1, 1, 8, 0),
            TestImages.idat(rows),
            TestImages.iend());

    assertThat(decoder.decode(TestImages.png(png), "long").toArgb()).containsExactly(0xFF090909);
  }

  @Test
  void decode_pixelChecksumWrong_isRefused() {
    byte[] png = PngWriter.create().encode(TestImages.photo(12, 9, true, 1)).bytes();
    // The last chunk takes 12 bytes; the data chunk's checksum stands before it.
    png[png.length - 13] ^= 1;

    assertThatThrownBy(() -> decoder.decode(TestImages.png(png), "flipped"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("checksum");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC3, 0xC9, 0xCF})
  void decode_jpegOfRareKind_namesTheRemedy(int marker) {
    byte[] jpeg = TestImages.written(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg");
    for (int i = 0; i < jpeg.length - 1; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
        jpeg[i + 1] = (byte) marker;
      }
    }

    assertThatThrownBy(() -> decoder.decode(TestImages.png(jpeg), "rare"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("baseline");
  }

  @Test
  void decode_webpWhoseSizesDisagree_isRefused() {
    byte[] vp8l = {
      'V', 'P', '8', 'L', 5, 0, 0, 0, 0x2F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0, 0
    };
    byte[] vp8x = {'V', 'P', '8', 'X', 10, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 9, 0, 0};

    assertThatThrownBy(() -> decoder.decode(TestImages.png(webp(vp8x, vp8l)), "liar"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("canvas is 10x10");
  }

  @Test
  void decode_animatedWebp_namesTheRemedy() {
    byte[] vp8x = {'V', 'P', '8', 'X', 10, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 9, 0, 0};

    assertThatThrownBy(() -> decoder.decode(TestImages.png(webp(vp8x)), "moving"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("one frame");
  }

  @Test
  void read_pastTheEndForEver_isEnded() throws IOException {
    Deadline deadline = Deadline.in(Duration.ofMinutes(1));
    try (GuardedImageStream stream =
        new GuardedImageStream(new ByteArrayInputStream(new byte[3]), 3, deadline)) {
      assertThat(stream.read(new byte[10])).isEqualTo(3);
      for (int i = 0; i < 64; i++) {
        assertThat(stream.read()).isEqualTo(-1);
      }
      assertThatThrownBy(stream::read)
          .isInstanceOf(IIOException.class)
          .hasMessageContaining("ends early");
    }
  }

  @Test
  void read_afterSeeking_givesTheBytesThere() throws IOException {
    byte[] bytes = new byte[20_000];
    new Random(1).nextBytes(bytes);
    Deadline deadline = Deadline.in(Duration.ofMinutes(1));
    try (GuardedImageStream stream =
        new GuardedImageStream(new ByteArrayInputStream(bytes), bytes.length, deadline)) {
      for (int at : new int[] {19_999, 0, 8191, 8192, 100, 12_345}) {
        stream.seek(at);
        assertThat((byte) stream.read()).as("at %d", at).isEqualTo(bytes[at]);
      }
      stream.seek(5000);
      byte[] rest = new byte[15_000];
      stream.readFully(rest);
      assertThat(rest).containsExactly(Arrays.copyOfRange(bytes, 5000, 20_000));
    }
  }

  private static byte[] webp(byte[]... chunks) {
    byte[] head = {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P'};
    return TestImages.join(head, TestImages.join(chunks));
  }

  private void assertUnreadable(byte[] bytes) {
    assertThatThrownBy(
            () -> decoder.decode(EncodedImage.of(EncodedImage.Format.JPEG, bytes), "cut"))
        .as("cut to %d bytes", bytes.length)
        .isInstanceOf(UnreadableImageException.class);
  }
}
