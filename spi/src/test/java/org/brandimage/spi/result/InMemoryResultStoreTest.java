package org.brandimage.spi.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.brandimage.spi.result.Claim.Status;
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
                mine += store.claim("k" + key).status() == Status.NEW ? 1 : 0;
              }
              return mine;
            });
    assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20_000);
  }

  @Test
  void abandon_notExecuted_letsOneOtherClaim() throws Exception {
    store.claim("k");
    store.abandon("k", Outcome.NOT_EXECUTED);
    List<Status> answers = ask(8, () -> store.claim("k").status());
    assertThat(answers).containsOnly(Status.NEW, Status.IN_FLIGHT);
    assertThat(answers).filteredOn(Status.NEW::equals).hasSize(1);
  }

  @Test
  void abandon_unknown_staysUnknownAndWakes() throws Exception {
    store.claim("k");
    store.abandon("k", Outcome.UNKNOWN);
    store.await("k", FOREVER);
    assertThat(store.claim("k").status()).isEqualTo(Status.UNKNOWN);
    assertThatIllegalStateException()
        .isThrownBy(() -> store.complete("k", "late"))
        .withMessageContaining("k");
  }

  @Test
  void await_thousandYears_wakesWithTheResult() throws Exception {
    store.claim("k");
    AtomicInteger turn = new AtomicInteger();
    ask(
        2,
        () -> {
          if (turn.getAndIncrement() == 0) {
            store.await("k", FOREVER);
          } else {
            store.complete("k", 1);
          }
          return turn;
        });
    assertThat(store.claim("k").result()).contains(1);
  }

  @Test
  void await_negativeTime_returnsAtOnce() throws Exception {
    store.claim("k");
    store.await("k", Duration.ofSeconds(-1));
    assertThat(store.claim("k").status()).isEqualTo(Status.IN_FLIGHT);
  }

  @Test
  void await_interruptedWhileInFlight_throws() {
    store.claim("k");
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> store.await("k", FOREVER));
  }

  @Test
  void complete_beyondTheBound_forgetsWhatWasUsedLongestAgo() {
    ResultStore bounded = ResultStore.inMemory(3 * BIG);
    for (String key : List.of("a", "b")) {
      bounded.claim(key);
      bounded.complete(key, new Big(key));
    }
    assertThat(bounded.claim("a").result()).contains(new Big("a"));

    bounded.claim("c");
    bounded.complete("c", new Big("c"));

    assertThat(bounded.claim("a").status()).isEqualTo(Status.DONE);
    assertThat(bounded.claim("c").status()).isEqualTo(Status.DONE);
    assertThat(bounded.claim("b").status()).as("used longest ago").isEqualTo(Status.NEW);
  }

  @Test
  void complete_aThousandResults_staysWithinTheBound() {
    ResultStore bounded = ResultStore.inMemory(10 * BIG);
    for (int i = 0; i < 1000; i++) {
      bounded.claim("k" + i);
      bounded.complete("k" + i, new Big("k"));
    }
    long kept =
        IntStream.range(0, 1000)
            .filter(i -> bounded.claim("k" + i).status() == Status.DONE)
            .count();
    assertThat(kept).isEqualTo(9);
  }

  @Test
  void complete_beyondTheBound_keepsClaimsAndUnknownOutcomes() {
    ResultStore bounded = ResultStore.inMemory(0);
    bounded.claim("flying");
    bounded.claim("lost");
    bounded.abandon("lost", Outcome.UNKNOWN);
    for (int i = 0; i < 100; i++) {
      bounded.claim("k" + i);
      bounded.complete("k" + i, new Big("k"));
      assertThat(bounded.claim("k" + i).status()).as("the last").isEqualTo(Status.DONE);
    }
    assertThat(bounded.claim("flying").status()).isEqualTo(Status.IN_FLIGHT);
    assertThat(bounded.claim("lost").status()).isEqualTo(Status.UNKNOWN);
    assertThat(bounded.claim("k98").status()).isEqualTo(Status.NEW);
  }

  @Test
  void inMemory_negativeBound_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResultStore.inMemory(-1))
        .withMessageContaining("maxBytes");
  }

  @Test
  void claim_done_cannotBeMadeWithoutAResult() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Claim.of(Status.DONE))
        .withMessageContaining("Claim.done");
    assertThat(Claim.done("x").result()).contains("x");
    assertThat(Claim.of(Status.NEW).result()).isEmpty();
  }

  @Test
  void toString_results_areNotShown() {
    store.claim("k");
    store.complete("k", "secret");
    assertThat(store.toString()).contains("1 entries").doesNotContain("secret");
    assertThat(store.claim("k").toString()).doesNotContain("secret");
  }

  private record Big(String name) implements SizedResult {
    @Override
    public long heapBytes() {
      return BIG;
    }
  }

  private Object resultOf(String key, AtomicInteger calls) throws InterruptedException {
    Claim claim = store.claim(key);
    while (claim.status() == Status.IN_FLIGHT) {
      store.await(key, FOREVER);
      claim = store.claim(key);
    }
    if (claim.status() == Status.NEW) {
      calls.incrementAndGet();
      store.complete(key, "result");
    }
    return store.claim(key).result().orElseThrow();
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
