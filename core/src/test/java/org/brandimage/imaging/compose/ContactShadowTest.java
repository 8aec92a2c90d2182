package org.brandimage.imaging.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactShadowTest {
  @ParameterizedTest
  @CsvSource({"40,60,0.5", "41,60,0.5", "3,200,1", "1,1,0.7", "3000,20,0.4"})
  void read_blockOnTheGround_isTheEllipseUnderIt(int width, int height, double darkness) {
    Sprite block = Sprite.of(RasterImage.filled(new Size(width, height), -1));
    ContactShadow shadow = ContactShadow.of(block, new Box(0, 0, width, height), darkness);
    // As wide as the block and a tenth of its mean side more at both ends, 0.16 times as deep, and
    // lower than the block's lowest row by what is in front of it.
    double radiusX = width / 2.0 + 0.1 * Math.sqrt((double) width * height);
    double radiusY = Math.max(1.5, 0.16 * radiusX);
    double centreY = height - 0.35 * radiusY;
    Box box = shadow.box();
    int[] shade = new int[box.width() + 40];
    for (int y = box.y() - 3; y < box.bottom() + 3; y++) {
      shadow.read(y, box.x() - 20, shade, shade.length);
      for (int i = 0; i < shade.length; i++) {
        double dx = (box.x() - 20 + i + 0.5 - width / 2.0) / radiusX;
        double dy = (y + 0.5 - centreY) / radiusY;
        double inside = Math.max(0, 1 - dx * dx - dy * dy);
        // Half a level is rounded away, and the square of the distance is cut to a 1024th.
        assertThat((double) shade[i])
            .as("%d, %d", i, y)
            .isCloseTo(255 * darkness * inside * inside, Offset.offset(1.1));
      }
    }
  }
}
