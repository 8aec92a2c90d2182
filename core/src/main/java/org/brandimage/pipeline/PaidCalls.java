package org.brandimage.pipeline;

import java.time.Duration;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.ResultStore.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The rule that what costs money is bought once: calls of a {@link Priced} stage go through the
 * result store under a key of stage, request and seed. Free stages are simply called, unless the
 * run may have several rounds: then they go through a store of the run's own, so that a later round
 * does again only what a refinement has changed.
 */
final class PaidCalls {
  private static final Duration POLL = Duration.ofMillis(200);

  /** A call of a stage. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws InterruptedException;
  }

  private final ResultStore store;
  private final RunState state;
  private final @Nullable ResultStore ofTheRun;

  PaidCalls(ResultStore store, RunState state, boolean severalRounds) {
    this.store = store;
    this.state = state;
    this.ofTheRun = severalRounds ? ResultStore.inMemory() : null;
  }

  /** Returns the stored result of an equal request, or makes the call and stores its result. */
  <T> T once(Object stage, Class<T> type, String request, Call<T> call)
      throws InterruptedException {
    ResultStore shelf = stage instanceof Priced ? store : ofTheRun;
    if (shelf == null) {
      return call.make();
    }
    String key = key(stage, request);
    while (true) {
      state.checkActive();
      Claim claim = shelf.claim(key);
      switch (claim.status()) {
        case DONE -> {
          return type.cast(claim.result().orElseThrow());
        }
        case NEW -> {
          return buy(shelf, key, call);
        }
        case IN_FLIGHT -> shelf.await(key, POLL);
        case UNKNOWN -> throw unknown();
      }
    }
  }

  private static UnknownOutcomeException unknown() {
    return new UnknownOutcomeException(
        "an equal paid request ended without a known outcome - look at the provider's bill, then"
            + " use a new result store or another seed",
        null,
        StageException.Attempt.once(false));
  }

  private static <T> T buy(ResultStore shelf, String key, Call<T> call)
      throws InterruptedException {
    boolean settled = false;
    try {
      T result = call.make();
      shelf.complete(key, result);
      settled = true;
      return result;
    } catch (UnknownOutcomeException e) {
      shelf.abandon(key, Outcome.UNKNOWN);
      settled = true;
      throw e;
    } finally {
      if (!settled) {
        shelf.abandon(key, Outcome.NOT_EXECUTED);
      }
    }
  }

  private static String key(Object stage, String request) {
    StageIdentity identity = StageIdentity.of(stage);
    return Fingerprint.of("paid-call")
        .add(identity.name())
        .add(identity.version())
        .add(identity.model())
        .add(request)
        .toHex();
  }
}
