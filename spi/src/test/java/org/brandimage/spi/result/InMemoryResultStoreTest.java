package org.brandimage.spi.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ClaimRequest.Kind;
import org.brandimage.spi.result.ResultStore.Completion;
import org.brandimage.spi.result.ResultStore.Outcome;
import org.junit.jupiter.api.Test;

/** Beside these, the kit's ResultStoreContract runs against this store. */
class InMemoryResultStoreTest {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private static final long BIG = 1 << 20;

  private final ResultStore store = ResultStore.inMemory();

  @Test
  void claim_eightThreadsSameKey_makeOneCall() throws Exception {
    for (int round = 0; round < 200; round++) {
      String key = "k" + round;
      AtomicInteger calls = new AtomicInteger();
      assertThat(ask(8, () -> resultOf(key, calls))).containsOnly("result");
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void claim_eightThreadsManyKeys_giveEachKeyToOne() throws Exception {
    List<Integer> taken =
        ask(
            8,
            () -> {
              int mine = 0;
              for (int key = 0; key < 20_000; key++) {
                mine += claim(store, "k" + key).status() == Status.NEW ? 1 : 0;
              }
              return mine;
            });
    assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20_000);
  }

  @Test
  void abandon_notExecuted_letsOneOtherClaim() throws Exception {
    store.abandon(granted(store, "k"), Outcome.NOT_EXECUTED);
    List<Status> answers = ask(8, () -> claim(store, "k").status());
    assertThat(answers).containsOnly(Status.NEW, Status.IN_FLIGHT);
    assertThat(answers).filteredOn(Status.NEW::equals).hasSize(1);
  }

  @Test
  void abandon_unknown_staysUnknownAndWakes() throws Exception {
    store.abandon(granted(store, "k"), Outcome.UNKNOWN);
    store.await("k", FOREVER);
    assertThat(claim(store, "k").status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void complete_tokenOfAnotherStore_isRefused() {
    ClaimToken foreign = granted(ResultStore.inMemory(), "k");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.complete(foreign, paid("late")))
        .withMessageContaining("k");
  }

  @Test
  void complete_afterNotExecuted_isKeptAllTheSame() {
    ClaimToken token = granted(store, "k");
    store.abandon(token, Outcome.NOT_EXECUTED);
    assertThat(store.complete(token, paid("late"))).isEqualTo(Completion.STORED_LATE);
    assertThat(value(store, "k")).contains("late");
  }

  @Test
  void await_thousandYears_wakesWithTheResult() throws Exception {
    ClaimToken token = granted(store, "k");
    AtomicInteger turn = new AtomicInteger();
    ask(
        2,
        () -> {
          if (turn.getAndIncrement() == 0) {
            store.await("k", FOREVER);
          } else {
            store.complete(token, paid(1));
          }
          return turn;
        });
    assertThat(value(store, "k")).contains(1);
  }

  @Test
  void await_negativeTime_returnsAtOnce() throws Exception {
    claim(store, "k");
    store.await("k", Duration.ofSeconds(-1));
    assertThat(claim(store, "k").status()).isEqualTo(Status.IN_FLIGHT);
  }

  @Test
  void await_interruptedWhileInFlight_throws() {
    claim(store, "k");
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> store.await("k", FOREVER));
  }

  @Test
  void complete_beyondTheBound_forgetsWhatWasUsedLongestAgo() {
    ResultStore bounded = ResultStore.inMemory(3 * BIG);
    for (String key : List.of("a", "b")) {
      bounded.complete(granted(bounded, key), paid(new Big(key)));
    }
    assertThat(value(bounded, "a")).contains(new Big("a"));

    bounded.complete(granted(bounded, "c"), paid(new Big("c")));

    assertThat(claim(bounded, "a").status()).isEqualTo(Status.DONE);
    assertThat(claim(bounded, "c").status()).isEqualTo(Status.DONE);
    assertThat(claim(bounded, "b").status()).as("used longest ago").isEqualTo(Status.NEW);
  }

  @Test
  void complete_aThousandResults_staysWithinTheBound() {
    ResultStore bounded = ResultStore.inMemory(10 * BIG);
    for (int i = 0; i < 1000; i++) {
      bounded.complete(granted(bounded, "k" + i), paid(new Big("k")));
    }
    long kept =
        IntStream.range(0, 1000)
            .filter(i -> claim(bounded, "k" + i).status() == Status.DONE)
            .count();
    assertThat(kept).isEqualTo(9);
  }

  @Test
  void complete_beyondTheBound_keepsClaimsAndUnknownOutcomes() {
    ResultStore bounded = ResultStore.inMemory(0);
    claim(bounded, "flying");
    bounded.abandon(granted(bounded, "lost"), Outcome.UNKNOWN);
    for (int i = 0; i < 100; i++) {
      bounded.complete(granted(bounded, "k" + i), paid(new Big("k")));
      assertThat(claim(bounded, "k" + i).status()).as("the last").isEqualTo(Status.DONE);
    }
    assertThat(claim(bounded, "flying").status()).isEqualTo(Status.IN_FLIGHT);
    assertThat(claim(bounded, "lost").status()).isEqualTo(Status.UNKNOWN);
    assertThat(claim(bounded, "k98").status()).isEqualTo(Status.NEW);
  }

  @Test
  void inMemory_negativeBound_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResultStore.inMemory(-1))
        .withMessageContaining("maxBytes");
  }

  @Test
  void claim_statusThatNeedsMore_cannotBeMadeWithoutIt() {
    for (Status status : List.of(Status.DONE, Status.NEW)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Claim.of(status))
          .withMessageContaining("Claim.done");
    }
  }

  @Test
  void toString_results_areNotShown() {
    store.complete(granted(store, "k"), paid("secret"));
    assertThat(store.toString()).contains("1 entries").doesNotContain("secret");
    assertThat(claim(store, "k").toString()).doesNotContain("secret");
  }

  private record Big(String name) implements SizedResult {
    @Override
    public long heapBytes() {
      return BIG;
    }
  }

  private static Claim claim(ResultStore store, String key) {
    return store.claim(ClaimRequest.builder(key, StageId.OUTPAINT, Kind.PICTURE).build());
  }

  private static ClaimToken granted(ResultStore store, String key) {
    return claim(store, key).token().orElseThrow();
  }

  private static Optional<Object> value(ResultStore store, String key) {
    return claim(store, key).result().map(PaidResult::value);
  }

  private static PaidResult paid(Object value) {
    return PaidResult.of(value, Cost.NONE, List.of(), Instant.EPOCH);
  }

  private Object resultOf(String key, AtomicInteger calls) throws InterruptedException {
    Claim claim = claim(store, key);
    while (claim.status() == Status.IN_FLIGHT) {
      store.await(key, FOREVER);
      claim = claim(store, key);
    }
    if (claim.status() == Status.NEW) {
      calls.incrementAndGet();
      store.complete(claim.token().orElseThrow(), paid("result"));
    }
    return value(store, key).orElseThrow();
  }

  private static <T> List<T> ask(int threads, Callable<T> question) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            executor.submit(
                () -> {
                  start.await();
                  return question.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get(1, TimeUnit.MINUTES));
      }
      return answers;
    } finally {
      executor.shutdownNow();
    }
  }
}
