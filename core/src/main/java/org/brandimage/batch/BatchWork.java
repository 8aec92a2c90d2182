package org.brandimage.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.brandimage.archive.RunArchive;
import org.brandimage.batch.BatchEntry.Failure;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.RunHandle;
import org.brandimage.pipeline.execution.Threads;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.review.ReviewPage;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.BudgetExceededException;
import org.brandimage.spi.error.QueueFullException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.text.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * One run of a batch. The calling thread decides which brief begins, so that runs have its context;
 * threads of the batch wait for results and write them.
 */
final class BatchWork {
  private final BrandImagePipeline pipeline;
  private final Budget budget;
  private final int concurrency;
  private final List<CampaignBrief> briefs;
  private final BatchProgress progress;
  private final Admission admission;
  private final RunArchive archive;
  private final EarlierResults earlier;
  private final Set<RunHandle> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  BatchWork(BatchRun batch, List<CampaignBrief> briefs, List<String> names) {
    this.pipeline = batch.pipeline();
    this.budget = batch.budget();
    this.concurrency = batch.concurrency();
    this.briefs = briefs;
    this.progress = new BatchProgress(batch.folder(), briefs, names, batch.listeners());
    RunArchive plain = RunArchive.create();
    this.archive =
        batch.reviewPages()
            ? plain.withPage(ReviewPage.FILE_NAME, ReviewPage.create()::render)
            : plain;
    this.earlier = new EarlierResults(archive);
    this.admission = new Admission(concurrency, budget, pipeline.options().budget());
  }

  /** Runs what is to be run, and reports whatever has come of it also when it was cancelled. */
  BatchResult execute() throws InterruptedException {
    BatchReport.write(progress.result());
    ExecutorService threads = Threads.fixed("brandimage-batch", concurrency);
    try {
      for (int index : withoutEarlierResult()) {
        begin(index, threads);
      }
      admission.awaitNoneUnderWay();
    } finally {
      stop();
      awaitEnds();
      threads.shutdown();
      BatchReport.write(progress.result());
    }
    return progress.result();
  }

  /** Ends the batch before its time. */
  void cancel() {
    cancelled = true;
    stop();
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Returns the number of briefs with a result. */
  long withResult() {
    return progress.result().entries().stream().filter(BatchEntry::hasResult).count();
  }

  /** Lets no further brief begin and cancels those under way. */
  private void stop() {
    admission.stop();
    underWay.forEach(RunHandle::cancel);
  }

  /** Reads what was finished earlier; all of it, since its cost counts against the budget. */
  private List<Integer> withoutEarlierResult() {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < briefs.size(); i++) {
      Path folder = progress.outcome(i, Status.NOT_STARTED).build().folder();
      Optional<RunResult> found = earlier.find(briefs.get(i), folder);
      if (found.isPresent()) {
        Provenance provenance = found.get().provenance();
        admission.count(provenance.cost());
        progress.ended(
            withResult(progress.outcome(i, Status.REUSED_FROM_EARLIER), found.get())
                .reused(provenance.cost().plus(provenance.reused()))
                .build());
      } else {
        missing.add(i);
      }
    }
    return missing;
  }

  private void begin(int index, ExecutorService threads) throws InterruptedException {
    switch (admission.enter()) {
      case STOPPED -> notStarted(index, cancellation());
      case NO_BUDGET -> notStarted(index, overBudget());
      case ENTERED -> {
        RunHandle run = submitted(briefs.get(index));
        if (run == null) {
          admission.leave(Cost.NONE);
          notStarted(index, cancellation());
        } else {
          threads.execute(() -> finish(index, run));
        }
      }
    }
  }

  /** Returns a run that waits or is under way; null when the batch or the pipeline has ended. */
  private @Nullable RunHandle submitted(CampaignBrief brief) throws InterruptedException {
    while (!admission.stopped()) {
      try {
        RunHandle run = pipeline.runAsync(brief, event -> {});
        underWay.add(run);
        if (admission.stopped()) {
          // A stop may have looked at what is under way before this run was.
          run.cancel();
        }
        return run;
      } catch (QueueFullException e) {
        admission.pause();
      } catch (IllegalStateException e) {
        if (!pipeline.isClosed()) {
          throw e;
        }
        cancel();
      }
    }
    return null;
  }

  private void finish(int index, RunHandle run) {
    Cost spent = Cost.NONE;
    try {
      BatchEntry entry = outcome(index, run);
      spent = entry.cost();
      progress.ended(entry);
    } finally {
      underWay.remove(run);
      admission.leave(spent);
    }
  }

  private BatchEntry outcome(int index, RunHandle run) {
    try {
      RunResult result = run.future().get();
      BatchEntry.Builder entry = progress.outcome(index, Status.FINISHED);
      BatchEntry finished =
          withResult(entry, result)
              .cost(result.provenance().cost())
              .reused(result.provenance().reused())
              .build();
      archive.write(result, finished.folder());
      return finished;
    } catch (ExecutionException e) {
      return failed(index, run, e.getCause() == null ? e : e.getCause());
    } catch (CancellationException | InterruptedException e) {
      return failed(index, run, new RunCancelledException("the batch was cancelled"));
    } catch (RuntimeException | Error e) {
      // Even an exhausted heap while one result is written must not end the other briefs.
      return failed(index, run, e);
    }
  }

  private static BatchEntry.Builder withResult(BatchEntry.Builder entry, RunResult result) {
    if (!result.finalists().isEmpty()) {
      Finalist best = result.finalists().get(0);
      entry.picture(best.candidate().canvas() + "-" + best.place() + ".png");
    }
    return entry
        .counts(result.finalists().size(), result.warnings().size())
        .elapsed(result.provenance().elapsed());
  }

  private BatchEntry failed(int index, RunHandle run, Throwable cause) {
    return progress
        .outcome(index, Status.FAILED)
        .cost(run.progress().spent())
        .elapsed(run.progress().elapsed())
        .failure(failure(cause))
        .build();
  }

  private void notStarted(int index, Throwable reason) {
    progress.ended(progress.outcome(index, Status.NOT_STARTED).failure(failure(reason)).build());
  }

  private static Failure failure(Throwable cause) {
    return new Failure(
        cause.getClass().getSimpleName(), PrintableText.of(String.valueOf(cause.getMessage())));
  }

  private static RunCancelledException cancellation() {
    return new RunCancelledException("not started: the batch was cancelled; run it again");
  }

  private BudgetExceededException overBudget() {
    Cost spent = admission.spent();
    Cost brief = pipeline.options().budget().cap();
    List<String> limits = new ArrayList<>();
    if (budget.limitsMoney()) {
      limits.add(
          dollars(spent)
              + " of "
              + dollars(budget.cap())
              + " are spent, a brief may spend "
              + dollars(brief));
    }
    if (budget.cap().units() < Long.MAX_VALUE) {
      limits.add(
          spent.units()
              + " of "
              + budget.cap().units()
              + " units are spent, a brief may spend "
              + brief.units());
    }
    return new BudgetExceededException(
        "not started: budget - " + String.join("; ", limits) + "; raise the batch's budget");
  }

  private static String dollars(Cost cost) {
    return "$" + cost.usd().stripTrailingZeros().toPlainString();
  }

  /** Waits for briefs that were cancelled or are being written; both end by themselves. */
  private void awaitEnds() {
    boolean interrupted = false;
    while (true) {
      try {
        admission.awaitNoneUnderWay();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
