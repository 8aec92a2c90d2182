package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.junit.jupiter.api.Test;

/** T1 to T3, kept and broken. */
class CaptionRulesTest {
  private static final CaptionRequest REQUEST =
      new CaptionRequest(
          Samples.scene("duck", "coffee mug"),
          BrandKit.builder("brand").forbiddenElements(List.of("crowd")).build(),
          List.of());

  @Test
  void anyRule_caption_isKept() {
    assertThat(CaptionRules.all(REQUEST, caption("A Duck and a coffee mug.", "crowd"))).isEmpty();
  }

  @Test
  void t1_instruction_isBroken() {
    assertThat(broken("Create a duck and a coffee mug.", "crowd")).containsExactly("T1");
  }

  @Test
  void t2_productThatIsNotNamed_isBrokenAndNotQuoted() {
    assertThat(CaptionRules.all(REQUEST, caption("A duck.", "crowd")))
        .singleElement()
        .returns("T2", BrokenRule::rule)
        .returns("product 1 is not named", BrokenRule::found);
  }

  @Test
  void t3_forbiddenElementInTheTextOrMissing_isBrokenAndNotQuoted() {
    assertThat(broken("A duck, a coffee mug and a crowd.", "crowd")).containsExactly("T3");
    assertThat(CaptionRules.all(REQUEST, caption("A duck and a coffee mug.", "rain")))
        .singleElement()
        .returns("T3", BrokenRule::rule)
        .returns("forbidden element 0 is not in the negative text", BrokenRule::found);
  }

  @Test
  void structure_anyCaption_isNoMatterOfWords() {
    assertThat(CaptionRules.structure(REQUEST, caption("Create.", ""))).isEmpty();
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(CaptionRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(CaptionRules.all(REQUEST, null))).containsExactly("C1");
  }

  private static List<String> broken(String text, String negativeText) {
    return Samples.numbers(CaptionRules.all(REQUEST, caption(text, negativeText)));
  }

  private static Caption caption(String text, String negativeText) {
    return Caption.builder(text, "duck", "a", "a").negativeText(negativeText).build();
  }
}
