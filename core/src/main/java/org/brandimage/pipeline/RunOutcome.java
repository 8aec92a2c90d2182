package org.brandimage.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageException;
import org.jspecify.annotations.Nullable;

/** The outcome of one brief of several: a result or a typed failure. Immutable. */
public final class RunOutcome {
  private final CampaignBrief brief;
  private final @Nullable RunResult result;
  private final @Nullable BrandImageException failure;

  private RunOutcome(
      CampaignBrief brief, @Nullable RunResult result, @Nullable BrandImageException failure) {
    this.brief = Objects.requireNonNull(brief, "brief");
    this.result = result;
    this.failure = failure;
  }

  static RunOutcome of(CampaignBrief brief, RunResult result) {
    return new RunOutcome(brief, result, null);
  }

  static RunOutcome failed(CampaignBrief brief, BrandImageException failure) {
    return new RunOutcome(brief, null, failure);
  }

  /** Waits for a run and returns its outcome. */
  static RunOutcome await(CampaignBrief brief, Future<RunResult> run) throws InterruptedException {
    try {
      return of(brief, run.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BrandImageException failure) {
        return failed(brief, failure);
      }
      return failed(brief, unexpected(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (CancellationException e) {
      return failed(brief, new RunCancelledException("the run was cancelled"));
    }
  }

  private static StageException unexpected(Throwable cause) {
    return new StageException(
        "the run ended with " + cause + " - see the cause, and run this brief again",
        cause,
        StageException.RetryInfo.once(false));
  }

  /** {@return the brief as it was given} */
  public CampaignBrief brief() {
    return brief;
  }

  /** {@return the result, or empty when the run failed} */
  public Optional<RunResult> result() {
    return Optional.ofNullable(result);
  }

  /** {@return the failure, or empty when the run has a result} */
  public Optional<BrandImageException> failure() {
    return Optional.ofNullable(failure);
  }
}
