package org.brandimage.local.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageRequest;

/** Puts a request into the form of LangChain4j. Thread-safe. */
final class ChatMessages {
  /** The longest side of a picture that is sent. */
  static final int LONGEST_SIDE = 1568;

  private static final String NOTHING = "(no data)";

  private final boolean answersBySchema;
  private final PngWriter png = PngWriter.create();
  private final JsonMapper mapper = new JsonMapper();

  ChatMessages(ChatModel model) {
    this.answersBySchema =
        model.supportedCapabilities().contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
  }

  ChatRequest request(LanguageRequest request) {
    List<Content> contents = new ArrayList<>();
    String data = wellFormed(request.content());
    contents.add(TextContent.from(data.isBlank() ? NOTHING : data));
    for (ImageSource image : request.images()) {
      contents.add(ImageContent.from(encoded(image), "image/png"));
    }
    String instructions = wellFormed(request.instructions());
    ChatRequest.Builder chat =
        ChatRequest.builder()
            .temperature(request.temperature())
            .maxOutputTokens(request.maxOutputTokens());
    if (answersBySchema) {
      chat.responseFormat(format(request));
    } else {
      instructions += "\n\nThe JSON schema of the answer:\n" + request.jsonSchema();
    }
    return chat.messages(SystemMessage.from(instructions), UserMessage.from(contents)).build();
  }

  private ResponseFormat format(LanguageRequest request) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(
            JsonSchema.builder()
                .name(request.schemaName())
                .rootElement(JsonRawSchema.from(bare(request.jsonSchema())))
                .build())
        .build();
  }

  /** Services refuse the keyword that names the draft. */
  private String bare(String schema) {
    try {
      ObjectNode root = (ObjectNode) mapper.readTree(schema);
      root.remove("$schema");
      return root.toString();
    } catch (JsonProcessingException | ClassCastException e) {
      throw new UnsupportedInputException("jsonSchema: is no JSON object - give a JSON schema");
    }
  }

  private String encoded(ImageSource source) {
    RasterImage image = source.raster();
    int longest = Math.max(image.width(), image.height());
    if (longest > LONGEST_SIDE) {
      double scale = (double) LONGEST_SIDE / longest;
      image =
          Resampler.resize(
              image,
              new Size(
                  (int) Math.max(1, Math.round(image.width() * scale)),
                  (int) Math.max(1, Math.round(image.height() * scale))));
    }
    return Base64.getEncoder().encodeToString(png.encode(image).bytes());
  }

  /** Half a surrogate pair is no text that JSON over HTTP can carry. */
  private static String wellFormed(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
