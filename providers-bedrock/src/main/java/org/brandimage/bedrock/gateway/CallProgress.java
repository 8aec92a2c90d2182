package org.brandimage.bedrock.gateway;

import java.time.Duration;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.jspecify.annotations.Nullable;

/** The progress of one call: its attempts and last failure. Used by one thread only. */
final class CallProgress {
  /** When the call began, on the gateway's clock. */
  final long start;

  /** How often a request was sent. */
  int attempts;

  /** How often a request was sent that may be billed. */
  int purchases;

  /** Whether the last request may have been executed. */
  boolean mayBeExecuted;

  /** Why the last request was refused. */
  @Nullable BrandImageException last;

  CallProgress(long start) {
    this.start = start;
  }

  /** Returns the failure of a call that has waited long enough. */
  BrandImageException waitedTooLong(String model, Duration longestWait) {
    if (last != null) {
      return last;
    }
    return new ProviderThrottledException(
        model
            + ": no turn within "
            + longestWait
            + " - ask for fewer at once, or raise the rate limit or RetryPolicy.longestWait",
        null,
        new RetryInfo(Math.max(1, attempts), true, ""));
  }
}
