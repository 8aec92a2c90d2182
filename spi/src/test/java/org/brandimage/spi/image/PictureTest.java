package org.brandimage.spi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.brandimage.spi.image.EncodedImage.Format;
import org.junit.jupiter.api.Test;

/** The three forms of a picture: pixels, bytes, and a source of either. */
class PictureTest {
  private static final Size SIZE = new Size(3, 2);
  private static final int[] PIXELS = {0xFF000001, 2, 3, 4, 5, 0xFF000006};

  @Test
  void of_changedArray_changesNothing() {
    int[] pixels = PIXELS.clone();
    RasterImage image = RasterImage.of(SIZE, pixels);
    pixels[0] = 0;
    image.toArgb()[1] = 0;
    assertThat(image.toArgb()).containsExactly(PIXELS);
  }

  @Test
  void of_wrongNumberOfPixels_throwsAndNamesBoth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RasterImage.of(SIZE, new int[5]))
        .withMessageContaining("6")
        .withMessageContaining("3x2")
        .withMessageContaining("5");
  }

  @Test
  void argb_position_isByRows() {
    RasterImage image = RasterImage.of(SIZE, PIXELS);
    assertThat(image.argb(2, 0)).isEqualTo(3);
    assertThat(image.argb(0, 1)).isEqualTo(4);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> image.argb(3, 0));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> image.argb(0, -1));
  }

  @Test
  void copyRegion_inside_respectsOffsetAndStride() {
    int[] target = new int[8];
    RasterImage.of(SIZE, PIXELS).copyRegion(new Box(1, 0, 2, 2), target, 1, 4);
    assertThat(target).containsExactly(0, 2, 3, 0, 0, 5, 0xFF000006, 0);
  }

  @Test
  void copyRegion_leavingThePicture_throws() {
    RasterImage image = RasterImage.of(SIZE, PIXELS);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> image.copyRegion(new Box(2, 0, 2, 1), new int[9], 0, 3))
        .withMessageContaining("3x2");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> image.copyRegion(SIZE.bounds(), new int[5], 0, 3));
  }

  @Test
  void copyRow_intoLongerArray_leavesTheRest() {
    int[] row = {9, 9, 9, 9};
    RasterImage.of(SIZE, PIXELS).copyRow(1, row);
    assertThat(row).containsExactly(4, 5, 0xFF000006, 9);
  }

  @Test
  void opaque_oneAlphaBelow255_isFalse() {
    assertThat(RasterImage.filled(SIZE, 0xFF123456).opaque()).isTrue();
    int[] pixels = RasterImage.filled(SIZE, 0xFF123456).toArgb();
    pixels[5] = 0xFE123456;
    assertThat(RasterImage.of(SIZE, pixels).opaque()).isFalse();
  }

  @Test
  void equals_sameArrayOfOtherSize_isFalse() {
    assertThat(RasterImage.of(SIZE, PIXELS))
        .isEqualTo(RasterImage.of(SIZE, PIXELS))
        .hasSameHashCodeAs(RasterImage.of(SIZE, PIXELS))
        .isNotEqualTo(RasterImage.of(new Size(2, 3), PIXELS));
  }

  @Test
  void source_digest_isThatOfSizeAndPixels() {
    ImageSource source = ImageSource.of(RasterImage.of(SIZE, PIXELS));
    assertThat(source.digest()).matches("[0-9a-f]{64}").isEqualTo(source.digest());
    assertThat(ImageSource.of(RasterImage.of(SIZE, PIXELS)).digest()).isEqualTo(source.digest());
    assertThat(ImageSource.of(RasterImage.of(new Size(6, 1), PIXELS)).digest())
        .isNotEqualTo(source.digest());
    assertThat(ImageSource.of(RasterImage.filled(SIZE, 1)).digest()).isNotEqualTo(source.digest());
    assertThat(source.original()).isEmpty();
    assertThat(source.size()).isEqualTo(SIZE);
  }

  @Test
  void encoded_changedBytes_changeNothing() throws IOException {
    byte[] bytes = {1, 2, 3};
    EncodedImage image = EncodedImage.of(Format.PNG, bytes);
    bytes[0] = 9;
    image.bytes()[1] = 9;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    image.writeTo(written);
    assertThat(written.toByteArray()).containsExactly(1, 2, 3);
    assertThat(image.openStream().readAllBytes()).containsExactly(1, 2, 3);
    assertThat(image.length()).isEqualTo(3);
  }

  @Test
  void encoded_noBytes_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncodedImage.of(Format.JPEG, new byte[0]))
        .withMessageContaining("bytes");
  }

  @Test
  void encoded_equality_isThatOfFormatAndBytes() {
    EncodedImage png = EncodedImage.of(Format.PNG, new byte[] {1});
    assertThat(png)
        .isEqualTo(EncodedImage.of(Format.PNG, new byte[] {1}))
        .hasSameHashCodeAs(EncodedImage.of(Format.PNG, new byte[] {1}))
        .isNotEqualTo(EncodedImage.of(Format.WEBP, new byte[] {1}))
        .isNotEqualTo(EncodedImage.of(Format.PNG, new byte[] {2}));
    assertThat(png.digest()).isNotEqualTo(EncodedImage.of(Format.PNG, new byte[] {2}).digest());
    assertThat(png.toString()).isEqualTo("EncodedImage[PNG, 1 bytes]");
    assertThat(Format.WEBP.mediaType()).isEqualTo("image/webp");
  }

  @Test
  void visibleBounds_clearPixelsAround_isTheSmallestBox() {
    Size size = new Size(1200, 9);
    for (int[] box :
        new int[][] {{0, 0, 1, 1}, {1199, 8, 1, 1}, {700, 3, 20, 4}, {0, 0, 1200, 9}}) {
      // Clear pixels may have a colour.
      int[] argb = new int[(int) size.pixels()];
      argb[5] = 0x00FF0000;
      argb[1200 * 9 - 7] = 0x0000FF00;
      Box visible = new Box(box[0], box[1], box[2], box[3]);
      argb[visible.y() * 1200 + visible.right() - 1] = 0x01000000;
      argb[(visible.bottom() - 1) * 1200 + visible.x()] = -1;
      assertThat(RasterImage.of(size, argb).visibleBounds()).contains(visible);
    }
    assertThat(RasterImage.filled(size, 0x00FFFFFF).visibleBounds()).isEmpty();
  }
}
