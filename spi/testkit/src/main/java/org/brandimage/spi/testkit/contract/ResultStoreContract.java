package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.ResultStore.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link ResultStore}: extend it and say how to make yours. */
public abstract class ResultStoreContract {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration WAKING = Duration.ofSeconds(5);
  private static final List<String> ENDINGS = List.of("complete", "not executed", "unknown");
  private static final int THREADS = 8;

  private @Nullable ResultStore store;

  /** For subclasses. */
  protected ResultStoreContract() {}

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
    assertThat(store().claim("k").status()).isEqualTo(Status.NEW);
    assertThat(store().claim("k").status()).isEqualTo(Status.IN_FLIGHT);
    assertThat(store().claim("other").status()).isEqualTo(Status.NEW);
  }

  /** If this fails, look at how results are written and read. */
  @Test
  @DisplayName("S2 a completed key is DONE and gives its own result")
  public final void s2_completedKey_givesItsResult() {
    complete("k", 1);
    complete("other", 2);
    for (int round = 0; round < 2; round++) {
      Claim claim = store().claim("k");
      assertThat(claim.status()).isEqualTo(Status.DONE);
      assertThat(claim.result()).contains(result(1));
      assertThat(store().claim("other").result()).contains(result(2));
    }
  }

  /** If this fails, forget the key. */
  @Test
  @DisplayName("S3 a key abandoned as not executed can be claimed anew, once")
  public final void s3_notExecutedKey_isNewAgain() {
    store().claim("k");
    store().abandon("k", Outcome.NOT_EXECUTED);
    assertThat(store().claim("k").status()).isEqualTo(Status.NEW);
    assertThat(store().claim("k").status()).isEqualTo(Status.IN_FLIGHT);
    store().complete("k", result(1));
    assertThat(store().claim("k").result()).contains(result(1));
  }

  /** If this fails, someone may pay twice: keep the key as UNKNOWN. */
  @Test
  @DisplayName("S4 a key abandoned as unknown stays UNKNOWN")
  public final void s4_unknownKey_staysUnknown() {
    store().claim("k");
    store().abandon("k", Outcome.UNKNOWN);
    assertThat(store().claim("k").status()).isEqualTo(Status.UNKNOWN);
    assertThat(store().claim("k").status()).isEqualTo(Status.UNKNOWN);
    assertThat(store().claim("k").result()).isEmpty();
  }

  /** If this fails, ask for the key's state before changing it. */
  @Test
  @DisplayName("S5 only a claimed key can be completed or abandoned")
  public final void s5_unclaimedKey_throwsIllegalStateException() {
    complete("done", 1);
    store().claim("unknown");
    store().abandon("unknown", Outcome.UNKNOWN);
    store().claim("free");
    store().abandon("free", Outcome.NOT_EXECUTED);
    for (String key : List.of("never", "done", "unknown", "free")) {
      assertThatExceptionOfType(IllegalStateException.class)
          .as("complete %s", key)
          .isThrownBy(() -> store().complete(key, result(2)));
      assertThatExceptionOfType(IllegalStateException.class)
          .as("abandon %s", key)
          .isThrownBy(() -> store().abandon(key, Outcome.NOT_EXECUTED));
    }
    assertThat(store().claim("done").result()).contains(result(1));
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
      store().claim(key);
      boolean woken =
          Crowd.wakes(
              () -> {
                store().await(key, LONG);
                return key;
              },
              () -> end(key, ending),
              WAKING);
      assertThat(woken).as("woken by %s", ENDINGS.get(ending)).isTrue();
      assertThat(store().claim(key).status()).isNotEqualTo(Status.IN_FLIGHT);
    }
  }

  /** If this fails, wait only while the key is in flight, and only for the time given. */
  @Test
  @DisplayName("S8 waiting ends when there is nothing to wait for or the time is over")
  public final void s8_waiting_endsAtTheLatestWithItsTime() {
    complete("done", 1);
    assertThatCode(() -> store().await("done", Duration.ofDays(1))).doesNotThrowAnyException();
    assertThatCode(() -> store().await("never", Duration.ofDays(1))).doesNotThrowAnyException();
    store().claim("k");
    assertThatCode(() -> store().await("k", Duration.ZERO)).doesNotThrowAnyException();
    assertThatCode(() -> store().await("k", Duration.ofMillis(5))).doesNotThrowAnyException();
    assertThat(store().claim("k").status()).isEqualTo(Status.IN_FLIGHT);
  }

  /** If this fails, let InterruptedException through. */
  @Test
  @DisplayName("S9 an interrupted thread stops waiting")
  public final void s9_interruptedThread_stopsWaiting() {
    store().claim("k");
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
    store().claim("k");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> store().claim(StageContract.<String>absent()));
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> store().complete("k", StageContract.absent()));
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> store().abandon("k", StageContract.<Outcome>absent()));
    assertThat(store().claim("k").status()).isEqualTo(Status.IN_FLIGHT);
  }

  /** If this fails, write results through, and read a claim that was not ended as UNKNOWN. */
  @Test
  @DisplayName("S11 a durable store finds results again, and lost claims as UNKNOWN")
  public final void s11_reopenedStore_knowsWhatWasPaidFor() throws Exception {
    complete("done", 1);
    store().claim("lost");
    store().claim("free");
    store().abandon("free", Outcome.NOT_EXECUTED);
    Optional<ResultStore> second = reopened(store());
    assumeTrue(second.isPresent(), "not durable");
    ResultStore reopened = second.get();
    assertThat(reopened.claim("done").result()).contains(result(1));
    assertThat(reopened.claim("lost").status()).isEqualTo(Status.UNKNOWN);
    assertThat(reopened.claim("free").status()).isEqualTo(Status.NEW);
    if (reopened instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  private ResultStore store() {
    return Objects.requireNonNull(store, "store");
  }

  private void complete(String key, int number) {
    store().claim(key);
    store().complete(key, result(number));
  }

  private void end(String key, int ending) {
    if (ending == 0) {
      store().complete(key, result(1));
    } else {
      store().abandon(key, ending == 1 ? Outcome.NOT_EXECUTED : Outcome.UNKNOWN);
    }
  }

  private Object resultOf(String key, AtomicInteger calls) throws InterruptedException {
    Claim claim = store().claim(key);
    while (claim.status() == Status.IN_FLIGHT) {
      store().await(key, LONG);
      claim = store().claim(key);
    }
    if (claim.status() == Status.NEW) {
      calls.incrementAndGet();
      store().complete(key, result(1));
      return result(1);
    }
    return claim.result().orElseThrow();
  }
}
