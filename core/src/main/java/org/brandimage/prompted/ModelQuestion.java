package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.model.LanguageRequest;

/**
 * One prompt over one model: data and pictures in, a value out. A reply that cannot be used is
 * asked for once more with the reason. Immutable and thread-safe.
 */
final class ModelQuestion {
  private static final int NONCE_BYTES = 16;
  private static final int LONGEST_PROBLEM = 600;
  private static final String PROBLEM = "what was wrong with your first reply";

  private final LanguageModel model;
  private final Prompt prompt;
  private final ReplyReader reader;
  private final int maxOutputTokens;
  private final SecureRandom random = new SecureRandom();

  ModelQuestion(LanguageModel model, Prompt prompt, int maxOutputTokens) {
    this(model, prompt, maxOutputTokens, UnaryOperator.identity());
  }

  /** A question whose replies are tidied by {@code tidying} before the schema sees them. */
  ModelQuestion(
      LanguageModel model, Prompt prompt, int maxOutputTokens, UnaryOperator<JsonNode> tidying) {
    this.model = Objects.requireNonNull(model, "model");
    this.prompt = Objects.requireNonNull(prompt, "prompt");
    this.reader = new ReplyReader(prompt, tidying);
    this.maxOutputTokens = maxOutputTokens;
  }

  /** Who answers, for provenance and the keys of a result store. */
  StageIdentity identity(String stage) {
    StageIdentity behind = StageIdentity.of(model);
    String id = behind.model().isEmpty() ? behind.name() : behind.model();
    return new StageIdentity(stage, prompt.version(), id);
  }

  /** Asks once, and once more with the reason when the reply cannot be used. */
  <T> T ask(
      DataBlocks data,
      List<ImageSource> images,
      Function<JsonNode, T> interpretation,
      StageContext context)
      throws InterruptedException {
    try {
      return askOnce(data, images, 0, interpretation, context);
    } catch (MalformedReplyException first) {
      context.checkActive();
      return askOnce(again(data, first), images, 0, interpretation, context);
    }
  }

  /** Asks once. */
  <T> T askOnce(
      DataBlocks data,
      List<ImageSource> images,
      double temperature,
      Function<JsonNode, T> interpretation,
      StageContext context)
      throws InterruptedException {
    context.checkActive();
    LanguageRequest request = request(data, images, temperature);
    return interpretation.apply(reader.read(model.complete(request, context).json()));
  }

  /** Returns the most that {@link #ask} costs; nothing when the model names no prices. */
  Cost estimateOfAsking(DataBlocks data, List<ImageSource> images) {
    Cost first = estimate(data, images);
    return first.plus(estimate(data.text(PROBLEM, "x".repeat(LONGEST_PROBLEM)), images));
  }

  /** Returns the most that {@link #askOnce} costs; nothing when the model names no prices. */
  @SuppressWarnings("unchecked") // a priced language model is priced by its own request
  Cost estimate(DataBlocks data, List<ImageSource> images) {
    return model instanceof Priced<?> priced
        ? ((Priced<LanguageRequest>) priced).estimate(request(data, images, 0))
        : Cost.NONE;
  }

  /** Returns the data of a second question, which says what was wrong with the first reply. */
  static DataBlocks again(DataBlocks data, MalformedReplyException problem) {
    String reason = String.valueOf(problem.getMessage());
    return data.text(PROBLEM, reason.substring(0, Math.min(LONGEST_PROBLEM, reason.length())));
  }

  private LanguageRequest request(DataBlocks data, List<ImageSource> images, double temperature) {
    String nonce = nonce();
    while (data.mention(nonce)) {
      nonce = nonce();
    }
    // The rule with the nonce comes last, so that what never changes stays a prefix to be cached.
    return LanguageRequest.builder(
            prompt.instructions() + DataBlocks.rule(nonce),
            data.render(nonce),
            prompt.name(),
            prompt.jsonSchema(),
            prompt.version())
        .images(images)
        .maxOutputTokens(maxOutputTokens)
        .temperature(temperature)
        .build();
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
