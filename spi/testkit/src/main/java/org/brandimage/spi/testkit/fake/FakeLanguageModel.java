package org.brandimage.spi.testkit.fake;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.model.LanguageReply;
import org.brandimage.spi.model.LanguageRequest;

/**
 * A language model whose answers a test writes. It opens every picture, reserves, settles and
 * records as a real one does: one unit a call, one micro-dollar a token, four characters a token.
 * Thread-safe when the script is.
 */
public final class FakeLanguageModel implements LanguageModel, Priced<LanguageRequest> {
  private static final int CHARACTERS_A_TOKEN = 4;

  private final Function<LanguageRequest, String> script;
  private final AtomicInteger calls = new AtomicInteger();

  /** Creates a model that answers with the fingerprint of the request. */
  public FakeLanguageModel() {
    this(request -> "{\"answer\": \"" + request.fingerprint() + "\"}");
  }

  /**
   * Creates a model with a script.
   *
   * @param script gives the JSON for a request; what it throws, the model throws
   */
  public FakeLanguageModel(Function<LanguageRequest, String> script) {
    this.script = Objects.requireNonNull(script, "script");
  }

  /**
   * Returns how often the model was called.
   *
   * @return the number of calls that got their reservation
   */
  public int calls() {
    return calls.get();
  }

  @Override
  public Cost estimate(LanguageRequest request) {
    long input = tokens(request.instructions()) + tokens(request.content());
    return new Cost(1, input + request.maxOutputTokens());
  }

  @Override
  public LanguageReply complete(LanguageRequest request, StageContext context)
      throws InterruptedException {
    long input = tokens(request.instructions()) + tokens(request.content());
    context.checkActive();
    try (CostMeter.Reservation reservation = context.costs().reserve(estimate(request))) {
      calls.incrementAndGet();
      for (ImageSource image : request.images()) {
        image.raster();
      }
      String json = script.apply(request);
      long output = Math.min(request.maxOutputTokens(), tokens(json));
      TokenUsage usage = new TokenUsage(input, output);
      Cost cost = new Cost(1, input + output);
      reservation.settle(cost);
      context.record(
          CallRecord.builder("fake", "fake-language-model")
              .promptVersion(request.promptVersion())
              .usage(usage)
              .cost(cost)
              .build());
      return new LanguageReply(json, usage, "fake-language-model");
    }
  }

  private static long tokens(String text) {
    return text.length() / CHARACTERS_A_TOKEN;
  }
}
