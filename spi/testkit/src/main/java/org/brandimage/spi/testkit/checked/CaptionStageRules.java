package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.caption.CaptionRules;
import org.brandimage.spi.retrieve.Selection;

/** The rules of a captioner that one request and its caption can show. */
public final class CaptionStageRules {
  private CaptionStageRules() {}

  static void all(CaptionRequest request, Caption caption) {
    t1(caption);
    t2(request, caption);
    t3(request, caption);
  }

  /**
   * Checks T1: a caption breaks none of the caption rules.
   *
   * @param caption the caption
   */
  public static void t1(Caption caption) {
    assertThat(CaptionRules.violations(caption))
        .as("T1 a caption breaks none of the caption rules")
        .isEmpty();
  }

  /**
   * Checks T2: a caption names every product.
   *
   * @param request the request
   * @param caption the caption
   */
  public static void t2(CaptionRequest request, Caption caption) {
    for (Selection product : request.scene().products()) {
      assertThat(folded(caption.text()))
          .as("T2 a caption names every product")
          .contains(folded(product.entity().name()));
    }
  }

  /**
   * Checks T3: forbidden elements stand in the negative text only.
   *
   * @param request the request
   * @param caption the caption
   */
  public static void t3(CaptionRequest request, Caption caption) {
    for (String element : request.brandKit().forbiddenElements()) {
      assertThat(folded(caption.negativeText()))
          .as("T3 forbidden elements stand in the negative text")
          .contains(folded(element));
      assertThat(folded(caption.text()))
          .as("T3 forbidden elements stand nowhere else")
          .doesNotContain(folded(element));
    }
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
