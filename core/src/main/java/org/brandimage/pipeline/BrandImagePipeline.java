package org.brandimage.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.QueueFullException;
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
 *   <li>judge the guidelines that measurement left unanswered, [select by policy];
 *   <li>rank the pictures that passed.
 * </ol>
 *
 * <pre>{@code
 * try (LocalStages local = LocalStages.open(Path.of("library"));
 *     BrandImagePipeline pipeline = BrandImagePipeline.builder().stages(local).build()) {
 *   RunResult result = pipeline.run(CampaignBrief.of("a shoe on an urban street at sunset"));
 * }
 * }</pre>
 *
 * <p>With more than one round ({@link RoundOptions}), a refiner names changes when too few pictures
 * passed, and the stages that it names are repeated with all that depend on them.
 *
 * <p>Thread-safe. Work is spread over the pipeline's own threads, which end when it is closed or
 * idle, or over an executor that the caller gives; the runs take turns. The same brief, seed and
 * stages give the same result with any number of threads. The failure of one candidate never loses
 * the others. A run fails when a whole stage fails, with a {@link BrandImageException} that names
 * the stage. Paid results stay in the {@link ResultStore} in any case.
 */
public final class BrandImagePipeline implements AutoCloseable {
  private final RunScheduler runs;

  BrandImagePipeline(Stages stages, PipelineSettings settings) {
    this.runs = new RunScheduler(stages, settings);
  }

  /** {@return a builder without stages} */
  public static PipelineBuilder builder() {
    return new PipelineBuilder();
  }

  /**
   * Runs a brief on the calling thread. Interrupting the thread cancels the run.
   *
   * @param brief the brief
   * @return the result; it may hold fewer finalists than asked for, or none
   * @throws RunCancelledException when interrupted; the thread's interrupt flag is set again
   * @throws BrandImageException when a stage or every candidate failed
   * @throws IllegalStateException when the pipeline is closed
   */
  public RunResult run(CampaignBrief brief) {
    return runs.run(RunRequest.of(brief));
  }

  /**
   * Continues from a result with a person's feedback: the refiner turns the feedback into changes
   * of stages, and all other stages stay unchanged. Pictures picked keep their places in the grid;
   * pictures rejected lose theirs. The new result names the run that it continues.
   *
   * @param previous a result of {@link #run}, or one read back from an archive
   * @param feedback the pictures picked and rejected, by candidate id, and free text
   * @return the result, as that of {@link #run}
   * @throws InvalidInputException when an id is not one of the result's
   * @throws RunCancelledException when interrupted; the thread's interrupt flag is set again
   * @throws BrandImageException when a stage or every candidate failed
   */
  public RunResult refine(RunResult previous, Feedback feedback) {
    return runs.run(RunRequest.of(previous, feedback));
  }

  /**
   * Runs a brief on one of the pipeline's threads. Cancelling the future cancels the run: no new
   * call starts, and calls under way are interrupted.
   *
   * @param brief the brief
   * @return a future of the result; it fails with a {@link BrandImageException}
   * @throws QueueFullException when as many runs wait as {@link PipelineOptions#queueCapacity()}
   * @throws IllegalStateException when the pipeline is closed
   */
  public CompletableFuture<RunResult> runAsync(CampaignBrief brief) {
    return runs.submit(RunRequest.of(brief), List.of());
  }

  /**
   * Runs a brief on one of the pipeline's threads, with a listener of its own.
   *
   * @param brief the brief
   * @param listener receives the events of this run only, after the pipeline's own listeners
   * @return the run: its id, future and progress
   * @throws QueueFullException when as many runs wait as {@link PipelineOptions#queueCapacity()}
   * @throws IllegalStateException when the pipeline is closed
   */
  public RunHandle runAsync(CampaignBrief brief, PipelineListener listener) {
    return new RunHandle(runs.submit(RunRequest.of(brief), List.of(listener)));
  }

  /**
   * Continues from a result like {@link #refine}, on one of the pipeline's threads.
   *
   * @param previous a result of {@link #run}, or one read back from an archive
   * @param feedback the pictures picked and rejected, by candidate id, and free text
   * @return a future of the result; it fails with a {@link BrandImageException}
   * @throws InvalidInputException when an id is not one of the result's
   * @throws QueueFullException when as many runs wait as {@link PipelineOptions#queueCapacity()}
   * @throws IllegalStateException when the pipeline is closed
   */
  public CompletableFuture<RunResult> refineAsync(RunResult previous, Feedback feedback) {
    return runs.submit(RunRequest.of(previous, feedback), List.of());
  }

  /**
   * Continues from a result like {@link #refine}, on one of the pipeline's threads and with a
   * listener of its own.
   *
   * @param previous a result of {@link #run}, or one read back from an archive
   * @param feedback the pictures picked and rejected, by candidate id, and free text
   * @param listener receives the events of this run only, after the pipeline's own listeners
   * @return the run: its id, future and progress
   * @throws InvalidInputException when an id is not one of the result's
   * @throws QueueFullException when as many runs wait as {@link PipelineOptions#queueCapacity()}
   * @throws IllegalStateException when the pipeline is closed
   */
  public RunHandle refineAsync(RunResult previous, Feedback feedback, PipelineListener listener) {
    return new RunHandle(runs.submit(RunRequest.of(previous, feedback), List.of(listener)));
  }

  /**
   * Runs several briefs, as many at once as {@link PipelineOptions#concurrentRuns()} allows. The
   * briefs wait for places in the queue, and the queue never rejects them. The failure of one brief
   * never loses the others, even when it is an {@link Error} such as an exhausted heap; the brief's
   * outcome then holds the error as the cause of its failure.
   *
   * @param briefs the briefs
   * @return one outcome per brief, in the same order
   * @throws RunCancelledException when interrupted; every run of the call is cancelled
   * @throws IllegalStateException when the pipeline is closed
   */
  public List<RunOutcome> runAll(List<CampaignBrief> briefs) {
    List<CampaignBrief> all = List.copyOf(briefs);
    List<CompletableFuture<RunResult>> futures = new ArrayList<>(all.size());
    List<RunOutcome> outcomes = new ArrayList<>(all.size());
    try {
      for (CampaignBrief brief : all) {
        futures.add(runs.submitWhenFree(RunRequest.of(brief)));
      }
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

  /** {@return the options that hold for every run} */
  public PipelineOptions options() {
    return runs.options();
  }

  /** {@return the number of runs under way at this moment} */
  public int runningRuns() {
    return runs.running();
  }

  /** {@return whether the pipeline is closed: true as soon as {@code close} is called} */
  public boolean isClosed() {
    return runs.isClosed();
  }

  /** {@return the number of runs that wait in the queue at this moment} */
  public int queuedRuns() {
    return runs.queued();
  }

  /**
   * Drains the pipeline and closes it: no new run begins, and the runs under way may finish. Runs
   * that wait end at once with a {@link RunCancelledException}; runs that have not ended after the
   * given time are cancelled. An interruption of the calling thread ends the waiting; its interrupt
   * flag is set again.
   *
   * @param patience the time that runs under way may still take
   * @return true when every run under way ended before it was cancelled
   */
  public boolean close(Duration patience) {
    boolean drained = runs.drain(patience);
    runs.close();
    return drained;
  }

  /**
   * Cancels all runs that are under way or queued, and ends the threads. Every future that {@code
   * runAsync} or {@code refineAsync} returned is complete when this method returns; futures of
   * cancelled runs fail with a {@link RunCancelledException}. Stages, stores and the executor stay
   * open, and the caller closes them.
   */
  @Override
  public void close() {
    runs.close();
  }
}
