package org.brandimage.local.scenery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.imaging.light.ColourGrade;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.Placement;

/**
 * An outpainter that composites the product's own pixels into the retrieved background, or into a
 * computed studio {@link Backdrop} when there is none, and paints the shadow for the picture's
 * light. It runs no generative model.
 *
 * <p>What it does with a retrieved background follows the request's {@link BackgroundUse}:
 *
 * <ul>
 *   <li>KEEP and BAND: resized to cover the canvas and otherwise left as it is; only light that the
 *       product's shadow takes away changes. A shadow stays near its product, so both are the same.
 *   <li>REGENERATE: still the retrieved background, as nothing here can invent another. Graded for
 *       themes that its own description does not name, softened behind the product as by a lens,
 *       and, when its words tell of something far away only (a skyline, a mountain), with a
 *       polished surface in front for the product to stand on.
 * </ul>
 *
 * <p>Pictures render when they are opened and hold no pixels; opening one costs one canvas beside
 * the product layer's own. A few sceneries are held, in an eighth of the heap. Where the product
 * layer is opaque the picture has exactly its pixels. The seed moves the light a little, and the
 * pictures of one request differ more from each other than the first pictures of two. Thread-safe
 * and deterministic.
 */
public final class CompositingOutpainter implements Outpainter, Identified {
  private static final double LENS_BLUR = 0.0055;
  private static final double DISTANT_BLUR = 0.011;
  private static final double STUDIO_SIDE = 0.6;

  private final List<Rgb> palette;
  private final SceneryCache cache = new SceneryCache();

  private CompositingOutpainter(List<Rgb> palette) {
    this.palette = List.copyOf(palette);
  }

  /**
   * Returns an outpainter.
   *
   * @return an outpainter whose backdrops follow the scene's moods only
   */
  public static CompositingOutpainter create() {
    return new CompositingOutpainter(List.of());
  }

  /**
   * Returns an outpainter with a brand's colours.
   *
   * @param palette the first colour is that of backdrops for scenes without a known mood
   * @return the outpainter
   */
  public static CompositingOutpainter withPalette(List<Rgb> palette) {
    return new CompositingOutpainter(palette);
  }

  @Override
  public StageIdentity identity() {
    String colours = String.join(",", palette.stream().map(Rgb::hex).toList());
    return new StageIdentity("CompositingOutpainter", "1" + colours, "");
  }

  /** {@return true: nothing here can invent another background} */
  @Override
  public boolean keepsBackground() {
    return true;
  }

  @Override
  public Outpainting outpaint(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    SceneBrief brief = SceneBrief.of(request.scene(), request.caption());
    List<OutpaintedImage> images = new ArrayList<>();
    for (int index = 0; index < request.count(); index++) {
      context.checkActive();
      LightChoice choice = LightChoice.of(brief, request.seed(), index);
      Scenery.Recipe recipe = recipe(request, brief, index);
      CompositedImage image =
          new CompositedImage(
              request.productLayer(), request.candidate().placements(), recipe, cache, choice);
      images.add(
          new OutpaintedImage(index, image, request.seed()).withCleanPlate(image.cleanPlate()));
    }
    return new Outpainting(images, List.of());
  }

  private Scenery.Recipe recipe(OutpaintRequest request, SceneBrief brief, int index) {
    Optional<ImageSource> photo = request.background();
    if (photo.isEmpty()) {
      double side = index % 2 == 0 ? -STUDIO_SIDE : STUDIO_SIDE;
      return new Scenery.BackdropRecipe(Backdrop.of(brief.texts(), palette), side);
    }
    if (request.backgroundUse() != BackgroundUse.REGENERATE) {
      return new Scenery.PhotoRecipe(photo.get(), ColourGrade.none(), 1, 0, false);
    }
    boolean distant = brief.distant();
    double blur = distant ? DISTANT_BLUR : LENS_BLUR;
    double focus = distant ? 1.3 : focus(request);
    return new Scenery.PhotoRecipe(photo.get(), brief.grade(), focus, blur, distant);
  }

  /** A little behind the farthest product's feet, in few steps so that a grid shares sceneries. */
  private static double focus(OutpaintRequest request) {
    int highest = request.canvas().height();
    for (Placement placement : request.candidate().placements()) {
      highest = Math.min(highest, placement.box().bottom());
    }
    double share = highest / (double) request.canvas().height();
    return Math.max(0.3, Math.round(share * 10) / 10.0 - 0.05);
  }
}
