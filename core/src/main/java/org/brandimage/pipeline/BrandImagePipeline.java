package org.brandimage.pipeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.result.ResultStore;

/**
 * The pipeline that turns one line of text and a media library into ranked, on-brand pictures in
 * which the product is pixel-true.
 *
 * <p>A run goes through these steps; those in brackets are the library's own:
 *
 * <ol>
 *   <li>decompose the text into products, backgrounds and themes;
 *   <li>retrieve an asset for each, [cut the products out];
 *   <li>caption each scene;
 *   <li>plan the grid of placements, [compose each cell and measure it];
 *   <li>outpaint each composite, [put the product's own pixels back and measure the picture];
 *   <li>judge what measurement left open, [select by policy];
 *   <li>rank what passed.
 * </ol>
 *
 * <pre>{@code
 * try (LocalStages local = LocalStages.open(Path.of("library"));
 *     BrandImagePipeline pipeline = BrandImagePipeline.builder().stages(local).build()) {
 *   RunResult result = pipeline.run(CampaignBrief.of("a shoe on an urban street at sunset"));
 * }
 * }</pre>
 *
 * <p>With more than one round ({@link RoundOptions}) a refiner then says what to do differently
 * when too little passed, and the stages it names, with those that depend on them, are done again.
 *
 * <p>Thread-safe. Work is spread over the pipeline's own threads, which end when it is closed or
 * idle. The same brief, seed and stages give the same result with any number of threads. One
 * candidate's failure never loses the others; a run fails when a whole stage does, with a {@link
 * BrandImageException} that says where. Paid results stay in the {@link ResultStore} whatever
 * happens.
 */
public final class BrandImagePipeline implements AutoCloseable {
  private final Stages stages;
  private final PipelineOptions options;
  private final List<PipelineListener> listeners;
  private final ResultStore store;
  private final InstantSource clock;
  private final ExecutorService workers;
  private final ExecutorService runs;
  private final Set<RunState> underWay = ConcurrentHashMap.newKeySet();
  private final Set<RunFuture> promised = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  BrandImagePipeline(
      Stages stages,
      PipelineOptions options,
      List<PipelineListener> listeners,
      ResultStore store,
      InstantSource clock) {
    this.stages = stages;
    this.options = options;
    this.listeners = listeners;
    this.store = store;
    this.clock = clock;
    this.workers = Threads.pool("brandimage-worker", options.threads());
    this.runs = Threads.pool("brandimage-run", options.concurrentRuns());
  }

  /**
   * Starts a builder.
   *
   * @return a builder without stages
   */
  public static PipelineBuilder builder() {
    return new PipelineBuilder();
  }

  /**
   * Runs a brief on the calling thread. Interrupting the thread cancels the run.
   *
   * @param brief what is asked for
   * @return the result; it may hold fewer finalists than asked for, or none
   * @throws RunCancelledException when interrupted; the thread's interrupt flag is set again
   * @throws BrandImageException when a stage or every candidate failed
   * @throws IllegalStateException when the pipeline is closed
   */
  public RunResult run(CampaignBrief brief) {
    return execute(RunRequest.of(brief), newRun());
  }

  /**
   * Goes on from a result with what a person says of it: the refiner turns the words into changed
   * stages, and the rest stays as it was. Pictures picked keep their places in the grid, pictures
   * rejected lose theirs. The new result names the run it goes on from.
   *
   * @param previous a result of {@link #run}, or one read back from an archive
   * @param feedback the pictures picked and rejected, by candidate id, and free text
   * @return the result, as that of {@link #run}
   * @throws InvalidInputException when an id is not one of the result's
   * @throws RunCancelledException when interrupted; the thread's interrupt flag is set again
   * @throws BrandImageException when a stage or every candidate failed
   */
  public RunResult refine(RunResult previous, Feedback feedback) {
    return execute(RunRequest.of(previous, feedback), newRun());
  }

  /**
   * Runs a brief on one of the pipeline's threads. Cancelling the future cancels the run: no new
   * call starts, and what is under way is interrupted.
   *
   * @param brief what is asked for
   * @return a future of the result; it fails with a {@link BrandImageException}
   * @throws IllegalStateException when the pipeline is closed
   */
  public CompletableFuture<RunResult> runAsync(CampaignBrief brief) {
    RunRequest request = RunRequest.of(brief);
    RunState state = newRun();
    RunFuture future = new RunFuture(state);
    promised.add(future);
    try {
      runs.execute(() -> complete(future, request, state));
    } catch (RejectedExecutionException e) {
      promised.remove(future);
      throw closedException();
    }
    if (closed) {
      // close() may have looked at the futures before this one was among them.
      future.end();
    }
    return future;
  }

  /**
   * Runs several briefs, as many at once as the options say. One brief's failure never loses the
   * others, even when it is an {@link Error} such as an exhausted heap: the outcome then holds it
   * as the cause of its failure.
   *
   * @param briefs what is asked for
   * @return one outcome a brief, in the same order
   * @throws RunCancelledException when interrupted; every run of the call is cancelled
   * @throws IllegalStateException when the pipeline is closed
   */
  public List<RunOutcome> runAll(List<CampaignBrief> briefs) {
    List<CampaignBrief> all = List.copyOf(briefs);
    List<CompletableFuture<RunResult>> futures = all.stream().map(this::runAsync).toList();
    List<RunOutcome> outcomes = new ArrayList<>(all.size());
    try {
      for (int i = 0; i < all.size(); i++) {
        outcomes.add(RunOutcome.await(all.get(i), futures.get(i)));
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunCancelledException("runAll was interrupted");
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  /**
   * Cancels what is under way or queued and ends the threads. Every future that {@link #runAsync}
   * gave out is complete when this method returns: those of runs without a result with a {@link
   * RunCancelledException}. Stages and stores stay open: they are yours.
   */
  @Override
  public void close() {
    closed = true;
    underWay.forEach(RunState::cancel);
    runs.shutdownNow();
    workers.shutdownNow();
    promised.forEach(RunFuture::end);
  }

  private RunState newRun() {
    if (closed) {
      throw closedException();
    }
    return new RunState(UUID.randomUUID().toString().substring(0, 8), clock, options);
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("pipeline is closed");
  }

  private void complete(RunFuture future, RunRequest request, RunState state) {
    try {
      future.complete(execute(request, state));
    } catch (Throwable e) {
      // An Error too must reach whoever waits; nobody looks at this thread.
      future.completeExceptionally(e);
    } finally {
      promised.remove(future);
    }
  }

  private RunResult execute(RunRequest request, RunState state) {
    EventSink events = new EventSink(listeners);
    events.emit(new RunStarted(state.runId()));
    underWay.add(state);
    if (closed) {
      // close() may have looked at what is under way before this run was.
      state.cancel();
    }
    try {
      RunResult result =
          new PipelineRun(stages, options, request, new RunServices(state, events, workers, store))
              .execute();
      events.emit(
          new RunFinished(
              state.runId(), result.finalists().size(), state.elapsed(), state.costs().spent()));
      return result;
    } catch (InterruptedException e) {
      throw cancelled(state, events);
    } catch (RuntimeException | Error e) {
      events.emit(new RunFailed(state.runId(), e.getClass().getSimpleName()));
      throw e;
    } finally {
      underWay.remove(state);
    }
  }

  private static RunCancelledException cancelled(RunState state, EventSink events) {
    if (!state.cancelled()) {
      Thread.currentThread().interrupt();
    }
    RunCancelledException e = new RunCancelledException("run " + state.runId() + " was cancelled");
    events.emit(new RunFailed(state.runId(), e.getClass().getSimpleName()));
    return e;
  }
}
