package org.brandimage.spi.testkit.fake;

import static java.util.stream.Collectors.joining;

import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.error.UnsupportedInputException;

/** A captioner that fills one sentence; notes change nothing. Thread-safe. */
public final class FakeCaptioner implements Captioner {
  /** Creates a captioner. */
  public FakeCaptioner() {}

  @Override
  public Caption caption(CaptionRequest request, StageContext context) throws InterruptedException {
    String subject =
        request.scene().products().stream()
            .map(product -> product.entity().name())
            .collect(joining(" and a "));
    context.checkActive();
    String place = request.scene().setting().map(Entity::name).orElse("plain studio");
    String mood = request.scene().themes().stream().map(Entity::name).collect(joining(" and "));
    String text =
        "A photograph of a "
            + subject
            + " on the ground of a "
            + place
            + (mood.isEmpty() ? "." : ", " + mood + ".");
    String negative =
        request.brandKit().forbiddenElements().stream()
            .filter(element -> !element.isBlank())
            .collect(joining(", "));
    if (Math.max(text.length(), negative.length()) > Caption.MAX_LENGTH) {
      throw new UnsupportedInputException(
          "names are too long for a caption of "
              + Caption.MAX_LENGTH
              + " characters - shorten them");
    }
    return Caption.builder(text, subject, "ground", place)
        .style(mood)
        .negativeText(negative)
        .build();
  }
}
