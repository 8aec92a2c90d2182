package org.brandimage.imaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.imaging.TestImages;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  /** A lossless 3x2 WebP, its pixels as given to the encoder of libwebp 1.x, listed below. */
  private static final String WEBP =
      "UklGRkgAAABXRUJQVlA4TDsAAAAvAkAAEC9AEEBSI0y2v8waZNI2pV/9+5m1kQlYDBV8+uckECBIVy7gH+Ehxra3BgIB"
          + "yljxwDYR/Y/xAgA=";

  /** The same with an Exif chunk that asks for a quarter turn (orientation 6). */
  private static final String TURNED_WEBP =
      "UklGRnwAAABXRUJQVlA4WAoAAAAYAAAAAgAAAQAAVlA4TDsAAAAvAkAAEC9AEEBSI0y2v8waZNI2pV/9+5m1kQlYDBV8"
          + "+uckECBIVy7gH+Ehxra3BgIByljxwDYR/Y/xAgBFWElGGgAAAE1NACoAAAAIAAEBEgADAAAAAQAGAAAAAAAA";

  private static final int[] WEBP_PIXELS = {
    0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFF0A141E, 0x80C86432, 0x00010203
  };

  private final ImageDecoder decoder = ImageDecoder.create();

  @Test
  void decode_webp_returnsEncodersPixels() {
    RasterImage image = decoder.decode(webp(WEBP), "webp");

    assertThat(image.size()).isEqualTo(new Size(3, 2));
    assertThat(image.toArgb()).containsExactly(WEBP_PIXELS);
  }

  @Test
  void decode_webpWithOrientation_turnsIt() {
    RasterImage image = decoder.decode(webp(TURNED_WEBP), "webp");

    assertThat(image.size()).isEqualTo(new Size(2, 3));
    assertThat(image.toArgb())
        .containsExactly(0xFF0A141E, 0xFFFF0000, 0x80C86432, 0xFF00FF00, 0x00010203, 0xFF0000FF);
  }

  @Test
  void decode_formatDeclaredWrongly_goesByTheBytes() {
    EncodedImage mislabelled =
        EncodedImage.of(EncodedImage.Format.JPEG, Base64.getDecoder().decode(WEBP));

    assertThat(decoder.decode(mislabelled, "x").toArgb()).containsExactly(WEBP_PIXELS);
  }

  @Test
  void decode_jpeg_equalsThePlatformsReader() throws IOException {
    BufferedImage photo =
        TestImages.buffered(TestImages.photo(61, 43, true, 1), BufferedImage.TYPE_INT_RGB);
    byte[] jpeg = TestImages.written(photo, "jpg");
    BufferedImage expected = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(jpeg));

    RasterImage image = decoder.decode(jpeg(jpeg), "photo");

    assertThat(image.toArgb()).containsExactly(expected.getRGB(0, 0, 61, 43, null, 0, 61));
  }

  @Test
  void decode_greyJpeg_keepsStoredLevels() {
    BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      grey.getRaster().setSample(i % 16, i / 16, 0, 100);
    }

    RasterImage image = decoder.decode(jpeg(TestImages.written(grey, "jpg")), "grey");

    // The platform takes its greys for linear light and would answer 166.
    assertThat(image.toArgb()).containsOnly(0xFF646464);
  }

  @ParameterizedTest
  @CsvSource({
    "1,30,20", "2,30,20", "3,30,20", "4,30,20", "5,20,30", "6,20,30", "7,20,30", "8,20,30"
  })
  void source_jpegWithOrientation_isUpright(int orientation, int width, int height) {
    // One dark corner: the first stored pixels, which each orientation shows elsewhere.
    BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 600; i++) {
      picture.setRGB(i % 30, i / 30, i % 30 < 8 && i / 30 < 8 ? 0 : 0xFFFFFF);
    }
    byte[] jpeg = TestImages.withExif(TestImages.written(picture, "jpg"), orientation);

    ImageSource source = decoder.source(jpeg(jpeg), "camera");
    RasterImage image = source.raster();

    assertThat(source.size()).isEqualTo(new Size(width, height)).isEqualTo(image.size());
    boolean right = List.of(2, 3, 6, 7).contains(orientation);
    boolean bottom = List.of(3, 4, 7, 8).contains(orientation);
    int x = right ? width - 3 : 2;
    int y = bottom ? height - 3 : 2;
    assertThat(image.argb(x, y) & 0xFF).as("dark corner").isLessThan(60);
    assertThat(image.argb(width - 1 - x, y) & 0xFF).isGreaterThan(200);
    assertThat(image.argb(x, height - 1 - y) & 0xFF).isGreaterThan(200);
  }

  @Test
  void decode_tooManyBytes_isRefusedWithTheLimit() {
    ImageDecoder small = ImageDecoder.builder().maxBytes(50).build();

    assertThatThrownBy(() -> small.decode(webp(WEBP), "big.webp"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("big.webp")
        .hasMessageContaining("50")
        .hasMessageContaining("maxBytes");
  }

  @Test
  void decode_tooManyPixels_isRefusedWithTheLimit() {
    ImageDecoder small = ImageDecoder.builder().maxPixels(5).build();

    assertThatThrownBy(() -> small.decode(webp(WEBP), "big.webp"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("3x2")
        .hasMessageContaining("maxPixels");
    assertThat(ImageDecoder.builder().maxPixels(6).build().decode(webp(WEBP), "six").size())
        .isEqualTo(new Size(3, 2));
  }

  @Test
  void decode_deadlinePassed_isRefused() {
    ImageDecoder hasty = ImageDecoder.builder().deadline(Duration.ofNanos(1)).build();
    byte[] jpeg =
        TestImages.written(
            TestImages.buffered(TestImages.photo(60, 60, true, 3), BufferedImage.TYPE_INT_RGB),
            "jpg");
    EncodedImage png = PngWriter.create().encode(TestImages.photo(60, 60, true, 3));

    for (EncodedImage image : List.of(jpeg(jpeg), png, webp(WEBP))) {
      assertThatThrownBy(() -> hasty.decode(image, "slow"))
          .isInstanceOf(UnreadableImageException.class)
          .hasMessageContaining("longer to decode");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GIF89a~~~~~~~~~~~~", "BM~~~~~~~~~~~~~~", "<svg xmlns='http://x'/>"})
  void decode_otherKind_namesTheRemedy(String start) {
    byte[] bytes =
        (start.isEmpty() ? "x" : start).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThatThrownBy(() -> decoder.decode(jpeg(bytes), "logo"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("image logo")
        .hasMessageMatching(".*(convert it|too short).*");
  }

  @Test
  void source_ofBytes_knowsSizeAndDigestWithoutDecoding() throws Exception {
    byte[] bytes = Base64.getDecoder().decode(WEBP);
    ImageSource source = decoder.source(webp(WEBP), "webp");

    assertThat(source.size()).isEqualTo(new Size(3, 2));
    assertThat(source.digest()).isEqualTo(sha256(bytes));
    assertThat(source.original()).contains(webp(WEBP));
  }

  @Test
  void open_file_holdsNothingAndRereads(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.bin");
    byte[] bytes = PngWriter.create().encode(TestImages.photo(20, 10, false, 4)).bytes();
    Files.write(file, bytes);

    ImageSource source = decoder.open(file, "a");

    assertThat(source.size()).isEqualTo(new Size(20, 10));
    assertThat(source.digest()).isEqualTo(sha256(bytes));
    assertThat(source.raster()).isEqualTo(TestImages.photo(20, 10, false, 4));
    assertThat(source.original()).contains(TestImages.png(bytes));
    assertThat(decoder.read(file, "a")).isEqualTo(TestImages.png(bytes));
  }

  @Test
  void raster_fileChangedSinceOpened_isRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.png");
    Files.write(file, PngWriter.create().encode(TestImages.photo(8, 8, true, 1)).bytes());
    ImageSource source = decoder.open(file, "a");
    Files.write(file, PngWriter.create().encode(TestImages.photo(8, 8, true, 2)).bytes());

    assertThatThrownBy(source::raster)
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("changed since");
  }

  @Test
  void open_noSuchFileOrFolder_isTyped(@TempDir Path folder) {
    assertThatThrownBy(() -> decoder.open(folder.resolve("none.png"), "none"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage("image none: is not there");
    assertThatThrownBy(() -> decoder.read(folder, "folder"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage("image folder: is not a regular file");
  }

  @Test
  void decode_fourThreads_givesEqualPixels() throws Exception {
    EncodedImage png = PngWriter.create().encode(TestImages.photo(90, 70, false, 5));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<RasterImage> work = () -> decoder.decode(png, "shared");
      for (Future<RasterImage> image : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(image.get()).isEqualTo(TestImages.photo(90, 70, false, 5));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void builder_limitsOutOfRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageDecoder.builder().maxBytes(0))
        .withMessageContaining("maxBytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageDecoder.builder().maxPixels(0))
        .withMessageContaining("maxPixels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageDecoder.builder().deadline(Duration.ZERO))
        .withMessageContaining("deadline");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static EncodedImage webp(String base64) {
    return EncodedImage.of(EncodedImage.Format.WEBP, Base64.getDecoder().decode(base64));
  }

  private static EncodedImage jpeg(byte[] bytes) {
    return EncodedImage.of(EncodedImage.Format.JPEG, Arrays.copyOf(bytes, bytes.length));
  }
}
