package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.junit.jupiter.api.Test;

/** Each rule of a captioner is broken on purpose, and the contract names just that rule. */
class BrokenCaptionerTest {
  private static final AtomicReference<Captioner> BROKEN = new AtomicReference<>();
  private static final Captioner FAKE = new FakeCaptioner();

  @Test
  void t1_instruction_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Caption caption = FAKE.caption(request, context);
                  return caption(caption, caption.text() + " Add light.", caption.negativeText());
                }))
        .containsExactly("T1");
  }

  @Test
  void t2_forgottenProduct_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Caption caption = FAKE.caption(request, context);
                  String text = "A photograph of a thing on the ground of a ";
                  return Caption.builder(
                          text + caption.environment() + ".",
                          "thing",
                          "ground",
                          caption.environment())
                      .negativeText(caption.negativeText())
                      .build();
                }))
        .containsExactly("T2");
  }

  @Test
  void t3_droppedForbiddenElement_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Caption caption = FAKE.caption(request, context);
                  return caption(caption, caption.text(), "");
                }))
        .containsExactly("T3");
  }

  @Test
  void t3_forbiddenElementInTheText_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Caption caption = FAKE.caption(request, context);
                  String crowded = caption.text() + " A crowd is far away.";
                  return caption(caption, crowded, caption.negativeText());
                }))
        .containsExactly("T3");
  }

  private static Caption caption(Caption like, String text, String negativeText) {
    return Caption.builder(text, like.subject(), like.reference(), like.environment())
        .negativeText(negativeText)
        .build();
  }

  private static List<String> rulesBrokenBy(Captioner captioner) {
    BROKEN.set(captioner);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends CaptionerContract {
    @Override
    protected Captioner captioner() {
      return BROKEN.get();
    }
  }
}
