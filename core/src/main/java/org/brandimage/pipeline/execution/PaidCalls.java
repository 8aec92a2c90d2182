package org.brandimage.pipeline.execution;

import java.time.Duration;
import java.util.Set;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.BudgetExceededException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.ModelRetiredException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageContractException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.outpaint.Outpainting;
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
 *
 * <p>A picture whose call was interrupted after its cost was reserved is not bought again by a
 * later run on the same store, unless the stage has said that nothing was sent.
 */
public final class PaidCalls {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Set<Class<?>> PICTURES = Set.of(Outpainting.class, Cutout.class);

  /** A service that answers so has made no picture. */
  private static final Set<Class<? extends BrandImageException>> NOT_MADE =
      Set.of(
          AccessDeniedException.class,
          BudgetExceededException.class,
          ContentRejectedException.class,
          InvalidInputException.class,
          ModelRetiredException.class,
          ProviderThrottledException.class,
          ProviderUnavailableException.class,
          UnreadableImageException.class,
          UnsupportedInputException.class);

  /**
   * The method of a stage that does its work.
   *
   * @param <R> the request
   * @param <T> the result
   */
  @FunctionalInterface
  public interface Call<R, T> {
    /**
     * Does the work.
     *
     * @param request the request
     * @param context the context of the piece of work
     * @return the result
     * @throws InterruptedException when the run is cancelled
     */
    T make(R request, StageContext context) throws InterruptedException;
  }

  private record Purchase<R, T>(
      Object stage, ResultContract<R, T> contract, R request, RunContext context, Call<R, T> call) {
    T make(CostMeter costs) throws InterruptedException {
      return contract.require(stage, request, call.make(request, context.metered(costs)));
    }
  }

  private final ResultStore store;
  private final RunState state;
  private final @Nullable ResultStore runStore;

  /**
   * Creates the paid calls of one run.
   *
   * @param store where results of paid stages are kept
   * @param state the run
   * @param severalRounds whether results of free stages are kept for later rounds
   */
  public PaidCalls(ResultStore store, RunState state, boolean severalRounds) {
    this.store = store;
    this.state = state;
    this.runStore = severalRounds ? ResultStore.inMemory() : null;
  }

  /**
   * Returns the stored result of an equal request, or makes the call and stores its result.
   *
   * @param <R> the request
   * @param <T> the result
   * @param stage the implementation
   * @param contract what its result must be
   * @param request the request
   * @param context the context of the piece of work
   * @param call the stage's method
   * @return the result
   * @throws InterruptedException when the run is cancelled
   */
  public <R extends StageRequest, T> T getOrCall(
      Object stage, ResultContract<R, T> contract, R request, RunContext context, Call<R, T> call)
      throws InterruptedException {
    Purchase<R, T> purchase = new Purchase<>(stage, contract, request, context, call);
    ResultStore results = stage instanceof Priced ? store : runStore;
    if (results == null) {
      return purchase.make(context.costs());
    }
    String key = key(stage, request.fingerprint());
    while (true) {
      state.checkActive();
      Claim claim = results.claim(key);
      switch (claim.status()) {
        case DONE -> {
          T stored = contract.type().cast(claim.result().orElseThrow());
          return contract.require(stage, request, stored);
        }
        case NEW -> {
          return buy(results, key, purchase);
        }
        case IN_FLIGHT -> results.await(key, POLL);
        case UNKNOWN -> throw unknown();
      }
    }
  }

  private static UnknownOutcomeException unknown() {
    return new UnknownOutcomeException(
        "an equal paid request ended without a known outcome - look at the provider's bill, then"
            + " use a new result store or another seed",
        null,
        StageException.RetryInfo.once(false));
  }

  private static <T> T buy(ResultStore store, String key, Purchase<?, T> purchase)
      throws InterruptedException {
    CostMeter part = purchase.context.costs().part();
    @Nullable BrandImageException known = null;
    boolean done = false;
    try {
      T result = purchase.make(part);
      store.complete(key, result);
      done = true;
      return result;
    } catch (BrandImageException e) {
      known = e;
      throw e;
    } finally {
      if (!done) {
        boolean picture = PICTURES.contains(purchase.contract.type());
        store.abandon(key, picture ? outcome(known, part.mayHaveBought()) : Outcome.NOT_EXECUTED);
      }
    }
  }

  /**
   * What became of a picture that did not come. It may be asked for again only when it surely was
   * not made; an interruption, a deadline or a defect says nothing about that. A text costs little,
   * and equal questions are asked by many runs, so one is always asked again. So is a stage whose
   * result broke its contract, once it was mended.
   */
  private static Outcome outcome(@Nullable BrandImageException known, boolean mayBeBought) {
    boolean unknown =
        known instanceof UnknownOutcomeException
            || (mayBeBought && !surelyNotMade(known) && !(known instanceof StageContractException));
    return unknown ? Outcome.UNKNOWN : Outcome.NOT_EXECUTED;
  }

  private static boolean surelyNotMade(@Nullable BrandImageException known) {
    return known != null && NOT_MADE.stream().anyMatch(type -> type.isInstance(known));
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
