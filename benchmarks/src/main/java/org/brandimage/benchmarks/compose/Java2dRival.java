package org.brandimage.benchmarks.compose;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;

/**
 * Java2D with its bilinear transform: for every candidate, or once a rotation. Premultiplied and
 * without alpha where it can be, the formats it has fast loops for.
 */
class Java2dRival implements Rival {
  private final ComposeWorkload work;
  private final boolean cached;
  private final int translucent;
  private final BufferedImage background;
  private final BufferedImage cutout;
  private final BufferedImage canvas;
  private final BufferedImage mask;
  private final Map<Double, BufferedImage> sprites = new HashMap<>();
  private final Map<Double, BufferedImage> shadows = new HashMap<>();

  Java2dRival(ComposeWorkload work, boolean cached) {
    this(work, cached, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB_PRE);
  }

  Java2dRival(ComposeWorkload work, boolean cached, int opaque, int translucent) {
    this.work = work;
    this.cached = cached;
    this.translucent = translucent;
    int side = work.canvas.width();
    this.background = image(work.background, opaque);
    this.cutout = image(work.cutout, translucent);
    this.canvas = new BufferedImage(side, side, opaque);
    this.mask = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    work.shadows.forEach(
        (rotation, shadow) -> shadows.put(rotation, image(shadow.image(), translucent)));
  }

  static BufferedImage image(RasterImage raster, int type) {
    BufferedImage image = new BufferedImage(raster.width(), raster.height(), type);
    image.setRGB(0, 0, raster.width(), raster.height(), raster.toArgb(), 0, raster.width());
    return image;
  }

  /** Forgets the sprites. */
  void clear() {
    sprites.clear();
  }

  @Override
  public void render(Candidate candidate) {
    Placement placement = ComposeWorkload.placement(candidate);
    BufferedImage sprite =
        cached
            ? sprites.computeIfAbsent(placement.rotation(), rotation -> sprite(placement))
            : sprite(placement);
    int x = placement.box().x();
    int y = placement.box().y();
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(background, 0, 0, null);
    shade(graphics, placement);
    graphics.drawImage(sprite, x, y, null);
    graphics.dispose();
    drawMask(sprite, x, y);
  }

  /** Draws the finished shadow that is given. */
  void shade(Graphics2D graphics, Placement placement) {
    ComposeWorkload.Shadow shadow = work.shadow(placement.rotation());
    int x = placement.box().x() + shadow.box().x();
    int y = placement.box().y() + shadow.box().y();
    graphics.drawImage(shadows.get(placement.rotation()), x, y, null);
  }

  /** Makes the sprite: overridden where another library resizes and turns. */
  BufferedImage sprite(Placement placement) {
    int width = placement.box().width();
    int height = placement.box().height();
    BufferedImage sprite = new BufferedImage(width, height, translucent);
    Graphics2D graphics = sprite.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform transform = new AffineTransform();
    transform.translate(width / 2.0, height / 2.0);
    transform.rotate(-Math.toRadians(placement.rotation()));
    transform.scale(
        (double) placement.width() / cutout.getWidth(),
        (double) placement.height() / cutout.getHeight());
    transform.translate(-cutout.getWidth() / 2.0, -cutout.getHeight() / 2.0);
    graphics.drawImage(cutout, transform, null);
    graphics.dispose();
    return sprite;
  }

  private void drawMask(BufferedImage sprite, int left, int top) {
    byte[] kept = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    int[] pixels = ((DataBufferInt) sprite.getRaster().getDataBuffer()).getData();
    Arrays.fill(kept, (byte) 0);
    int width = sprite.getWidth();
    for (int y = 0; y < sprite.getHeight(); y++) {
      int row = (top + y) * mask.getWidth() + left;
      for (int x = 0; x < width; x++) {
        kept[row + x] = (byte) (pixels[y * width + x] >> 31);
      }
    }
  }

  ComposeWorkload work() {
    return work;
  }

  BufferedImage cutout() {
    return cutout;
  }

  @Override
  public int rgb(int x, int y) {
    return canvas.getRGB(x, y);
  }

  @Override
  public boolean keeps(int x, int y) {
    return mask.getRaster().getSample(x, y, 0) != 0;
  }
}
