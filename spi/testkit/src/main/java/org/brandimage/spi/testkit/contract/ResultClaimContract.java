package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimRequest.Kind;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.ResultStore.Completion;
import org.brandimage.spi.result.ResultStore.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The rules S1 to S10 of a {@link ResultStore}: claims and waiting. {@link ResultStoreContract}
 * adds the others; extend that one.
 */
public abstract class ResultClaimContract {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration WAKING = Duration.ofSeconds(5);
  private static final List<String> ENDINGS = List.of("complete", "not executed", "unknown");
  private static final int THREADS = 8;

  private @Nullable ResultStore store;

  /** For subclasses. */
  protected ResultClaimContract() {}

  /**
   * Makes the store under test.
   *
   * @return an empty store
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract ResultStore resultStore() throws Exception;

  /**
   * Makes a second store over what a first one has kept, as a new process would.
   *
   * @param store the first store, still open, as after a crash
   * @return the second store, or empty when results do not outlive their store
   * @throws Exception when it cannot be made; the test fails then
   */
  protected Optional<ResultStore> reopened(ResultStore store) throws Exception {
    return Optional.empty();
  }

  /**
   * Makes a second store over the place of a first one that is in use, as another process would.
   *
   * @param store the first store
   * @return the second store, or empty when there is no place to share
   * @throws org.brandimage.spi.error.ResultStoreException when the place takes one store at a time
   * @throws Exception when it cannot be made; the test fails then
   */
  protected Optional<ResultStore> second(ResultStore store) throws Exception {
    return Optional.empty();
  }

  /**
   * Returns a result that the store can hold.
   *
   * @param number which one; equal numbers give equal results, others differ
   * @return an immutable value with {@code equals}; a {@link Ranking} unless overridden
   */
  protected Object result(int number) {
    return new Ranking(List.of(new RankedImage("c" + number, number, Map.of())));
  }

  /** Makes the store under test. */
  @BeforeEach
  final void createStore() throws Exception {
    store = resultStore();
  }

  /** Closes the store under test if it can be closed. */
  @AfterEach
  final void closeStore() throws Exception {
    Thread.interrupted();
    if (store instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  /** If this fails, write the claim down before answering. */
  @Test
  @DisplayName("S1 the first claim of a key is NEW, the next is IN_FLIGHT")
  public final void s1_newKey_isClaimedOnce() {
    assertThat(claim("k").status()).isEqualTo(Status.NEW);
    assertThat(claim("k").status()).isEqualTo(Status.IN_FLIGHT);
    assertThat(claim("other").status()).isEqualTo(Status.NEW);
  }

  /** If this fails, look at how results are written and read. */
  @Test
  @DisplayName("S2 a completed key is DONE and gives its own result with its bill")
  public final void s2_completedKey_givesItsResult() {
    complete("k", 1);
    complete("other", 2);
    for (int round = 0; round < 2; round++) {
      Claim claim = claim("k");
      assertThat(claim.status()).isEqualTo(Status.DONE);
      requireResult(claim, 1);
      requireResult(claim("other"), 2);
    }
  }

  /** If this fails, forget the key. */
  @Test
  @DisplayName("S3 a key abandoned as not executed can be claimed anew, once")
  public final void s3_notExecutedKey_isNewAgain() {
    ClaimToken first = granted("k");
    store().abandon(first, Outcome.NOT_EXECUTED);
    ClaimToken second = granted("k");
    assertThat(second.number()).isGreaterThan(first.number());
    assertThat(claim("k").status()).isEqualTo(Status.IN_FLIGHT);
    store().complete(second, paid(1));
    requireResult(claim("k"), 1);
  }

  /** If this fails, someone may pay twice: keep the key as UNKNOWN. */
  @Test
  @DisplayName("S4 a key abandoned as unknown stays UNKNOWN")
  public final void s4_unknownKey_staysUnknown() {
    store().abandon(granted("k"), Outcome.UNKNOWN);
    assertThat(claim("k").status()).isEqualTo(Status.UNKNOWN);
    assertThat(claim("k").status()).isEqualTo(Status.UNKNOWN);
    assertThat(claim("k").result()).isEmpty();
  }

  /** If this fails, compare the token with those given out before changing anything. */
  @Test
  @DisplayName("S5 only a token that was given out can complete or abandon")
  public final void s5_foreignToken_throwsIllegalArgumentException() {
    complete("done", 1);
    ClaimToken held = granted("held");
    for (String key : List.of("never", "done", "held")) {
      ClaimToken foreign = new ClaimToken(key, Long.MAX_VALUE);
      assertThatExceptionOfType(IllegalArgumentException.class)
          .as("complete %s", key)
          .isThrownBy(() -> store().complete(foreign, paid(2)));
      assertThatExceptionOfType(IllegalArgumentException.class)
          .as("abandon %s", key)
          .isThrownBy(() -> store().abandon(foreign, Outcome.NOT_EXECUTED));
    }
    requireResult(claim("done"), 1);
    assertThat(claim("never").status()).isEqualTo(Status.NEW);
    assertThat(store().complete(held, paid(3))).isEqualTo(Completion.STORED);
  }

  /** If this fails, claim atomically. */
  @Test
  @DisplayName("S6 however many ask for a key, one carries it out and all get its result")
  public final void s6_manyThreads_makeOneCall() throws Exception {
    for (int round = 0; round < 20; round++) {
      String key = "k" + round;
      AtomicInteger calls = new AtomicInteger();
      List<Object> results = Crowd.ask(THREADS, LONG, () -> resultOf(key, calls));
      assertThat(calls).hasValue(1);
      assertThat(results).containsOnly(result(1));
    }
  }

  /** If this fails, wake the waiting in complete and in abandon. */
  @Test
  @DisplayName("S7 those who wait wake when the key is completed or abandoned")
  public final void s7_waitingThread_wakes() throws Exception {
    for (int round = 0; round < ENDINGS.size(); round++) {
      String key = "k" + round;
      int ending = round;
      ClaimToken token = granted(key);
      boolean woken =
          Crowd.wakes(
              () -> {
                store().await(key, LONG);
                return key;
              },
              () -> end(token, ending),
              WAKING);
      assertThat(woken).as("woken by %s", ENDINGS.get(ending)).isTrue();
      assertThat(claim(key).status()).isNotEqualTo(Status.IN_FLIGHT);
    }
  }

  /** If this fails, wait only while the key is in flight, and only for the time given. */
  @Test
  @DisplayName("S8 waiting ends when there is nothing to wait for or the time is over")
  public final void s8_waiting_endsAtTheLatestWithItsTime() {
    complete("done", 1);
    assertThatCode(() -> store().await("done", Duration.ofDays(1))).doesNotThrowAnyException();
    assertThatCode(() -> store().await("never", Duration.ofDays(1))).doesNotThrowAnyException();
    granted("k");
    assertThatCode(() -> store().await("k", Duration.ZERO)).doesNotThrowAnyException();
    assertThatCode(() -> store().await("k", Duration.ofMillis(5))).doesNotThrowAnyException();
    assertThat(claim("k").status()).isEqualTo(Status.IN_FLIGHT);
  }

  /** If this fails, let InterruptedException through. */
  @Test
  @DisplayName("S9 an interrupted thread stops waiting")
  public final void s9_interruptedThread_stopsWaiting() {
    granted("k");
    Interruption.endsSoon(
        "interrupted thread",
        () -> {
          Thread.currentThread().interrupt();
          store().await("k", LONG);
        });
  }

  /** If this fails, look for a missing {@code Objects.requireNonNull}. */
  @Test
  @DisplayName("S10 a missing argument is a NullPointerException and changes nothing")
  public final void s10_nullArgument_throwsNullPointerException() {
    ClaimToken token = granted("k");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> store().claim(StageContract.<ClaimRequest>absent()));
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> store().complete(token, StageContract.<PaidResult>absent()));
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> store().abandon(token, StageContract.<Outcome>absent()));
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> store().find(StageContract.<String>absent()));
    assertThat(claim("k").status()).isEqualTo(Status.IN_FLIGHT);
  }

  /** Returns the store under test. */
  final ResultStore store() {
    return Objects.requireNonNull(store, "store");
  }

  /** Claims a key for a picture. */
  final Claim claim(String key) {
    return store().claim(request(key).build());
  }

  /** Claims a key that is free. */
  final ClaimToken granted(String key) {
    return claim(key).token().orElseThrow(() -> new AssertionError("not granted: " + key));
  }

  /** Returns the request of a picture, in the name of a tenant. */
  static ClaimRequest.Builder request(String key) {
    return ClaimRequest.builder(key, StageId.OUTPAINT, Kind.PICTURE)
        .estimate(new Cost(1, 40_000))
        .tenant("acme");
  }

  /** Returns a result with its bill. */
  final PaidResult paid(int number) {
    CallRecord call =
        CallRecord.builder("provider", "model")
            .cost(new Cost(1, number))
            .parameter("number", number)
            .elapsed(Duration.ofMillis(1500))
            .requestId("r" + number)
            .build();
    return PaidResult.of(
        result(number),
        new Cost(1, number),
        List.of(call),
        Instant.parse("2026-11-30T10:15:30.123Z").plusSeconds(number));
  }

  /** Requires a result as it was paid for. */
  final void requireResult(Claim claim, int number) {
    requireResult(claim.result().orElse(null), number);
  }

  /** Requires a result as it was paid for. */
  final void requireResult(@Nullable PaidResult found, int number) {
    PaidResult expected = paid(number);
    PaidResult actual = Objects.requireNonNull(found, () -> "no result " + number);
    assertThat(actual.value()).isEqualTo(expected.value());
    assertThat(actual.cost()).isEqualTo(expected.cost());
    assertThat(actual.paidAt()).isEqualTo(expected.paidAt());
    assertThat(actual.calls()).hasSameSizeAs(expected.calls());
    assertThat(actual.calls().get(0)).usingRecursiveComparison().isEqualTo(expected.calls().get(0));
  }

  /** Claims and completes a key. */
  final void complete(String key, int number) {
    assertThat(store().complete(granted(key), paid(number))).isEqualTo(Completion.STORED);
  }

  private void end(ClaimToken token, int ending) {
    if (ending == 0) {
      store().complete(token, paid(1));
    } else {
      store().abandon(token, ending == 1 ? Outcome.NOT_EXECUTED : Outcome.UNKNOWN);
    }
  }

  private Object resultOf(String key, AtomicInteger calls) throws InterruptedException {
    Claim claim = claim(key);
    while (claim.status() == Status.IN_FLIGHT) {
      store().await(key, LONG);
      claim = claim(key);
    }
    if (claim.status() == Status.NEW) {
      calls.incrementAndGet();
      store().complete(claim.token().orElseThrow(), paid(1));
      return result(1);
    }
    return claim.result().orElseThrow().value();
  }
}
