package org.brandimage.benchmarks.compose;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.plan.Placement;

/**
 * Java2D as it is usually written: pictures in the format that {@code setRGB} and most examples
 * take, and the contact shadow painted for each candidate, as a gradient whose place and size are
 * given.
 */
final class UsualJava2dRival extends Java2dRival {
  private static final float[] STOPS = {0, 0.2f, 0.4f, 0.6f, 0.8f, 1};

  /** Where (1 - r²)² falls below half a level, the given picture of the shadow ends. */
  private static final double SEEN = 0.968;

  private final Color[] shades = new Color[STOPS.length];

  UsualJava2dRival(ComposeWorkload work) {
    super(work, false, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < STOPS.length; i++) {
      double inside = 1 - STOPS[i] * STOPS[i];
      shades[i] = new Color(0, 0, 0, (float) (ComposeWorkload.SHADOW * inside * inside));
    }
  }

  @Override
  void shade(Graphics2D graphics, Placement placement) {
    Box spot = work().shadow(placement.rotation()).box();
    AffineTransform before = graphics.getTransform();
    graphics.translate(
        placement.box().x() + spot.x() + spot.width() / 2.0,
        placement.box().y() + spot.y() + spot.height() / 2.0);
    graphics.scale(spot.width() / 2.0 / SEEN, spot.height() / 2.0 / SEEN);
    graphics.setPaint(new RadialGradientPaint(new Point2D.Float(), 1, STOPS, shades));
    graphics.fill(new Ellipse2D.Float(-1, -1, 2, 2));
    graphics.setTransform(before);
  }
}
