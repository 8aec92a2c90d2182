package org.brandimage.local.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.scene.ProductHeight;
import org.brandimage.scene.ProductHeights;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Scene;

/**
 * A planner that takes the products' sizes from the real world: the asset's own height where the
 * library has it, else the typical height of the noun that names the product.
 *
 * <p>A photograph of a small product goes close, so a single product takes a hero's share of the
 * canvas, from 40 to 62 % of about the shorter side: the smaller one would be in a photo of the
 * whole place, the less. Several products keep their order of size; their heights relate as the
 * real ones to the power {@value #COMPRESSION}, so that earphones beside a sofa can still be seen,
 * and none is below {@value #SMALLEST} of the largest. {@link Placer} lays out the grid.
 *
 * <p>Of the request's notes those that ask for a larger or smaller product change the scale by a
 * fifth each. Thread-safe and deterministic; costs no pixels.
 */
public final class RealScalePlanner implements CompositionPlanner, Identified {
  private static final double COMPRESSION = 0.6;
  private static final double SMALLEST = 0.2;
  private static final double WIDEST = 0.62;
  private static final double TALLEST = 0.66;
  private static final Pattern LARGER = Pattern.compile("\\b(larger|bigger|enlarge|closer)\\b");
  private static final Pattern SMALLER = Pattern.compile("\\b(smaller|shrink|farther)\\b");

  private final ProductHeights heights;

  private RealScalePlanner(ProductHeights heights) {
    this.heights = heights;
  }

  /**
   * Returns a planner. Reads its list of heights once.
   *
   * @return the planner
   */
  public static RealScalePlanner create() {
    return new RealScalePlanner(ProductHeights.load());
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("RealScalePlanner", "1", "");
  }

  @Override
  public CompositionPlan plan(PlanRequest request, StageContext context)
      throws InterruptedException {
    context.checkActive();
    Framing framing = framing(request);
    List<ProductHeight> known =
        request.products().stream().map(product -> heights.of(product.product())).toList();
    Optional<CompositionPlan> onGround = GroundPlan.of(request, known, wish(request.notes()));
    if (onGround.isPresent()) {
      return onGround.get();
    }
    List<double[]> shapes = shapes(request, known);
    double scale = scale(request, shapes, known, framing) * wish(request.notes());
    List<List<Size>> sizes = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      sizes.add(sizes(request.products().get(i), shapes.get(i), scale));
    }
    return new CompositionPlan(Placer.place(request, sizes), rationale(known, framing, sizes));
  }

  private static Framing framing(PlanRequest request) {
    Scene scene = request.scene();
    List<String> texts = new ArrayList<>();
    scene
        .background()
        .ifPresent(
            asset -> {
              texts.add(asset.description());
              texts.add(String.join(" ", asset.tags()));
            });
    scene.setting().ifPresent(setting -> texts.add(setting.name()));
    texts.add(request.caption().environment());
    scene.themes().forEach(theme -> texts.add(theme.name()));
    return Framing.of(texts);
  }

  /** Relative width and height of each product's first photo, the largest height being 1. */
  private static List<double[]> shapes(PlanRequest request, List<ProductHeight> known) {
    double tallest = known.stream().mapToDouble(ProductHeight::cm).max().orElseThrow();
    List<double[]> shapes = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Size photo = request.products().get(i).photos().get(0).image().size();
      double relative = Math.pow(known.get(i).cm() / tallest, COMPRESSION);
      double height = Math.max(SMALLEST, relative);
      shapes.add(new double[] {height * photo.width() / photo.height(), height});
    }
    return shapes;
  }

  /** Pixels for one unit of the shapes. */
  private static double scale(
      PlanRequest request, List<double[]> shapes, List<ProductHeight> known, Framing framing) {
    double width = 0;
    double height = 0;
    double largest = 0;
    double real = 0;
    for (int i = 0; i < shapes.size(); i++) {
      double[] shape = shapes.get(i);
      double mean = Math.sqrt(shape[0] * shape[1]);
      width += shape[0];
      height = Math.max(height, shape[1]);
      largest = Math.max(largest, mean);
      real = Math.max(real, known.get(i).cm() * mean / shape[1]);
    }
    int canvasWidth = request.canvas().width();
    int canvasHeight = request.canvas().height();
    double room = shapes.size() == 1 ? WIDEST : 0.84 - 0.02 * shapes.size();
    double shorter = Math.min(canvasWidth, canvasHeight);
    // A long canvas has room to spare, so its hero may be a little larger.
    double side = shorter * Math.pow(Math.max(canvasWidth, canvasHeight) / shorter, 0.2);
    double hero = heroShare(real / framing.frameCm()) * side;
    return Math.min(
        hero * (shapes.size() == 1 ? 1 : 1.05) / largest,
        Math.min(room * canvasWidth / width, TALLEST * canvasHeight / height));
  }

  /** From 0.40 for a sixteenth of the place and less to 0.62 for all of it. */
  private static double heroShare(double realShare) {
    double octaves = Math.log(Math.max(1e-6, realShare)) / Math.log(2) + 4;
    return 0.40 + 0.22 * Math.max(0, Math.min(1, octaves / 4));
  }

  private static double wish(List<String> notes) {
    double factor = 1;
    for (String note : notes) {
      String words = note.toLowerCase(Locale.ROOT);
      factor *= LARGER.matcher(words).find() ? 1.2 : SMALLER.matcher(words).find() ? 1 / 1.2 : 1;
    }
    return Math.max(0.25, Math.min(2, factor));
  }

  /** Other photos of a product show as much of it: they get the same area. */
  private static List<Size> sizes(ProductCutouts product, double[] shape, double scale) {
    double mean = Math.sqrt(shape[0] * shape[1]) * scale;
    List<Size> sizes = new ArrayList<>();
    for (var photo : product.photos()) {
      double aspect = photo.image().size().width() / (double) photo.image().size().height();
      int width = (int) Math.max(1, Math.round(mean * Math.sqrt(aspect)));
      int height = (int) Math.max(1, Math.round(mean / Math.sqrt(aspect)));
      sizes.add(new Size(width, height));
    }
    return sizes;
  }

  private static String rationale(
      List<ProductHeight> known, Framing framing, List<List<Size>> sizes) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%s about %.0f cm high (%s), shown %d px high",
              known.get(i).name(),
              Math.max(1, known.get(i).cm()),
              known.get(i).source(),
              sizes.get(i).get(0).height()));
    }
    String closing =
        known.size() == 1
            ? ", framed as the hero " + framing.phrase() + "."
            : ", side by side "
                + framing.phrase()
                + "; relative heights are the real ones to the"
                + " power 0.6.";
    return String.join("; ", parts) + closing;
  }
}
