package org.brandimage.spi.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an outpainter that one request and its result can show. Stateless and thread-safe.
 */
public final class OutpaintRules {
  private static final long LARGEST_SEED = 2_147_483_646L;

  private OutpaintRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, O1 by the declared sizes, and O3; empty when there are none
   */
  public static List<BrokenRule> structure(OutpaintRequest request, @Nullable Outpainting result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    return structural(request, result).toList();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, O1 to O3, O5 and O6, for which it opens the pictures; empty
   *     when there are none
   */
  public static List<BrokenRule> all(OutpaintRequest request, @Nullable Outpainting result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = structural(request, result);
    for (OutpaintedImage image : result.images()) {
      findPixels(request, image, findings);
      findDigests(image, result, findings);
      findings.addIf(
          image.seed() < 0 || image.seed() > LARGEST_SEED,
          Rule.O6,
          label(image) + " names seed " + image.seed());
    }
    return findings.toList();
  }

  private static Findings structural(OutpaintRequest request, Outpainting outpainting) {
    Findings findings = new Findings();
    for (OutpaintedImage image : outpainting.images()) {
      Optional<Size> size = Pictures.declaredSize(image.image());
      findings.addIf(
          !size.equals(Optional.of(request.canvas())),
          Rule.O1,
          label(image)
              + " is "
              + size.map(Size::toString).orElse("of no size")
              + ", the canvas "
              + request.canvas());
    }
    List<Integer> indices = new ArrayList<>();
    outpainting.images().forEach(image -> indices.add(image.index()));
    outpainting.rejections().forEach(rejection -> indices.add(rejection.index()));
    findings.addUnlessPermutation(
        Rule.O3, "", IntStream.range(0, request.count()).boxed().toList(), indices);
    return findings;
  }

  private static void findPixels(
      OutpaintRequest request, OutpaintedImage image, Findings findings) {
    Optional<RasterImage> opened = Pictures.opened(image.image());
    if (opened.isEmpty()) {
      findings.add(Rule.O1, label(image) + " cannot be opened");
      return;
    }
    RasterImage pixels = opened.get();
    findings.addIf(
        !pixels.size().equals(request.canvas()),
        Rule.O1,
        label(image) + " opens to " + pixels.size() + ", the canvas is " + request.canvas());
    findings.addIf(!pixels.opaque(), Rule.O2, label(image) + " has some");
    findings.addIf(
        !Pictures.opened(image.image()).equals(opened),
        Rule.O5,
        label(image) + " opens to other pixels the second time");
  }

  private static void findDigests(
      OutpaintedImage image, Outpainting outpainting, Findings findings) {
    Optional<String> digest = Pictures.digest(image.image());
    findings.addIf(digest.isEmpty(), Rule.O5, label(image) + " has no digest");
    for (OutpaintedImage other : outpainting.images()) {
      findings.addIf(
          other.index() > image.index()
              && digest.isPresent()
              && digest.equals(Pictures.digest(other.image()))
              && !Pictures.opened(other.image()).equals(Pictures.opened(image.image())),
          Rule.O5,
          label(image) + " and " + label(other) + " share a digest but not their pixels");
    }
  }

  private static String label(OutpaintedImage image) {
    return "index " + image.index();
  }
}
