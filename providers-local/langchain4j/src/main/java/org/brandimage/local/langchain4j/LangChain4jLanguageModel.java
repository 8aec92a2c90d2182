package org.brandimage.local.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.Objects;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.model.LanguageReply;
import org.brandimage.spi.model.LanguageRequest;

/**
 * A language model that asks a {@link ChatModel} of LangChain4j. Instructions become the system
 * message; data and pictures the user message, pictures as PNG of at most {@value
 * ChatMessages#LONGEST_SIDE} pixels. A model that says it can answer by a JSON schema gets the
 * schema as the response format; any other gets it with its instructions. Thread-safe when the chat
 * model is; closes nothing.
 *
 * <p>Retries are the chat model's own ({@code maxRetries} of its builder); this adapter makes each
 * call once. Cost: one paid unit a call and the prices of the builder, both 0 when {@link
 * Builder#free()}.
 */
public final class LangChain4jLanguageModel
    implements LanguageModel, Identified, Priced<LanguageRequest> {
  private static final String PROVIDER = "langchain4j";
  private static final long TOKENS_A_PICTURE = 3000;
  private static final long TOKENS_A_MILLION = 1_000_000;

  private final ChatModel model;
  private final String name;
  private final long units;
  private final long inputMicroUsd;
  private final long outputMicroUsd;
  private final ChatMessages messages;

  private LangChain4jLanguageModel(Builder builder) {
    this.model = builder.model;
    this.name = builder.name;
    this.units = builder.units;
    this.inputMicroUsd = builder.inputMicroUsd;
    this.outputMicroUsd = builder.outputMicroUsd;
    this.messages = new ChatMessages(model);
  }

  /**
   * Starts a builder.
   *
   * @param model the chat model; stays yours
   * @param name the model's name, for provenance and the keys of a result store
   * @return a builder of a model that counts calls and has no prices
   */
  public static Builder builder(ChatModel model, String name) {
    return new Builder(model, name);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("LangChain4jLanguageModel", "1", name);
  }

  @Override
  public Cost estimate(LanguageRequest request) {
    // No token is shorter than a character on average of any text; pictures have a generous share.
    long input =
        (long) request.instructions().length()
            + request.content().length()
            + request.jsonSchema().length()
            + TOKENS_A_PICTURE * request.images().size();
    return cost(new TokenUsage(input, request.maxOutputTokens()));
  }

  @Override
  public LanguageReply complete(LanguageRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    var chat = messages.request(request);
    context.checkActive();
    try (CostMeter.Reservation reservation = context.costs().reserve(estimate(request))) {
      long started = System.nanoTime();
      ChatResponse response = ask(chat);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
      TokenUsage usage = usage(response);
      Cost cost = cost(usage);
      reservation.settle(cost);
      String answered = response.modelName() == null ? name : response.modelName();
      context.record(
          CallRecord.builder(PROVIDER, answered)
              .promptVersion(request.promptVersion())
              .parameter("temperature", request.temperature())
              .parameter("maxOutputTokens", request.maxOutputTokens())
              .usage(usage)
              .cost(cost)
              .elapsed(elapsed)
              .requestId(response.id() == null ? "" : response.id())
              .build());
      return new LanguageReply(JsonReply.object(response.aiMessage().text()), usage, answered);
    }
  }

  private ChatResponse ask(dev.langchain4j.model.chat.request.ChatRequest chat)
      throws InterruptedException {
    try {
      return model.chat(chat);
    } catch (RuntimeException e) {
      // A client of LangChain4j may also throw a plain RuntimeException around an IOException.
      throw ChatFailures.translated(e);
    }
  }

  private static TokenUsage usage(ChatResponse response) {
    var tokens = response.tokenUsage();
    return tokens == null
        ? TokenUsage.NONE
        : new TokenUsage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount()));
  }

  private static long count(@org.jspecify.annotations.Nullable Integer tokens) {
    return tokens == null ? 0 : Math.max(0, tokens);
  }

  private Cost cost(TokenUsage usage) {
    long price = usage.input() * inputMicroUsd + usage.output() * outputMicroUsd;
    return new Cost(units, (price + TOKENS_A_MILLION - 1) / TOKENS_A_MILLION);
  }

  @Override
  public String toString() {
    return "LangChain4jLanguageModel[" + name + "]";
  }

  /** Builds a {@link LangChain4jLanguageModel}. Not thread-safe. */
  public static final class Builder {
    private final ChatModel model;
    private final String name;
    private long units = 1;
    private long inputMicroUsd;
    private long outputMicroUsd;

    private Builder(ChatModel model, String name) {
      this.model = Objects.requireNonNull(model, "model");
      this.name = Objects.requireNonNull(name, "name");
      if (name.isBlank()) {
        throw new IllegalArgumentException("name must not be blank");
      }
    }

    /**
     * Counts no unit a call: the model runs on a machine of your own.
     *
     * @return this
     */
    public Builder free() {
      this.units = 0;
      return this;
    }

    /**
     * Sets the prices.
     *
     * @param inputMicroUsd millionths of a dollar for a million tokens in, not negative
     * @param outputMicroUsd millionths of a dollar for a million tokens out, not negative
     * @return this
     * @throws IllegalArgumentException when a price is negative
     */
    public Builder pricesPerMillionTokens(long inputMicroUsd, long outputMicroUsd) {
      if (inputMicroUsd < 0 || outputMicroUsd < 0) {
        throw new IllegalArgumentException(
            "prices must not be negative: " + inputMicroUsd + ", " + outputMicroUsd);
      }
      this.inputMicroUsd = inputMicroUsd;
      this.outputMicroUsd = outputMicroUsd;
      return this;
    }

    /**
     * Builds the model.
     *
     * @return the model
     */
    public LangChain4jLanguageModel build() {
      return new LangChain4jLanguageModel(this);
    }
  }
}
