package org.brandimage.pipeline.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;

/**
 * How a result came to be: enough to make it again with the same library and stages.
 *
 * @param libraryVersion the version of this library
 * @param startedAt when the run began
 * @param elapsed how long it took
 * @param prompt the customer's text
 * @param seed the brief's seed
 * @param stages who did the work of each pluggable stage
 * @param timings how long each step took, in the order they happened
 * @param calls every call to a model
 * @param cost what the run cost
 * @param plans why the products have their sizes, one sentence a scene and canvas
 * @param policy the policy that chose, with the guidelines it relaxed
 * @param history the rounds it took, and the run it goes on from
 */
public record Provenance(
    String libraryVersion,
    Instant startedAt,
    Duration elapsed,
    String prompt,
    long seed,
    Map<StageId, StageIdentity> stages,
    List<Timing> timings,
    List<CallRecord> calls,
    Cost cost,
    List<String> plans,
    String policy,
    RunHistory history) {
  /** Checks and copies the values. */
  public Provenance {
    Objects.requireNonNull(libraryVersion, "libraryVersion");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(elapsed, "elapsed");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(policy, "policy");
    EnumMap<StageId, StageIdentity> copy = new EnumMap<>(StageId.class);
    copy.putAll(stages);
    stages = Collections.unmodifiableMap(copy);
    timings = List.copyOf(timings);
    calls = List.copyOf(calls);
    plans = List.copyOf(plans);
    // Absent in a run that was written before rounds were.
    history = Objects.requireNonNullElse(history, RunHistory.UNKNOWN);
  }

  /**
   * How long a step took.
   *
   * @param stage the step
   * @param elapsed from its first to its last piece of work
   * @param pieces how many pieces of work it had
   */
  public record Timing(StageId stage, Duration elapsed, int pieces) {
    /** Checks the values. */
    public Timing {
      Objects.requireNonNull(stage, "stage");
      Objects.requireNonNull(elapsed, "elapsed");
    }
  }
}
