package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.brandimage.bedrock.gateway.Failure.Outcome;
import org.brandimage.bedrock.wire.ModelCall;
import org.brandimage.bedrock.wire.ModelCall.Bill;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.CostMeter.Reservation;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeResponse;

/**
 * The connection to Amazon Bedrock that all stages share, and the only place where a call is
 * repeated. Use one for all stages of an account: it limits the rate of each model. Thread-safe.
 *
 * <ul>
 *   <li>Refused as throttled or unavailable (429, 503) or never sent: repeated as the {@link
 *       RetryPolicy} says.
 *   <li>Outcome unknown (a read time-out, a reset, 408, 424, 5xx): a picture is not bought again,
 *       the caller gets an {@link UnknownOutcomeException}; a call to a language model or an
 *       embedder is sent up to three times.
 *   <li>All else is refused for good and comes as a typed error with the service's request id.
 * </ul>
 *
 * <p>Each request is reserved on the run's cost meter before it is sent and settled after it; one
 * whose outcome is unknown is booked with its full estimate. An interruption ends waiting at once;
 * a request under way ends with its reply or its time-out, and is booked too. Messages and logs
 * hold no prompt, no pixel and no credential.
 */
public final class BedrockGateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BedrockGateway.class);
  private static final int TEXT_PURCHASES = 3;
  private static final Duration SHORTEST_CALL = Duration.ofMillis(1);

  private final BedrockClient client;
  private final GatewaySettings settings;
  private final ConcurrentHashMap<String, AdaptiveRateLimiter> limiters = new ConcurrentHashMap<>();
  private volatile boolean closed;

  BedrockGateway(BedrockClient client, GatewaySettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * Starts a gateway.
   *
   * @return a builder with the documented defaults
   */
  public static GatewayBuilder builder() {
    return new GatewayBuilder();
  }

  /**
   * Returns the prices calls are estimated and settled with.
   *
   * @return the table
   */
  public BedrockPrices prices() {
    return settings.prices();
  }

  /** Closes the client if the gateway created it; does nothing when called again. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      client.closeIfOwned();
    }
  }

  /**
   * Refuses a caller's client that would buy pictures twice by itself.
   *
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the client may repeat a
   *     call
   */
  public void requireSafeForImages() {
    client.requireSafeForImages();
  }

  /**
   * Makes a call, for the stages of this module: reserved, sent, billed and read.
   *
   * @param call the call
   * @param context the run, whose meter, deadline and cancellation apply
   * @param <R> the SDK's response
   * @param <T> what is read from it
   * @return what was read from the reply
   * @throws InterruptedException when cancelled
   */
  public <R extends BedrockRuntimeResponse, T> T call(ModelCall<R, T> call, StageContext context)
      throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("the gateway is closed");
    }
    context.checkActive();
    CallProgress progress = new CallProgress(settings.clock().nanoTime());
    while (true) {
      try (Reservation reservation = context.costs().reserve(call.most())) {
        progress.purchases++;
        R response = sentOrCancelled(call, context, progress, reservation);
        Bill bill = call.biller().bill(response);
        reservation.settle(bill.cost());
        context.record(record(call, progress, bill, requestId(response)));
        return call.reader().read(response);
      } catch (UnknownOutcomeException e) {
        requireAnotherPurchase(call, progress, e);
      } catch (MalformedReplyException e) {
        requireAnotherTextCall(call, progress, e);
      }
    }
  }

  /** Cancels the reservation when nothing was executed, so that a later run may buy the picture. */
  private <R extends BedrockRuntimeResponse> R sentOrCancelled(
      ModelCall<R, ?> call, StageContext context, CallProgress progress, Reservation reservation)
      throws InterruptedException {
    try {
      return sent(call, context, progress, reservation);
    } finally {
      if (!progress.mayBeExecuted) {
        reservation.cancel();
      }
    }
  }

  /** Sends until the request is executed, or surely never will be. */
  private <R extends BedrockRuntimeResponse> R sent(
      ModelCall<R, ?> call, StageContext context, CallProgress progress, Reservation reservation)
      throws InterruptedException {
    AdaptiveRateLimiter limiter = limiters.computeIfAbsent(call.model(), settings::limiter);
    while (true) {
      long turn = awaitTurn(limiter, call, context, progress);
      progress.attempts++;
      progress.mayBeExecuted = true;
      Failure failure;
      try {
        R response = call.sender().send(client.client(), limits(context));
        limiter.succeeded();
        return response;
      } catch (AbortedException e) {
        throw interrupted(call, reservation);
      } catch (SdkException e) {
        if (Thread.interrupted()) {
          throw interrupted(call, reservation);
        }
        failure = ErrorMapping.of(e, call, progress.attempts);
      }
      log.debug("{} attempt {}: {}", call.model(), progress.attempts, failure.outcome());
      progress.mayBeExecuted = failure.outcome() == Outcome.UNKNOWN;
      if (failure.outcome() == Outcome.NOT_EXECUTED) {
        limiter.refused(turn);
        progress.last = failure.error();
        if (progress.attempts < settings.retries().maxAttempts()
            && progress.attempts < failure.mostAttempts()) {
          continue;
        }
      } else if (failure.outcome() == Outcome.UNKNOWN) {
        book(call, context, progress, reservation);
      }
      throw failure.error();
    }
  }

  private long awaitTurn(
      AdaptiveRateLimiter limiter,
      ModelCall<?, ?> call,
      StageContext context,
      CallProgress progress)
      throws InterruptedException {
    long waited = settings.clock().nanoTime() - progress.start;
    Duration longestWait = settings.retries().longestWait().minusNanos(waited);
    return limiter
        .await(call.tokens(), longestWait, context)
        .orElseThrow(() -> progress.waitedTooLong(call.model(), settings.retries().longestWait()));
  }

  private Consumer<AwsRequestOverrideConfiguration.Builder> limits(StageContext context) {
    Duration limit =
        context
            .remaining()
            .filter(left -> left.compareTo(settings.callTimeout()) < 0)
            .orElse(settings.callTimeout());
    Duration positive = limit.compareTo(SHORTEST_CALL) < 0 ? SHORTEST_CALL : limit;
    return config -> config.apiCallTimeout(positive).apiCallAttemptTimeout(positive);
  }

  /** An interrupted request may be executed all the same, so its cost is booked. */
  private static InterruptedException interrupted(ModelCall<?, ?> call, Reservation reservation) {
    reservation.settle(call.most());
    return new InterruptedException("a call to " + call.model() + " was interrupted");
  }

  private static void book(
      ModelCall<?, ?> call, StageContext context, CallProgress progress, Reservation reservation) {
    reservation.settle(call.most());
    CallRecord.Builder record =
        CallRecord.builder("bedrock", call.model())
            .promptVersion(call.notes().promptVersion())
            .parameter("outcome", "unknown")
            .cost(call.most())
            .attempts(progress.attempts);
    context.record(record.build());
  }

  private void requireAnotherPurchase(
      ModelCall<?, ?> call, CallProgress progress, UnknownOutcomeException e) {
    boolean again = call.kind() == ModelCall.Kind.TEXT || settings.retries().repeatUnknown();
    if (!again || progress.purchases >= TEXT_PURCHASES) {
      throw e;
    }
  }

  private static void requireAnotherTextCall(
      ModelCall<?, ?> call, CallProgress progress, MalformedReplyException e) {
    if (call.kind() != ModelCall.Kind.TEXT || progress.purchases >= TEXT_PURCHASES) {
      throw e;
    }
  }

  private CallRecord record(
      ModelCall<?, ?> call, CallProgress progress, Bill bill, String requestId) {
    CallRecord.Builder record =
        CallRecord.builder("bedrock", call.model())
            .promptVersion(call.notes().promptVersion())
            .usage(bill.usage())
            .cost(bill.cost())
            .elapsed(Duration.ofNanos(settings.clock().nanoTime() - progress.start))
            .attempts(progress.attempts)
            .requestId(requestId);
    call.notes().parameters().forEach(record::parameter);
    return record.build();
  }

  private static String requestId(BedrockRuntimeResponse response) {
    String id =
        response.responseMetadata() == null ? null : response.responseMetadata().requestId();
    return id == null || id.equals("UNKNOWN") ? "" : id;
  }
}
