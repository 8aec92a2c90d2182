package org.brandimage.imaging.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PixelCacheTest {
  @Test
  void get_aboveTheBound_dropsWhatWasUsedLeastRecently() {
    PixelCache<String, Long> cache = new PixelCache<>(100, pixels -> pixels);
    AtomicInteger made = new AtomicInteger();
    cache.get("a", () -> count(made, 40));
    cache.get("b", () -> count(made, 40));
    cache.get("a", () -> count(made, 40));
    cache.get("c", () -> count(made, 40));
    assertThat(cache.heldPixels()).isEqualTo(80);
    cache.get("a", () -> count(made, 40));
    assertThat(made).hasValue(3);
    cache.get("b", () -> count(made, 40));
    assertThat(made).hasValue(4);
  }

  @Test
  void get_valueLargerThanTheBound_isGivenButNotHeld() {
    PixelCache<String, Long> cache = new PixelCache<>(100, pixels -> pixels);
    assertThat(cache.get("huge", () -> 101L)).isEqualTo(101);
    assertThat(cache.heldPixels()).isZero();
  }

  @Test
  void get_makerThatFails_isAskedAgain() {
    PixelCache<String, Long> cache = new PixelCache<>(100, pixels -> pixels);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                cache.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("unreadable");
                    }));
    assertThat(cache.get("a", () -> 5L)).isEqualTo(5);
    assertThat(cache.heldPixels()).isEqualTo(5);
  }

  @Test
  void get_manyThreadsAtOnce_makesEachValueOnce() throws Exception {
    PixelCache<Integer, Long> cache = new PixelCache<>(1000, pixels -> pixels);
    AtomicInteger made = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        int key = i % 10;
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return cache.get(key, () -> count(made, key));
                }));
      }
      start.countDown();
      for (int i = 0; i < 80; i++) {
        assertThat(results.get(i).get()).isEqualTo(i % 10);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(made).hasValue(10);
    assertThat(cache.heldPixels()).isEqualTo(45);
  }

  @Test
  void get_differentKeys_areMadeAtTheSameTime() throws Exception {
    PixelCache<String, Long> cache = new PixelCache<>(100, pixels -> pixels);
    CyclicBarrier both = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Long> one = threads.submit(() -> cache.get("one", () -> meet(both, 1)));
      Future<Long> two = threads.submit(() -> cache.get("two", () -> meet(both, 2)));
      assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(two.get(60, TimeUnit.SECONDS)).isEqualTo(2);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long meet(CyclicBarrier other, long pixels) {
    try {
      other.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("the other value is not being made", e);
    }
    return pixels;
  }

  private static long count(AtomicInteger made, long pixels) {
    made.incrementAndGet();
    return pixels;
  }
}
