package org.brandimage.benchmarks.compose;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;
import org.brandimage.spi.plan.Placement;

/** Thumbnailator resizes and turns for every candidate, as its users do; Java2D puts the result. */
final class ThumbnailatorRival extends Java2dRival {
  ThumbnailatorRival(ComposeWorkload work) {
    super(work, false);
  }

  @Override
  BufferedImage sprite(Placement placement) {
    try {
      BufferedImage turned =
          Thumbnails.of(cutout())
              .forceSize(placement.width(), placement.height())
              .rotate(-placement.rotation())
              .asBufferedImage();
      int width = placement.box().width();
      int height = placement.box().height();
      BufferedImage sprite = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
      Graphics2D graphics = sprite.createGraphics();
      graphics.setComposite(AlphaComposite.Src);
      int x = (width - turned.getWidth()) / 2;
      int y = (height - turned.getHeight()) / 2;
      graphics.drawImage(turned, x, y, null);
      graphics.dispose();
      return sprite;
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory cannot fail to be read", e);
    }
  }
}
