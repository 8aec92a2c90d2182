package org.brandimage.spi.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.ProductCutouts;

/** What values hold, in a form that can be compared; pictures as pixels. */
final class Content {
  private Content() {}

  static Object of(Caption caption) {
    return List.of(
        caption.text(),
        caption.subject(),
        caption.reference(),
        caption.environment(),
        caption.position(),
        caption.lighting(),
        caption.camera(),
        caption.style(),
        caption.negativeText());
  }

  static Object of(GuidelineResult result) {
    return List.of(
        result.guidelineId(),
        result.outcome(),
        result.source(),
        result.reason(),
        result.number(),
        result.threshold(),
        result.hint());
  }

  static Object of(Verdict verdict) {
    return List.of(
        verdict.candidateId(), verdict.results().stream().map(result -> of(result)).toList());
  }

  static Object of(Outpainting outpainting) {
    List<Object> content = new ArrayList<>(outpainting.rejections());
    outpainting
        .images()
        .forEach(
            image -> content.add(List.of(image.index(), image.seed(), image.image().raster())));
    return content;
  }

  /** A picture and what its source says of it; a picture that cannot be opened has no pixels. */
  static Object of(ImageSource image) {
    return List.of(image.size(), image.digest(), image.raster());
  }

  static Object ofCutouts(List<ProductCutouts> products) {
    List<Object> content = new ArrayList<>();
    products.forEach(product -> product.photos().forEach(photo -> content.add(of(photo.image()))));
    return content;
  }
}
