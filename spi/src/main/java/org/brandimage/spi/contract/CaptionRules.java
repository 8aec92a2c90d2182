package org.brandimage.spi.contract;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.retrieve.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a captioner that one request and its caption can show. Rule T1, about the caption
 * alone, is in {@link org.brandimage.spi.caption.CaptionRules}. Stateless and thread-safe.
 */
public final class CaptionRules {
  private CaptionRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its caption, or null when the stage returned null
   * @return the broken rules among C1; empty when there are none
   */
  public static List<BrokenRule> structure(CaptionRequest request, @Nullable Caption result) {
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
   * @param result its caption, or null when the stage returned null
   * @return the broken rules among C1 and T1 to T3; empty when there are none
   */
  public static List<BrokenRule> all(CaptionRequest request, @Nullable Caption result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = new Findings();
    // Words quoted here are negations of a fixed list, never the customer's own.
    org.brandimage.spi.caption.CaptionRules.violations(result)
        .forEach(violation -> findings.add(Rule.T1, violation));
    findProducts(request, result, findings);
    findForbidden(request, result, findings);
    return findings.toList();
  }

  private static void findProducts(CaptionRequest request, Caption caption, Findings findings) {
    List<Selection> products = request.scene().products();
    for (int i = 0; i < products.size(); i++) {
      String name = products.get(i).entity().name();
      findings.addIf(!holds(caption.text(), name), Rule.T2, "product " + i + " is not named");
    }
  }

  private static void findForbidden(CaptionRequest request, Caption caption, Findings findings) {
    List<String> elements = request.brandKit().forbiddenElements();
    for (int i = 0; i < elements.size(); i++) {
      String element = "forbidden element " + i;
      findings.addIf(
          !holds(caption.negativeText(), elements.get(i)),
          Rule.T3,
          element + " is not in the negative text");
      findings.addIf(
          holds(caption.text(), elements.get(i)), Rule.T3, element + " stands in the text");
    }
  }

  private static boolean holds(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
