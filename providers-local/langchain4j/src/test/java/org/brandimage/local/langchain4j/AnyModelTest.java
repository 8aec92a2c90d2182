package org.brandimage.local.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.List;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.testkit.fake.FakeStages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The section of the README on other models, run as it stands there. */
@Tag("slow")
class AnyModelTest {
  @Test
  void readme_anyModel_servesThePromptedStages() {
    ScriptedArtDirector director = new ScriptedArtDirector();
    try (ChatServer server = new ChatServer(director::answer);
        StageBundle local = new FakeStages()) {
      RunResult result = run(server.address(), local);

      assertThat(director.calls("decompose")).isEqualTo(1);
      assertThat(director.calls("caption")).isEqualTo(1);
      assertThat(director.calls("plan")).isEqualTo(1);
      assertThat(result.provenance().calls())
          .extracting(CallRecord::model)
          .containsOnly("test-model-7b");
    }
  }

  @Test
  void run_withoutMeasuredChecks_asksTheModelToJudge() {
    ScriptedArtDirector director = new ScriptedArtDirector();
    try (ChatServer server = new ChatServer(director::answer);
        StageBundle local = new FakeStages();
        // The flat pictures of the fakes would not pass what is measured before the judge is asked.
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder()
                .languageModel(model(server.address()))
                .stages(local)
                .guidelineChecks(List.of())
                .build()) {
      RunResult result =
          pipeline.run(CampaignBrief.of("a rubber duck on an urban street at sunset"));

      assertThat(director.calls("judge")).isEqualTo(result.candidates().size()).isPositive();
    }
  }

  private static LanguageModel model(String address) {
    ChatModel chat =
        OpenAiChatModel.builder()
            .httpClientBuilder(new JdkHttpClientBuilder())
            .baseUrl(address)
            .apiKey("none")
            .modelName("qwen2.5-vl")
            .build();
    return LangChain4jLanguageModel.builder(chat, "qwen2.5-vl").free().build();
  }

  private static RunResult run(String address, StageBundle local) {
    // region any-model
    ChatModel chat =
        OpenAiChatModel.builder()
            .httpClientBuilder(new JdkHttpClientBuilder())
            .baseUrl(address)
            .apiKey("none")
            .modelName("qwen2.5-vl")
            .build();
    LanguageModel model = LangChain4jLanguageModel.builder(chat, "qwen2.5-vl").free().build();
    try (BrandImagePipeline pipeline =
        BrandImagePipeline.builder().languageModel(model).stages(local).build()) {
      return pipeline.run(CampaignBrief.of("a rubber duck on an urban street at sunset"));
    }
    // endregion
  }
}
