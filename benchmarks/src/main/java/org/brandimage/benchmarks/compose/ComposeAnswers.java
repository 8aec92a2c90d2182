package org.brandimage.benchmarks.compose;

import java.util.List;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.imaging.compose.Patch;
import org.brandimage.imaging.compose.ScratchCanvas;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.plan.Candidate;

/** The check that every way composes the same pictures, before any is timed. */
final class ComposeAnswers {
  // Kernels differ; a picture at a wrong place or angle would be off by tens of levels.
  private static final double MOST = 5;
  private static final double MOST_MASK = 0.004;

  private ComposeAnswers() {}

  /** Compares the ways of the library with each other exactly, and each rival with the library. */
  static void check(ComposeWorkload work, List<Rival> rivals) {
    Compositor compositor = work.compositor();
    ScratchCanvas scratch = compositor.scratchCanvas();
    int[] pooled = new int[(int) work.canvas.size().pixels()];
    for (int index : new int[] {0, work.grid.size() / 2, work.grid.size() - 1}) {
      Candidate candidate = work.grid.get(index);
      RasterImage reference = compositor.reference(candidate).raster();
      Mask mask = compositor.mask(candidate);
      scratch.show(candidate);
      Patch patch = compositor.patch(candidate);
      compositor.render(candidate, pooled);
      require(scratch.image().equals(reference) && scratch.mask().equals(mask), "scratch canvas");
      require(patch.over(work.background).equals(reference), "patch");
      require(RasterImage.of(reference.size(), pooled).equals(reference), "pooled canvas");
      for (Rival rival : rivals) {
        rival.render(candidate);
        check(rival, work, reference, mask, patch.box());
      }
    }
  }

  private static void check(
      Rival rival, ComposeWorkload work, RasterImage reference, Mask mask, Box box) {
    double difference = 0;
    double missing = 0;
    double off = 0;
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        difference += difference(rival.rgb(x, y), reference.argb(x, y));
        missing += difference(work.background.argb(x, y), reference.argb(x, y));
        off += rival.keeps(x, y) == mask.keeps(x, y) ? 0 : 1;
      }
    }
    double pixels = box.size().pixels();
    double sprite = (double) work.upright * work.upright;
    String name = rival.getClass().getSimpleName();
    require(difference / pixels < MOST, name + " differs by " + difference / pixels);
    require(missing > 10 * difference, name + " hardly shows a product");
    require(off / sprite < MOST_MASK, name + " keeps other pixels: " + off / sprite);
    require(difference(rival.rgb(0, 0), work.background.argb(0, 0)) == 0, name + " background");
  }

  private static double difference(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
    }
    return sum / 3.0;
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalStateException("not the same picture: " + problem);
    }
  }
}
