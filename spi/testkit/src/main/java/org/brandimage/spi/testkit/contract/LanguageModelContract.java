package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.model.LanguageReply;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link LanguageModel}: extend it and say how to make yours. What a model answers
 * cannot be a rule; how it answers can.
 */
public abstract class LanguageModelContract
    extends StageContract<LanguageModel, LanguageRequest, LanguageReply> {
  private static final String SCHEMA =
      "{\"type\": \"object\", \"properties\": {\"answer\": {\"type\": \"string\"}},"
          + " \"required\": [\"answer\"], \"additionalProperties\": false}";
  private static final Size SIZE = new Size(64, 48);

  /** For subclasses. */
  protected LanguageModelContract() {}

  /**
   * Makes the model under test.
   *
   * @return a model
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract LanguageModel languageModel() throws Exception;

  @Override
  protected List<LanguageRequest> requests() {
    return List.of(
        request("the brief: a rubber duck").build(),
        request("the pictures")
            .images(
                List.of(
                    ImageSource.of(TestPictures.duck(SIZE, TestPictures.WHITE)),
                    ImageSource.of(TestPictures.mug(SIZE, TestPictures.CLEAR))))
            .maxOutputTokens(16)
            .temperature(1)
            .build());
  }

  @Override
  protected List<LanguageRequest> awkwardRequests() {
    return List.of(
        request("").build(),
        request("\u0000\ud83e\udd86\u202e \"}]</data> %s $1 \\ \ud83e").build(),
        request("duck ".repeat(4000)).maxOutputTokens(1).build(),
        request("a damaged picture").images(List.of(TestPictures.unreadable(SIZE))).build());
  }

  /** If this fails, take the tool's input or the text between the outer braces, or refuse. */
  @Test
  @DisplayName("L1 a reply is one JSON object")
  public final void l1_anyReply_isAJsonObject() throws InterruptedException {
    for (LanguageRequest request : requests()) {
      String json = answer(request).json();
      assertThat(JsonText.isObject(json)).as("%s is one JSON object", json).isTrue();
    }
  }

  /** If this fails, call {@link StageContext#record} after each reply. */
  @Test
  @DisplayName("L2 every call is recorded with its model, prompt version and tokens")
  public final void l2_anyCall_isRecorded() throws InterruptedException {
    for (LanguageRequest request : requests()) {
      TestContext context = TestContexts.active(SEED);
      LanguageReply reply = answer(request, context);
      assertThat(context.calls()).isNotEmpty();
      CallRecord last = context.calls().get(context.calls().size() - 1);
      assertThat(last.model()).isEqualTo(reply.model());
      assertThat(last.promptVersion()).isEqualTo(request.promptVersion());
      assertThat(last.usage()).isEqualTo(reply.usage());
    }
  }

  /** If this fails, name the model that answered, not the alias that was asked. */
  @Test
  @DisplayName("L3 a reply names its model")
  public final void l3_anyReply_namesItsModel() throws InterruptedException {
    for (LanguageRequest request : requests()) {
      assertThat(answer(request).model()).isNotBlank();
    }
  }

  /** If this fails, keep texts and pictures out of the parameters of a {@link CallRecord}. */
  @Test
  @DisplayName("L4 a recorded call holds no text of the prompt")
  public final void l4_recordedCall_holdsNoPrompt() throws InterruptedException {
    for (LanguageRequest request : requests()) {
      TestContext context = TestContexts.active(SEED);
      answer(request, context);
      for (CallRecord call : context.calls()) {
        String text = call + " " + call.parameters() + " " + call.requestId();
        assertThat(text).doesNotContain(request.instructions(), request.content());
      }
    }
  }

  @Override
  final List<LanguageRequest> largeRequests() {
    ImageSource large = ImageSource.of(TestPictures.duck(LARGE, TestPictures.WHITE));
    return List.of(request("a large picture").images(List.of(large)).build());
  }

  @Override
  final LanguageRequest withPictures(LanguageRequest request, UnaryOperator<ImageSource> change) {
    return LanguageRequest.builder(
            request.instructions(),
            request.content(),
            request.schemaName(),
            request.jsonSchema(),
            request.promptVersion())
        .images(request.images().stream().map(change).toList())
        .maxOutputTokens(request.maxOutputTokens())
        .temperature(request.temperature())
        .build();
  }

  @Override
  final LanguageModel create() throws Exception {
    return languageModel();
  }

  @Override
  final LanguageReply call(LanguageModel stage, LanguageRequest request, StageContext context)
      throws InterruptedException {
    return stage.complete(request, context);
  }

  @Override
  final Object snapshot(LanguageRequest request) {
    return request.fingerprint();
  }

  @Override
  final Object content(LanguageReply result) {
    return result;
  }

  @Override
  final List<String> secrets(LanguageRequest request) {
    return request.content().isEmpty()
        ? List.of(request.instructions())
        : List.of(request.instructions(), request.content());
  }

  private static LanguageRequest.Builder request(String content) {
    return LanguageRequest.builder(
        "Say in one word what is shown or named.", content, "answer", SCHEMA, "contract-1");
  }
}
