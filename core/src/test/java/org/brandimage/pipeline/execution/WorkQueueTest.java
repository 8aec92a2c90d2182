package org.brandimage.pipeline.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The queue on an executor whose threads the test steps by hand. */
class WorkQueueTest {
  private final Queue<Runnable> started = new ArrayDeque<>();
  private final List<String> log = new ArrayList<>();

  @Test
  void add_twoRunsOneThread_takesThemInTurn() {
    WorkQueue queue = queue(1);
    WorkQueue.Lane large = queue.lane();
    WorkQueue.Lane small = queue.lane();
    large.add(pieces("a", 5));
    small.add(pieces("b", 2));

    started.remove().run();

    assertThat(log).containsExactly("a0", "a1", "b0", "a2", "b1", "a3", "a4");
    assertThat(queue.busy()).isZero();
  }

  @Test
  void add_runThatComesLater_isNextButOne() {
    WorkQueue queue = queue(1);
    WorkQueue.Lane first = queue.lane();
    WorkQueue.Lane late = queue.lane();
    first.add(List.of(piece("a0", () -> late.add(pieces("b", 1)))));
    first.add(pieces("c", 2));

    started.remove().run();

    assertThat(log).containsExactly("a0", "c0", "b0", "c1");
  }

  @Test
  void add_moreThanThreads_startsAsManyAsThereAreThreads() {
    WorkQueue queue = queue(2);
    queue.lane().add(pieces("a", 5));

    assertThat(started).hasSize(2);
    assertThat(queue.busy()).isEqualTo(2);
    started.remove().run();
    assertThat(log).containsExactly("a0", "a2", "a3", "a4");
    started.remove().run();
    assertThat(queue.busy()).isZero();
  }

  @Test
  void replaceStuck_pieceCancelledLongAgo_givesItsPlaceToAFreshThread() {
    WorkQueue queue = queue(1);
    WorkQueue.Lane lane = queue.lane();
    TestPiece stuck = piece("stuck", () -> {});
    lane.add(List.of(stuck));
    lane.add(pieces("b", 1));
    Runnable stuckThread = started.remove();

    stuck.cancelledFor = Duration.ofSeconds(1).toNanos();
    queue.replaceStuck();
    assertThat(started).isEmpty();
    stuck.cancelledFor = Duration.ofSeconds(11).toNanos();
    queue.replaceStuck();

    assertThat(queue.busy()).isEqualTo(2);
    started.remove().run();
    assertThat(log).containsExactly("b0");
    lane.add(pieces("c", 1));
    // The thread that comes back after all takes no more work.
    stuckThread.run();
    assertThat(log).containsExactly("b0", "stuck");
    assertThat(started).hasSize(1);
    started.remove().run();
    assertThat(queue.busy()).isZero();
  }

  @Test
  void replaceStuck_moreThanThreads_stopsAtTheirNumber() {
    WorkQueue queue = queue(1);
    WorkQueue.Lane lane = queue.lane();
    for (int i = 0; i < 3; i++) {
      TestPiece stuck = piece("stuck" + i, () -> {});
      stuck.cancelledFor = Long.MAX_VALUE;
      lane.add(List.of(stuck));
      queue.replaceStuck();
    }

    assertThat(started).hasSize(2);
    assertThat(queue.busy()).isEqualTo(2);
  }

  @Test
  void add_executorRejects_endsThePiecesAndKeepsNoPlace() {
    WorkQueue queue =
        new WorkQueue(
            task -> {
              throw new RejectedExecutionException("full");
            },
            2,
            Duration.ofSeconds(10));

    queue.lane().add(pieces("a", 3));

    assertThat(log).containsExactly("a0 rejected", "a1 rejected", "a2 rejected");
    assertThat(queue.busy()).isZero();
  }

  @Test
  void run_threadInterruptedDuringAPiece_doesNotInterruptTheNext() {
    WorkQueue queue = queue(1);
    queue
        .lane()
        .add(
            List.of(
                piece("a", () -> Thread.currentThread().interrupt()),
                piece(
                    "b", () -> log.add("interrupted " + Thread.currentThread().isInterrupted()))));

    started.remove().run();

    assertThat(log).containsExactly("a", "interrupted false", "b");
  }

  private WorkQueue queue(int threads) {
    return new WorkQueue(started::add, threads, Duration.ofSeconds(10));
  }

  private List<TestPiece> pieces(String name, int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(i -> piece(name + i, () -> {})).toList();
  }

  private TestPiece piece(String name, Runnable work) {
    return new TestPiece(name, work);
  }

  private final class TestPiece implements WorkQueue.Piece {
    private final String name;
    private final Runnable work;
    private long cancelledFor;

    TestPiece(String name, Runnable work) {
      this.name = name;
      this.work = work;
    }

    @Override
    public void run() {
      work.run();
      log.add(name);
    }

    @Override
    public String stage() {
      return name;
    }

    @Override
    public long cancelledFor(long now) {
      return cancelledFor;
    }

    @Override
    public void reject(RejectedExecutionException cause) {
      log.add(name + " rejected");
    }
  }
}
