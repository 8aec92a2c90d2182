package org.brandimage.pipeline.execution;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of the stage work of all runs. Work is taken from the runs in turn, one piece each, so
 * that a run with few pieces does not wait for all pieces of a large one. At most {@code threads}
 * pieces are worked on at once.
 *
 * <p>A piece that does not end although it was cancelled keeps its thread. After a grace period its
 * place is given to a fresh thread, for at most as many pieces as there are threads, and a warning
 * is logged once for each stage. Thread-safe.
 */
public final class WorkQueue {
  /** How long a cancelled piece of work may take to end before its thread is replaced. */
  public static final Duration GRACE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

  private final Executor executor;
  private final int threads;
  private final long graceNanos;
  private final Queue<Lane> turns = new ArrayDeque<>();
  private final Set<Worker> working = new LinkedHashSet<>();
  private final Set<String> stagesLogged = new HashSet<>();
  private int replaced;

  /**
   * Creates an empty queue.
   *
   * @param executor starts threads, or has them
   * @param threads how many pieces are worked on at once, at least 1
   * @param grace how long a cancelled piece may take to end
   */
  public WorkQueue(Executor executor, int threads, Duration grace) {
    this.executor = executor;
    this.threads = threads;
    this.graceNanos = grace.toNanos();
  }

  /** {@return the place of a new run in the turns} */
  Lane lane() {
    return new Lane();
  }

  /** Returns how many pieces are worked on or kept by a thread that was replaced. */
  synchronized int busy() {
    return working.size() + replaced;
  }

  long graceNanos() {
    return graceNanos;
  }

  /** Replaces the threads of pieces that were cancelled longer than the grace period ago. */
  void replaceStuck() {
    long now = System.nanoTime();
    for (Worker worker : working()) {
      Piece piece = worker.piece;
      if (piece.cancelledFor(now) > graceNanos && replace(worker)) {
        logOnce(piece.stage());
      }
    }
    dispatch();
  }

  private synchronized List<Worker> working() {
    return List.copyOf(working);
  }

  private synchronized boolean replace(Worker worker) {
    if (replaced >= threads || !working.remove(worker)) {
      return false;
    }
    replaced++;
    return true;
  }

  private void logOnce(String stage) {
    synchronized (this) {
      if (!stagesLogged.add(stage)) {
        return;
      }
    }
    LOG.warn("stage ignores interruption, its thread was replaced: stage={}", stage);
  }

  private void dispatch() {
    for (Worker worker = hire(); worker != null; worker = hire()) {
      try {
        executor.execute(worker);
      } catch (RejectedExecutionException e) {
        dismiss(worker);
        worker.piece.reject(e);
      }
    }
  }

  private synchronized @Nullable Worker hire() {
    if (working.size() >= threads) {
      return null;
    }
    Piece piece = nextPiece();
    if (piece == null) {
      return null;
    }
    Worker worker = new Worker(piece);
    working.add(worker);
    return worker;
  }

  private synchronized void dismiss(Worker worker) {
    if (!working.remove(worker)) {
      replaced--;
    }
  }

  /** Gives a worker its next piece; returns false when it should end. */
  private synchronized boolean goOn(Worker worker) {
    Piece next = working.contains(worker) ? nextPiece() : null;
    if (next == null) {
      dismiss(worker);
      return false;
    }
    worker.piece = next;
    return true;
  }

  private @Nullable Piece nextPiece() {
    Lane lane = turns.poll();
    if (lane == null) {
      return null;
    }
    Piece piece = lane.pieces.remove();
    if (!lane.pieces.isEmpty()) {
      turns.add(lane);
    }
    return piece;
  }

  /** The pieces of one run that wait. */
  final class Lane {
    private final Queue<Piece> pieces = new ArrayDeque<>();

    private Lane() {}

    /** Adds pieces behind those of this run that wait already. */
    void add(Collection<? extends Piece> added) {
      synchronized (WorkQueue.this) {
        if (pieces.isEmpty() && !added.isEmpty()) {
          turns.add(this);
        }
        pieces.addAll(added);
      }
      replaceStuck();
    }
  }

  /** A thread's work: pieces one after the other, as long as there are any. */
  private final class Worker implements Runnable {
    private volatile Piece piece;

    Worker(Piece first) {
      this.piece = first;
    }

    @Override
    public void run() {
      do {
        piece.run();
        // An interruption was meant for the piece that is over.
        Thread.interrupted();
      } while (goOn(this));
    }
  }

  /** A piece of work. Running it throws nothing. */
  interface Piece extends Runnable {
    /** Returns the name of the stage that does it. */
    String stage();

    /** Returns the nanoseconds since it was cancelled, or 0 when it was not. */
    long cancelledFor(long now);

    /** Ends it because no thread is to be had. */
    void reject(RejectedExecutionException cause);
  }
}
