package org.brandimage.imaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.brandimage.imaging.codec.MaskEncoding.Channels;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskWriterTest {
  private static final Mask DISC =
      Mask.of(new Size(70, 51), (x, y) -> (x - 35) * (x - 35) + (y - 25) * (y - 25) <= 400);

  @ParameterizedTest
  @CsvSource({"KEEP,GREY", "KEEP,RGB", "GENERATE,GREY", "GENERATE,RGB"})
  void encode_eachEncoding_isPureBlackAndWhite(Mask.Action white, Channels channels)
      throws IOException {
    byte[] png = MaskWriter.create().encode(DISC, new MaskEncoding(white, channels)).bytes();
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));

    assertThat(read.getRaster().getNumBands()).isEqualTo(channels == Channels.GREY ? 1 : 3);
    assertThat(read.getColorModel().hasAlpha()).isFalse();
    assertThat(read.getColorModel().getComponentSize(0)).as("bits").isEqualTo(8);
    for (int y = 0; y < 51; y++) {
      for (int x = 0; x < 70; x++) {
        for (int band = 0; band < read.getRaster().getNumBands(); band++) {
          assertThat(read.getRaster().getSample(x, y, band))
              .isEqualTo(DISC.at(x, y) == white ? 255 : 0);
        }
      }
    }
  }

  @Test
  void encode_feathered_fadesOutsideWhatIsKept() throws IOException {
    Mask left = Mask.of(new Size(12, 3), (x, y) -> x < 4);
    MaskEncoding encoding = new MaskEncoding(Mask.Action.GENERATE, Channels.GREY);
    byte[] png = MaskWriter.create().encode(left, encoding, 4).bytes();
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));

    assertThat(read.getRaster().getSamples(0, 1, 12, 1, 0, (int[]) null))
        .containsExactly(0, 0, 0, 0, 51, 102, 153, 204, 255, 255, 255, 255);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MaskWriter.create().encode(left, encoding, 65))
        .withMessageContaining("65");
  }

  @Test
  void encode_largeMask_staysSmall() {
    Mask half = Mask.of(new Size(2048, 2048), (x, y) -> x < 1024);
    MaskEncoding encoding = new MaskEncoding(Mask.Action.KEEP, Channels.RGB);

    assertThat(MaskWriter.create().encode(half, encoding).length()).isLessThan(60_000);
  }

  @Test
  void of_missingField_isNamed() {
    assertThatNullPointerException()
        .isThrownBy(() -> new MaskEncoding(null, Channels.RGB))
        .withMessage("white");
    assertThatNullPointerException()
        .isThrownBy(() -> new MaskEncoding(Mask.Action.KEEP, null))
        .withMessage("channels");
  }
}
