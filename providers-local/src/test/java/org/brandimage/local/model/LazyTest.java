package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void get_fromManyThreads_makesItOnce() throws Exception {
    Lazy<Integer> lazy = Lazy.of(made::incrementAndGet);
    CyclicBarrier start = new CyclicBarrier(8);
    assertThat(lazy.made()).isEmpty();
    List<CompletableFuture<Integer>> seen = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      CompletableFuture<Integer> value = new CompletableFuture<>();
      seen.add(value);
      new Thread(
              () -> {
                try {
                  start.await();
                  value.complete(lazy.get());
                } catch (Exception e) {
                  value.completeExceptionally(e);
                }
              })
          .start();
    }

    for (CompletableFuture<Integer> value : seen) {
      assertThat(value.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
    assertThat(made).hasValue(1);
    assertThat(lazy.made()).contains(1);
  }

  @Test
  void get_makerFails_triesAgain() {
    Lazy<Integer> lazy =
        Lazy.of(
            () -> {
              if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
              }
              return made.get();
            });

    assertThatThrownBy(lazy::get).hasMessage("not yet");
    assertThat(lazy.get()).isEqualTo(2);
  }
}
