package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;

/** The rules of an outpainter that one request and its result can show. */
public final class OutpaintRules {
  private static final long LARGEST_SEED = 2_147_483_646L;

  private OutpaintRules() {}

  static void all(OutpaintRequest request, Outpainting outpainting) {
    o1(request, outpainting);
    o2(outpainting);
    o3(request, outpainting);
    o5(outpainting);
    o6(outpainting);
  }

  /**
   * Checks O1: every picture has the size of the canvas.
   *
   * @param request the request
   * @param outpainting the pictures
   */
  public static void o1(OutpaintRequest request, Outpainting outpainting) {
    for (OutpaintedImage image : outpainting.images()) {
      assertThat(image.image().size())
          .as("O1 every picture says it has the size of the canvas")
          .isEqualTo(request.canvas());
      assertThat(image.image().raster().size())
          .as("O1 every picture opens to the size of the canvas")
          .isEqualTo(request.canvas());
    }
  }

  /**
   * Checks O2: no picture has a transparent pixel.
   *
   * @param outpainting the pictures
   */
  public static void o2(Outpainting outpainting) {
    for (OutpaintedImage image : outpainting.images()) {
      assertThat(image.image().raster().opaque())
          .as("O2 no picture has a transparent pixel: index %s", image.index())
          .isTrue();
    }
  }

  /**
   * Checks O3: pictures and rejections together answer every index once.
   *
   * @param request the request
   * @param outpainting the pictures
   */
  public static void o3(OutpaintRequest request, Outpainting outpainting) {
    List<Integer> indices = new ArrayList<>();
    outpainting.images().forEach(image -> indices.add(image.index()));
    outpainting.rejections().forEach(rejection -> indices.add(rejection.index()));
    assertThat(indices)
        .as("O3 pictures and rejections together answer every index once")
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, request.count()).boxed().toList());
  }

  /**
   * Checks O5: a picture opens to the same pixels every time, and equal digests to equal pixels.
   *
   * @param outpainting the pictures
   */
  public static void o5(Outpainting outpainting) {
    for (OutpaintedImage image : outpainting.images()) {
      RasterImage pixels = image.image().raster();
      assertThat(image.image().raster())
          .as("O5 a picture opens to the same pixels every time: index %s", image.index())
          .isEqualTo(pixels);
      for (OutpaintedImage other : outpainting.images()) {
        if (other.image().digest().equals(image.image().digest())) {
          assertThat(other.image().raster())
              .as("O5 equal digests mean equal pixels: %s, %s", image.index(), other.index())
              .isEqualTo(pixels);
        }
      }
    }
  }

  /**
   * Checks O6: every picture names a seed a generator accepts.
   *
   * @param outpainting the pictures
   */
  public static void o6(Outpainting outpainting) {
    for (OutpaintedImage image : outpainting.images()) {
      assertThat(image.seed())
          .as("O6 every picture names a seed a generator accepts: index %s", image.index())
          .isBetween(0L, LARGEST_SEED);
    }
  }
}
