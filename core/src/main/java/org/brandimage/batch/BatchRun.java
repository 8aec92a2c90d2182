package org.brandimage.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.error.RunCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * A batch: briefs that are run into one folder, each into a folder of its own, which is named by
 * the brief's label or else by its number. A brief that fails never stops the others.
 *
 * <pre>{@code
 * try (BatchRun batch =
 *     BatchRun.builder(pipeline, Path.of("spring")).concurrency(4).build()) {
 *   BatchResult result = batch.run(briefs);
 *   System.out.println(result.count(BatchEntry.Status.FAILED) + " failed");
 * }
 * }</pre>
 *
 * <p><b>Resuming.</b> A brief whose folder holds the whole result of an equal brief is not run
 * again. Equal are prompt, brand, canvases, finalists, seed, grid, label, tenant and the ids of the
 * pinned assets; stages, options and the contents of the library are not compared. So a batch that
 * was killed goes on where it was when it is run again with the same briefs. A brief that failed is
 * run again. What had been paid for unfinished briefs is found when the pipeline has a result store
 * that outlives the process, such as {@code FileResultStore}.
 *
 * <p><b>Budget.</b> The pipeline's budget ({@link PipelineOptions#budget()}) holds for each brief.
 * With a budget of the batch a brief begins only when the sum spent, together with all that the
 * briefs under way and this one may spend, is within it; the cost of finished briefs that an
 * earlier run of the batch left counts as spent. The others are reported as not started.
 *
 * <p><b>Reports.</b> {@link BatchReport} describes the files that a batch writes.
 *
 * <p>Thread-safe; one {@code run} at a time. The pipeline stays open, and the caller closes it.
 */
public final class BatchRun implements AutoCloseable {
  private final BrandImagePipeline pipeline;
  private final Path folder;
  private final int concurrency;
  private final Budget budget;
  private final boolean reviewPages;
  private final List<BatchListener> listeners;
  private @Nullable BatchWork work;
  private boolean closed;

  private BatchRun(Builder builder) {
    this.pipeline = builder.pipeline;
    this.folder = builder.folder;
    this.concurrency = builder.concurrency;
    this.budget = builder.budget;
    this.reviewPages = builder.reviewPages;
    this.listeners = List.copyOf(builder.listeners);
    requireBudgetOfBrief();
  }

  /**
   * {@return a builder of a batch without a budget of its own}
   *
   * @param pipeline runs the briefs; with {@link PipelineOptions#concurrentRuns()} of them at once
   *     at most
   * @param folder the folder of the batch, which is made when it does not exist
   */
  public static Builder builder(BrandImagePipeline pipeline, Path folder) {
    return new Builder(pipeline, folder);
  }

  /**
   * Runs the briefs and waits for all of them. Nothing is run when two briefs have the same label
   * or the folder cannot be written to.
   *
   * @param briefs the briefs
   * @return one entry per brief, in the same order
   * @throws InvalidInputException when two briefs have the same label, or labels that differ only
   *     in case; when another batch is being run in the folder; or when it cannot be written to
   * @throws RunCancelledException when the thread was interrupted, its interrupt flag is set again
   *     then, or when the batch or its pipeline was closed; what is finished is kept and reported
   * @throws IllegalStateException when the batch is closed, or another thread runs it
   */
  public BatchResult run(List<CampaignBrief> briefs) {
    List<CampaignBrief> all = List.copyOf(briefs);
    List<String> names = BriefFolders.of(all);
    return BatchLock.holding(folder, () -> run(all, names));
  }

  private BatchResult run(List<CampaignBrief> briefs, List<String> names) {
    BatchWork begun = begin(briefs, names);
    try {
      BatchResult result = begun.execute();
      if (begun.isCancelled()) {
        throw cancelled(begun, briefs.size());
      }
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(begun, briefs.size());
    } finally {
      end();
    }
  }

  /**
   * Cancels the batch: no further brief begins, those under way are cancelled, and what is finished
   * is kept. A {@code run} in another thread ends with a {@link RunCancelledException} soon after.
   */
  @Override
  public synchronized void close() {
    closed = true;
    if (work != null) {
      work.cancel();
    }
  }

  private synchronized BatchWork begin(List<CampaignBrief> briefs, List<String> names) {
    if (closed || work != null) {
      throw new IllegalStateException(closed ? "batch is closed" : "batch is being run");
    }
    BatchWork begun = new BatchWork(this, briefs, names);
    work = begun;
    return begun;
  }

  private synchronized void end() {
    work = null;
  }

  private RunCancelledException cancelled(BatchWork begun, int total) {
    return new RunCancelledException(
        "the batch was cancelled with "
            + begun.withResult()
            + " of "
            + total
            + " briefs done - run it again in the same folder to go on");
  }

  /** What a brief may spend has to be known where the batch is limited. */
  private void requireBudgetOfBrief() {
    Budget brief = pipeline.options().budget();
    boolean units = budget.cap().units() < Long.MAX_VALUE;
    if ((budget.limitsMoney() && !brief.limitsMoney())
        || (units && brief.cap().units() == Long.MAX_VALUE)) {
      throw new PipelineConfigurationException(
          "budget of the batch: "
              + budget
              + " cannot be held, a brief may spend "
              + brief
              + " - limit the same in PipelineOptions.budget");
    }
  }

  BrandImagePipeline pipeline() {
    return pipeline;
  }

  Path folder() {
    return folder;
  }

  int concurrency() {
    return concurrency;
  }

  Budget budget() {
    return budget;
  }

  boolean reviewPages() {
    return reviewPages;
  }

  List<BatchListener> listeners() {
    return listeners;
  }

  /** A builder of {@link BatchRun}. Not thread-safe. */
  public static final class Builder {
    private static final int MOST_CONCURRENT = 1024;

    private final BrandImagePipeline pipeline;
    private final Path folder;
    private final List<BatchListener> listeners = new ArrayList<>();
    private int concurrency;
    private Budget budget = Budget.UNLIMITED;
    private boolean reviewPages = true;

    private Builder(BrandImagePipeline pipeline, Path folder) {
      this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
      this.folder = Objects.requireNonNull(folder, "folder");
      this.concurrency = pipeline.options().concurrentRuns();
    }

    /**
     * Sets the number of briefs that are given to the pipeline at once.
     *
     * @param concurrency from 1 to 1,024; {@link PipelineOptions#concurrentRuns()} by default, and
     *     more than that only makes briefs wait in the pipeline's queue
     * @return this
     * @throws IllegalArgumentException when it is out of range
     */
    public Builder concurrency(int concurrency) {
      if (concurrency < 1 || concurrency > MOST_CONCURRENT) {
        throw new IllegalArgumentException(
            "concurrency must be from 1 to " + MOST_CONCURRENT + ": " + concurrency);
      }
      this.concurrency = concurrency;
      return this;
    }

    /**
     * Sets the upper limit of what the whole batch may spend.
     *
     * @param budget unlimited by default; what it limits, {@link PipelineOptions#budget()} has to
     *     limit too
     * @return this
     */
    public Builder budget(Budget budget) {
      this.budget = Objects.requireNonNull(budget, "budget");
      return this;
    }

    /**
     * Sets whether each folder gets a review page too.
     *
     * @param reviewPages true by default
     * @return this
     */
    public Builder reviewPages(boolean reviewPages) {
      this.reviewPages = reviewPages;
      return this;
    }

    /**
     * Adds a listener to the progress.
     *
     * @param listener receives an entry when a brief has ended
     * @return this
     */
    public Builder addListener(BatchListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Builds the batch.
     *
     * @return a batch that is not begun
     * @throws PipelineConfigurationException when the batch has a budget of what the pipeline's
     *     budget does not limit
     */
    public BatchRun build() {
      return new BatchRun(this);
    }
  }
}
