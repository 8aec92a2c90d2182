package org.brandimage.local.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageReply;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LangChain4jLanguageModelTest {
  private static final String SCHEMA =
      "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\","
          + " \"properties\": {\"answer\": {\"type\": \"string\"}}, \"required\": [\"answer\"],"
          + " \"additionalProperties\": false}";

  @Test
  void complete_request_sendsInstructionsDataPicturesAndSchema() throws InterruptedException {
    try (ChatServer server = new ChatServer(request -> "{\"answer\": \"duck\"}")) {
      RasterImage large = RasterImage.filled(new Size(3136, 1000), 0xFF336699);
      LanguageReply reply = model(server).complete(request(large).build(), TestContexts.active(1));

      assertThat(reply.json()).isEqualTo("{\"answer\": \"duck\"}");
      assertThat(reply.model()).isEqualTo("test-model-7b");
      JsonNode sent = server.requests().get(0);
      assertThat(sent.at("/messages/0/role").asText()).isEqualTo("system");
      assertThat(sent.at("/messages/0/content").asText()).isEqualTo("Name it.");
      assertThat(sent.at("/messages/1/content/0/text").asText()).isEqualTo("a picture");
      String url = sent.at("/messages/1/content/1/image_url/url").asText();
      assertThat(url).startsWith("data:image/png;base64,");
      byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
      RasterImage shown =
          ImageDecoder.create().decode(EncodedImage.of(EncodedImage.Format.PNG, png), "sent");
      assertThat(shown.size()).isEqualTo(new Size(1568, 500));
      JsonNode schema = sent.at("/response_format/json_schema/schema");
      assertThat(schema.at("/properties/answer/type").asText()).isEqualTo("string");
      assertThat(schema.has("$schema")).isFalse();
    }
  }

  @Test
  void complete_modelWithoutSchemas_getsTheSchemaWithItsInstructions() throws InterruptedException {
    try (ChatServer server =
        new ChatServer(request -> "Here:\n```json\n{\"answer\": \"duck\"}\n```")) {
      var plain = server.client().supportedCapabilities(Set.of()).build();
      LanguageReply reply =
          LangChain4jLanguageModel.builder(plain, "plain")
              .build()
              .complete(request().build(), TestContexts.active(1));

      assertThat(reply.json()).isEqualTo("{\"answer\": \"duck\"}");
      JsonNode sent = server.requests().get(0);
      assertThat(sent.at("/messages/0/content").asText()).contains(SCHEMA);
      assertThat(sent.has("response_format")).isFalse();
    }
  }

  @Test
  void complete_prices_settleWhatTheTokensCost() throws InterruptedException {
    try (ChatServer server = new ChatServer(request -> "{}")) {
      TestContext context = TestContexts.active(1);
      LangChain4jLanguageModel.builder(server.client().build(), "m")
          .pricesPerMillionTokens(800_000, 3_200_000)
          .build()
          .complete(request().build(), context);

      assertThat(context.costs().spent()).isEqualTo(new Cost(1, 832));
      assertThat(context.calls())
          .singleElement()
          .extracting(CallRecord::requestId)
          .isEqualTo("chatcmpl-1");
    }
  }

  @Test
  void complete_freeModel_fitsABudgetOfNothing() throws InterruptedException {
    try (ChatServer server = new ChatServer(request -> "{}")) {
      TestContext context = TestContexts.capped(Cost.NONE);
      LangChain4jLanguageModel.builder(server.client().build(), "m")
          .free()
          .build()
          .complete(request().build(), context);

      assertThat(context.costs().spent()).isEqualTo(Cost.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "duck", "[1]", "{", "}{", "{\"a\":1} and {\"b\":2}"})
  void complete_noSingleObject_isMalformed(String text) {
    try (ChatServer server = new ChatServer(request -> text)) {
      assertThatThrownBy(() -> model(server).complete(request().build(), TestContexts.active(1)))
          .isInstanceOf(MalformedReplyException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"429", "401", "400", "404", "500", "503"})
  void complete_failingServer_saysWhatItMeansAndQuotesNothing(int status) {
    try (ChatServer server = new ChatServer(request -> "{}")) {
      server.failWith(status);
      TestContext context = TestContexts.active(1);
      assertThatThrownBy(() -> model(server).complete(request().build(), context))
          .isInstanceOf(expected(status))
          .hasMessageNotContaining("a picture")
          .hasMessageNotContaining("scripted");
      assertThat(server.requests()).hasSize(1);
      assertThat(context.costs().reserved()).isEqualTo(Cost.NONE);
    }
  }

  private static Class<? extends StageException> expected(int status) {
    return switch (status) {
      case 429 -> ProviderThrottledException.class;
      case 401 -> AccessDeniedException.class;
      case 400 -> UnsupportedInputException.class;
      case 404 -> StageException.class;
      default -> ProviderUnavailableException.class;
    };
  }

  private static LangChain4jLanguageModel model(ChatServer server) {
    return LangChain4jLanguageModel.builder(server.client().build(), "test-model").build();
  }

  private static LanguageRequest.Builder request(RasterImage... images) {
    return LanguageRequest.builder("Name it.", "a picture", "answer", SCHEMA, "test-1")
        .images(List.of(images).stream().map(ImageSource::of).toList());
  }
}
