package org.brandimage.bedrock.gateway;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.brandimage.spi.context.StageContext;
import org.jspecify.annotations.Nullable;

/**
 * A rate limiter for the requests to one model: the account's quota, and a pause that grows while
 * the model refuses. During a pause one caller probes and the others wait. Thread-safe.
 */
final class AdaptiveRateLimiter {
  private static final Duration SLICE = Duration.ofMillis(500);
  private static final double JITTER = 0.2;

  private final RetryPolicy policy;
  private final GatewayClock clock;
  private final @Nullable Bucket requests;
  private final @Nullable Bucket tokens;
  private final long tokenCapacity;
  private long pause;
  private long nextTurn;
  private long lastRefusal = Long.MIN_VALUE;

  AdaptiveRateLimiter(@Nullable RateLimit limit, RetryPolicy policy, GatewayClock clock) {
    this.policy = policy;
    this.clock = clock;
    this.requests = limit == null ? null : bucket(limit.requestsPerMinute(), clock);
    long perMinute = limit == null ? Long.MAX_VALUE : limit.tokensPerMinute();
    this.tokenCapacity = perMinute;
    this.tokens = perMinute == Long.MAX_VALUE ? null : bucket(perMinute, clock);
  }

  /**
   * Waits for a turn.
   *
   * @param estimate tokens the request may use
   * @param longestWait how long to wait at most
   * @param context the run, whose cancellation and deadline end the wait
   * @return when the turn came, to be given back to {@link #refused}; empty when it would come too
   *     late
   */
  OptionalLong await(long estimate, Duration longestWait, StageContext context)
      throws InterruptedException {
    long start = clock.nanoTime();
    while (true) {
      context.checkActive();
      long now = clock.nanoTime();
      long wait = takeTurn(now, estimate);
      if (wait <= 0) {
        return OptionalLong.of(now);
      }
      if (now - start + wait > longestWait.toNanos()) {
        return OptionalLong.empty();
      }
      clock.sleep(Duration.ofNanos(Math.min(wait, SLICE.toNanos())));
    }
  }

  /** Notes that a request was refused; one sent before the last refusal is ignored. */
  synchronized void refused(long sentAt) {
    if (sentAt < lastRefusal) {
      return;
    }
    long now = clock.nanoTime();
    long doubled = pause == 0 ? policy.firstPause().toNanos() : pause * 2;
    pause = Math.min(doubled, policy.longestPause().toNanos());
    lastRefusal = now;
    nextTurn = now + jittered(pause);
  }

  /** Notes that a request got through: the pause is halved, and ends below its first length. */
  synchronized void succeeded() {
    if (pause > 0) {
      long halved = pause / 2;
      pause = halved < policy.firstPause().toNanos() ? 0 : halved;
      nextTurn = Math.min(nextTurn, clock.nanoTime() + pause);
    }
  }

  private synchronized long takeTurn(long now, long estimate) {
    if (pause > 0 && now < nextTurn) {
      return nextTurn - now;
    }
    long wait = take(requests, 1);
    if (wait > 0) {
      return wait;
    }
    wait = take(tokens, Math.min(tokenCapacity, estimate));
    if (wait > 0) {
      if (requests != null) {
        requests.addTokens(1);
      }
      return wait;
    }
    nextTurn = now + jittered(pause);
    return 0;
  }

  private static long take(@Nullable Bucket bucket, long amount) {
    if (bucket == null || amount < 1) {
      return 0;
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(amount);
    return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
  }

  private static Bucket bucket(long perMinute, GatewayClock clock) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build())
        .withCustomTimePrecision(new Meter(clock))
        .build();
  }

  /** Several processes that share an account must not probe at the same moment. */
  private static long jittered(long nanos) {
    return Math.round(nanos * (1 + JITTER * (ThreadLocalRandom.current().nextDouble() - 0.5)));
  }

  private record Meter(GatewayClock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.nanoTime();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
