package org.brandimage.local.scenery;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A photo studio's backdrop, computed: paper that sweeps from the wall to the floor in one soft
 * bend, a pool of light, coloured light from one side, darker corners; for some moods a round spot
 * on the wall or blurred lights in the distance. It stands in for a background that the library has
 * not. Immutable and thread-safe.
 */
final class Backdrop {
  private final BackdropStyle style;

  private Backdrop(BackdropStyle style) {
    this.style = style;
  }

  /**
   * Returns a backdrop for what a picture is about.
   *
   * @param texts moods and places in plain words, the most telling first ("sunset", "a forest")
   * @param palette the brand's colours; the first of them becomes the paper's colour when the texts
   *     name no mood that is known; may be empty
   * @return the backdrop
   */
  public static Backdrop of(Collection<String> texts, List<Rgb> palette) {
    BackdropStyle style = BackdropStyle.forTexts(texts);
    if (style.name().equals("studio") && !palette.isEmpty()) {
      Rgb paper = palette.get(0);
      style = style.withPaper(paper.red() << 16 | paper.green() << 8 | paper.blue());
    }
    return new Backdrop(style);
  }

  /**
   * Returns the mood's name.
   *
   * @return for example "sunset"; "studio" for the neutral one
   */
  public String name() {
    return style.name();
  }

  /**
   * Paints the backdrop. The same arguments give the same pixels.
   *
   * @param canvas width and height
   * @param side where the light comes from, from -1 (left) to 1 (right)
   * @param seed chooses the places of blurred lights
   * @return an opaque picture
   */
  public RasterImage paint(Size canvas, double side, long seed) {
    Objects.requireNonNull(canvas, "canvas");
    return new BackdropPainter(style, canvas, side, seed).paint();
  }

  /**
   * Returns the light the backdrop is painted with.
   *
   * @param side where the light comes from, from -1 (left) to 1 (right)
   * @return the light
   */
  public LightEstimate light(double side) {
    double warmth = ((style.gel() >> 16 & 255) - (style.gel() & 255)) / 255.0 * style.gelAmount();
    double behind = style.halo() > 0.6 ? 0.5 : 0.28;
    return LightEstimate.studio()
        .withSide(side)
        .withBehind(behind)
        .withWarmth(Math.max(-1, Math.min(1, warmth)));
  }

  /**
   * Returns the identity of the paper and lamps.
   *
   * @return a text that differs when the pixels may
   */
  public String key() {
    return style.toString();
  }

  @Override
  public String toString() {
    return "Backdrop[" + style.name() + "]";
  }
}
