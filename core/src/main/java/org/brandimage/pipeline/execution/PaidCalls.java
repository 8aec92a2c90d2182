package org.brandimage.pipeline.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.BudgetExceededException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.ModelRetiredException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.error.StageContractException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimRequest.Kind;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Refusal;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.ResultStore.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The rule that what costs money is bought once: calls of a {@link Priced} stage that may cost
 * anything go through the result store under a key of stage, request and seed. Free stages are
 * simply called, unless the run may have several rounds: then they go through a store of the run's
 * own, so that a later round does again only what a refinement has changed.
 *
 * <p>A picture whose call was interrupted after its cost was reserved is not bought again by a
 * later run on the same store, unless the stage has said that nothing was sent.
 */
public final class PaidCalls {
  private static final Duration POLL = Duration.ofMillis(200);

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

  private final ResultStore store;
  private final RunState state;
  private final String tenant;
  private final Consumer<Warning> warnings;
  private final @Nullable ResultStore runStore;

  /** Keys whose bill this run has paid or taken note of. */
  private final Set<String> billed = ConcurrentHashMap.newKeySet();

  /**
   * Creates the paid calls of one run.
   *
   * @param store where results of paid stages are kept
   * @param state the run
   * @param tenant on whose behalf it pays; results are never shared between tenants
   * @param severalRounds whether results of free stages are kept for later rounds
   * @param warnings takes what did not stop the run, on any thread
   */
  public PaidCalls(
      ResultStore store,
      RunState state,
      String tenant,
      boolean severalRounds,
      Consumer<Warning> warnings) {
    this.store = store;
    this.state = state;
    this.tenant = tenant;
    this.warnings = warnings;
    this.runStore = severalRounds ? ResultStore.inMemory() : null;
  }

  /**
   * Returns the stored result of an equal request, or makes the call and stores its result. The
   * bill of a result that was paid for before this run is added to the run's journal, marked as
   * reused.
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
    ResultStore results = purchase.estimate().equals(Cost.NONE) ? runStore : store;
    if (results == null) {
      return contract.require(stage, request, call.make(request, context));
    }
    ClaimRequest wanted = purchase.claim(tenant);
    while (true) {
      state.checkActive();
      Claim claim = results.claim(wanted);
      switch (claim.status()) {
        case DONE -> {
          return reused(wanted.key(), purchase, claim.result().orElseThrow());
        }
        case NEW -> {
          return buy(results, claim.token().orElseThrow(), purchase);
        }
        case IN_FLIGHT -> results.await(wanted.key(), POLL);
        case UNKNOWN -> throw unknown(wanted.key(), "ended without a known outcome");
        case GIVEN_UP ->
            throw unknown(wanted.key(), "ended without a known outcome and was given up");
      }
    }
  }

  private <T> T reused(String key, Purchase<?, T> purchase, PaidResult stored) {
    if (billed.add(key)) {
      state.reuse(stored);
    }
    if (stored.value() instanceof Refusal refusal) {
      throw refusal.toException();
    }
    return purchase.require(purchase.contract.type().cast(stored.value()));
  }

  private static UnknownOutcomeException unknown(String key, String what) {
    return new UnknownOutcomeException(
        "an equal paid request "
            + what
            + " - look at the provider's bill, then decide about key "
            + key
            + " with ResultStore.resolve",
        null,
        StageException.RetryInfo.once(false));
  }

  private <T> T buy(ResultStore results, ClaimToken token, Purchase<?, T> purchase)
      throws InterruptedException {
    CostMeter part = purchase.context.costs().part();
    List<CallRecord> calls = Collections.synchronizedList(new ArrayList<>());
    @Nullable BrandImageException known = null;
    @Nullable Object result = null;
    try {
      T made = purchase.make(part, calls);
      result = made;
      return made;
    } catch (BrandImageException e) {
      known = e;
      result = Refusal.of(e).orElse(null);
      throw e;
    } finally {
      if (result == null) {
        results.abandon(token, outcome(purchase.contract, known, part.mayHaveBought()));
      } else {
        Instant now = state.clock().instant();
        keep(results, purchase.contract, token, PaidResult.of(result, part.spent(), calls, now));
      }
    }
  }

  /** Keeps a result. It was paid for, so a store that fails now costs the run nothing more. */
  private void keep(
      ResultStore results, ResultContract<?, ?> contract, ClaimToken token, PaidResult paid) {
    billed.add(token.key());
    try {
      results.complete(token, paid);
    } catch (ResultStoreException e) {
      warnings.accept(
          new Warning(
              "a paid result could not be kept and may be bought again",
              "result store",
              String.valueOf(e.getMessage())));
      boolean picture = contract.kind() == Kind.PICTURE;
      results.abandon(token, picture ? Outcome.UNKNOWN : Outcome.NOT_EXECUTED);
    }
  }

  /**
   * Returns what became of a result that did not come. A picture may be asked for again only when
   * it surely was not made; an interruption, a deadline or a defect says nothing about that. A text
   * costs little, and equal questions are asked by many runs, so one is always asked again. So is a
   * stage whose result broke its contract, once it was mended.
   */
  private static Outcome outcome(
      ResultContract<?, ?> contract, @Nullable BrandImageException known, boolean mayBeBought) {
    boolean unknown =
        known instanceof UnknownOutcomeException
            || (mayBeBought && !surelyNotMade(known) && !(known instanceof StageContractException));
    return unknown && contract.kind() == Kind.PICTURE ? Outcome.UNKNOWN : Outcome.NOT_EXECUTED;
  }

  private static boolean surelyNotMade(@Nullable BrandImageException known) {
    return known != null && NOT_MADE.stream().anyMatch(type -> type.isInstance(known));
  }

  private record Purchase<R extends StageRequest, T>(
      Object stage, ResultContract<R, T> contract, R request, RunContext context, Call<R, T> call) {
    ClaimRequest claim(String tenant) {
      StageIdentity identity = StageIdentity.of(stage);
      String key =
          Fingerprint.of("paid-call")
              .add(tenant)
              .add(identity.name())
              .add(identity.version())
              .add(identity.model())
              .add(request.fingerprint())
              .toHex();
      return ClaimRequest.builder(key, contract.id(), contract.kind())
          .estimate(estimate())
          .tenant(tenant)
          .build();
    }

    @SuppressWarnings("unchecked") // A stage is priced by its own requests.
    private Cost estimate() {
      return stage instanceof Priced ? ((Priced<R>) stage).estimate(request) : Cost.NONE;
    }

    T make(CostMeter costs, List<CallRecord> calls) throws InterruptedException {
      return require(call.make(request, context.metered(costs, calls)));
    }

    T require(@Nullable T result) {
      return contract.require(stage, request, result);
    }
  }
}
