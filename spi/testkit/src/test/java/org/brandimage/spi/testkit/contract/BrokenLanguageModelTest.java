package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.model.LanguageReply;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

/** Each rule of a language model is broken on purpose, and the contract names just that rule. */
class BrokenLanguageModelTest {
  private static final AtomicReference<LanguageModel> BROKEN = new AtomicReference<>();
  private static final LanguageModel FAKE = new FakeLanguageModel();

  @Test
  void l1_chattyReply_isFound() {
    LanguageModel chatty = new FakeLanguageModel(request -> "Sure! {\"answer\": \"duck\"}");
    assertThat(rulesBrokenBy(chatty)).containsExactly("L1");
  }

  @Test
  void l2_unrecordedCall_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  context.checkActive();
                  return FAKE.complete(request, TestContexts.active());
                }))
        .containsExactly("L2");
  }

  @Test
  void l2AndL3_namelessModel_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  LanguageReply reply = FAKE.complete(request, context);
                  return new LanguageReply(reply.json(), reply.usage(), " ");
                }))
        .containsExactly("L2", "L3");
  }

  @Test
  void l4_promptAmongTheParameters_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  LanguageReply reply = FAKE.complete(request, context);
                  context.record(
                      CallRecord.builder("fake", reply.model())
                          .promptVersion(request.promptVersion())
                          .usage(reply.usage())
                          .parameter("system", request.instructions())
                          .build());
                  return reply;
                }))
        .containsExactly("L4");
  }

  private static List<String> rulesBrokenBy(LanguageModel model) {
    BROKEN.set(model);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends LanguageModelContract {
    @Override
    protected LanguageModel languageModel() {
      return BROKEN.get();
    }
  }
}
