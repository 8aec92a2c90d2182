package org.brandimage.prompted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;

/**
 * A model's sizes after the cross-check with the real world.
 *
 * <ul>
 *   <li>Where the library has a product's height, the share of the canvas follows from it and the
 *       height of the world the model sees in the picture. A share that differs from that by more
 *       than a factor of {@value #TOLERANCE} contradicts it and gives way to it, as long as the
 *       product can still be seen.
 *   <li>Two products with known heights keep their real proportion to a factor of {@value
 *       #TOLERANCE}, as the check {@code plausible-size} asks for.
 *   <li>Every product takes from {@value #LEAST} to {@value #MOST} of either side of the canvas,
 *       and all of them fit side by side.
 * </ul>
 */
final class RealScale {
  private static final double TOLERANCE = 2;
  private static final double LEAST = 0.12;
  private static final double MOST = 0.86;
  private static final double TOGETHER = 0.84;

  private final double[] heights;
  private final List<String> remarks;

  private RealScale(double[] heights, List<String> remarks) {
    this.heights = heights;
    this.remarks = List.copyOf(remarks);
  }

  /** Checks the shares of the canvas' height a model proposed, one per product. */
  static RealScale of(
      PlanRequest request, double[] proposed, List<String> reasons, double visibleCm) {
    double[] shares = proposed.clone();
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      String name = request.products().get(i).product().entity().name();
      String remark = name + ": " + reasons.get(i);
      OptionalDouble cm = cm(request, i);
      if (cm.isPresent() && contradicts(shares[i], cm.getAsDouble() / visibleCm)) {
        double real = Math.max(LEAST, Math.min(MOST, cm.getAsDouble() / visibleCm));
        remark += change(shares[i], real, "its real height in a view of that height");
        shares[i] = real;
      }
      remarks.add(remark);
    }
    keepProportions(request, shares, remarks);
    return new RealScale(bounded(request, shares), remarks);
  }

  /** Returns the height of a product's first photo in pixels. */
  double height(int product) {
    return heights[product];
  }

  String rationale() {
    return String.join("; ", remarks);
  }

  private static boolean contradicts(double share, double real) {
    return share > real * TOLERANCE || share < real / TOLERANCE;
  }

  private static void keepProportions(PlanRequest request, double[] shares, List<String> remarks) {
    int guide = -1;
    for (int i = 0; i < shares.length; i++) {
      if (cm(request, i).isPresent() && (guide < 0 || shares[i] > shares[guide])) {
        guide = i;
      }
    }
    for (int i = 0; i < shares.length && guide >= 0; i++) {
      if (i != guide && cm(request, i).isPresent()) {
        double ratio = cm(request, i).getAsDouble() / cm(request, guide).getAsDouble();
        double real = shares[guide] * ratio;
        if (contradicts(shares[i], real)) {
          remarks.set(i, remarks.get(i) + change(shares[i], real, "the real proportions"));
          shares[i] = real;
        }
      }
    }
  }

  /** Pixels, within bounds and together no wider than the canvas. */
  private static double[] bounded(PlanRequest request, double[] shares) {
    Size canvas = request.canvas().size();
    double[] heights = new double[shares.length];
    double width = 0;
    for (int i = 0; i < shares.length; i++) {
      double aspect = aspect(request.products().get(i));
      double most = Math.min(MOST * canvas.height(), MOST * canvas.width() / aspect);
      double least = Math.min(most, LEAST * Math.min(canvas.height(), canvas.width() / aspect));
      heights[i] = Math.max(least, Math.min(most, shares[i] * canvas.height()));
      width += heights[i] * aspect;
    }
    double fit = Math.min(1, TOGETHER * canvas.width() / width);
    for (int i = 0; i < heights.length && heights.length > 1; i++) {
      heights[i] *= fit;
    }
    return heights;
  }

  private static String change(double from, double to, String why) {
    return String.format(
        Locale.ROOT, " (%.2f of the canvas was proposed, %.2f follows from %s)", from, to, why);
  }

  private static OptionalDouble cm(PlanRequest request, int product) {
    return request.products().get(product).product().asset().heightCm();
  }

  private static double aspect(ProductCutouts product) {
    Size size = product.photos().get(0).image().size();
    return (double) size.width() / size.height();
  }
}
