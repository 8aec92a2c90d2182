package org.brandimage.spi.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a cut-out maker that one request and its result can show. Stateless and thread-safe.
 */
public final class CutoutRules {
  private CutoutRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1; empty when there are none
   */
  public static List<BrokenRule> structure(CutoutRequest request, @Nullable Cutout result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    return List.of();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, M1 and M2, for which it opens both pictures; empty when
   *     there are none
   */
  public static List<BrokenRule> all(CutoutRequest request, @Nullable Cutout result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = new Findings();
    Optional<RasterImage> cutout = Pictures.opened(result.image());
    if (cutout.isEmpty()) {
      findings.add(Rule.M2, "the cut-out cannot be opened");
      return findings.toList();
    }
    Optional<RasterImage> photo = Pictures.opened(request.photo());
    findings.addIf(
        photo.isPresent() && !isPartOf(photo.get(), cutout.get()),
        Rule.M1,
        "a cut-out of " + cutout.get().size() + " that is no part of its photo");
    findCrop(result, cutout.get(), findings);
    return findings.toList();
  }

  private static void findCrop(Cutout result, RasterImage cutout, Findings findings) {
    Size size = cutout.size();
    Optional<Size> declared = Pictures.declaredSize(result.image());
    findings.addIf(
        !declared.equals(Optional.of(size)),
        Rule.M2,
        "declared " + declared.map(Size::toString).orElse("nothing") + ", is " + size);
    Optional<Box> visible = Cutout.visibleBounds(cutout);
    findings.addIf(
        !visible.equals(Optional.of(size.bounds())),
        Rule.M2,
        "visible " + visible.map(Box::toString).orElse("nothing") + " of " + size);
  }

  /** Compares from the first opaque pixel on, so that most places are ruled out at once. */
  private static boolean isPartOf(RasterImage photo, RasterImage cutout) {
    int[] part = cutout.toArgb();
    int[] whole = photo.toArgb();
    int first = 0;
    while (first < part.length && part[first] >>> 24 < 255) {
      first++;
    }
    for (int dy = 0; dy <= photo.height() - cutout.height(); dy++) {
      for (int dx = 0; dx <= photo.width() - cutout.width(); dx++) {
        int i = first;
        while (i < part.length && matches(part, whole, i, place(i, dx, dy, cutout, photo))) {
          i++;
        }
        if (i == part.length) {
          return true;
        }
      }
    }
    return false;
  }

  private static int place(int i, int dx, int dy, RasterImage cutout, RasterImage photo) {
    return (dy + i / cutout.width()) * photo.width() + dx + i % cutout.width();
  }

  private static boolean matches(int[] part, int[] whole, int i, int place) {
    return part[i] >>> 24 < 255 || part[i] == whole[place];
  }
}
