package org.brandimage.bedrock.nova;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brandimage.bedrock.wire.JsonDocuments;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.model.LanguageReply;
import org.brandimage.spi.model.LanguageRequest;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ImageFormat;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolInputSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ToolSpecification;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/** Language requests and replies as Converse writes them. */
final class ConverseFormat {
  private static final String TOOL_PURPOSE = "Takes the answer. Always call it, exactly once.";

  private ConverseFormat() {}

  static ConverseRequest request(
      String model, LanguageRequest request, int maxTokens, List<EncodedImage> pictures) {
    ConverseRequest.Builder builder =
        ConverseRequest.builder()
            .modelId(model)
            .messages(
                Message.builder()
                    .role(ConversationRole.USER)
                    .content(content(request, pictures))
                    .build())
            .inferenceConfig(
                config -> {
                  config.maxTokens(maxTokens).temperature((float) request.temperature());
                  if (ModelIds.isNova(model)) {
                    // A forced tool does not keep Nova from writing on after it.
                    config.stopSequences("</tool>");
                  }
                })
            .toolConfig(
                config ->
                    config
                        .tools(Tool.fromToolSpec(toolOf(request)))
                        .toolChoice(
                            choice -> choice.tool(tool -> tool.name(request.schemaName()))));
    if (!request.instructions().isBlank()) {
      builder.system(SystemContentBlock.fromText(request.instructions()));
    }
    if (ModelIds.isNova(model) && request.temperature() == 0) {
      builder.additionalModelRequestFields(greedy());
    }
    return builder.build();
  }

  static ConverseRequest ping(String model, int maxTokens) {
    return ConverseRequest.builder()
        .modelId(model)
        .messages(
            Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText("ping"))
                .build())
        .inferenceConfig(config -> config.maxTokens(maxTokens))
        .build();
  }

  static LanguageReply reply(ConverseResponse response, String tool, String model) {
    StopReason reason = response.stopReason();
    requireUsable(reason, response, model);
    String json =
        answer(response, tool)
            .orElseThrow(() -> new MalformedReplyException("output", "holds no JSON object", ""));
    return new LanguageReply(json, usage(response), model);
  }

  static TokenUsage usage(ConverseResponse response) {
    if (response.usage() == null) {
      return TokenUsage.NONE;
    }
    return new TokenUsage(
        positive(response.usage().inputTokens()), positive(response.usage().outputTokens()));
  }

  static List<ContentBlock> blocks(ConverseResponse response) {
    return response.output() == null || response.output().message() == null
        ? List.of()
        : response.output().message().content();
  }

  static ContentBlock picture(EncodedImage image) {
    return ContentBlock.fromImage(
        block ->
            block
                .format(ImageFormat.PNG)
                .source(source -> source.bytes(SdkBytes.fromByteArrayUnsafe(image.bytes()))));
  }

  static ContentRejectedException filtered(ConverseResponse response, String model) {
    return new ContentRejectedException(
        "content",
        model
            + ": the content was filtered ("
            + response.stopReasonAsString()
            + ")"
            + " - change the brief or the pictures",
        RetryInfo.once(false));
  }

  private static List<ContentBlock> content(LanguageRequest request, List<EncodedImage> pictures) {
    List<ContentBlock> content = new ArrayList<>();
    pictures.forEach(image -> content.add(picture(image)));
    if (!request.content().isBlank()) {
      content.add(ContentBlock.fromText(request.content()));
    } else if (content.isEmpty()) {
      // The service refuses a blank text and a message without content.
      content.add(ContentBlock.fromText("(nothing given)"));
    }
    return content;
  }

  private static ToolSpecification toolOf(LanguageRequest request) {
    JsonNode schema = JsonDocuments.parse(request.jsonSchema(), "jsonSchema");
    return ToolSpecification.builder()
        .name(request.schemaName())
        .description(TOOL_PURPOSE)
        .inputSchema(ToolInputSchema.fromJson(JsonDocuments.document(schema)))
        .build();
  }

  /** Nova's own parameter; Converse has none for it. */
  private static Document greedy() {
    return Document.fromMap(
        Map.of("inferenceConfig", Document.fromMap(Map.of("topK", Document.fromNumber(1)))));
  }

  private static void requireUsable(StopReason reason, ConverseResponse response, String model) {
    switch (reason) {
      case MAX_TOKENS ->
          throw new MalformedReplyException(
              "stopReason", "max_tokens, so the reply is cut off - raise maxOutputTokens", "");
      case CONTENT_FILTERED, GUARDRAIL_INTERVENED -> throw filtered(response, model);
      case MALFORMED_MODEL_OUTPUT, MALFORMED_TOOL_USE ->
          throw new MalformedReplyException("stopReason", response.stopReasonAsString(), "");
      case MODEL_CONTEXT_WINDOW_EXCEEDED ->
          throw new UnsupportedInputException(
              model + ": the request is longer than its context window - shorten it");
      default -> {}
    }
  }

  private static Optional<String> answer(ConverseResponse response, String tool) {
    List<ContentBlock> content = blocks(response);
    for (ContentBlock block : content) {
      ToolUseBlock use = block.toolUse();
      if (use != null && tool.equals(use.name()) && use.input() != null && use.input().isMap()) {
        return Optional.of(JsonDocuments.json(use.input()).toString());
      }
    }
    return content.stream()
        .map(ContentBlock::text)
        .filter(text -> text != null)
        .flatMap(text -> objectIn(text).stream())
        .findFirst();
  }

  /** Returns the object between the outer braces of a text, if that is one. */
  private static Optional<String> objectIn(String text) {
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    try {
      JsonNode node = JsonDocuments.strict(text.substring(from, to + 1));
      return node instanceof ObjectNode ? Optional.of(node.toString()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static long positive(Integer tokens) {
    return tokens == null ? 0 : Math.max(0, tokens);
  }
}
