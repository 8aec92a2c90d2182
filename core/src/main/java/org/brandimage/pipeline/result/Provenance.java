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
 * The record of how a result was made: enough to make it again with the same library and stages.
 * Immutable.
 */
public final class Provenance {
  private final String libraryVersion;
  private final Instant startedAt;
  private final Duration waited;
  private final Duration elapsed;
  private final String prompt;
  private final long seed;
  private final Map<StageId, StageIdentity> stages;
  private final List<Timing> timings;
  private final Map<StageId, Duration> work;
  private final List<CallRecord> calls;
  private final Cost cost;
  private final Cost reused;
  private final List<String> plans;
  private final String policy;
  private final RunHistory history;

  private Provenance(Builder builder) {
    this.libraryVersion = builder.libraryVersion;
    this.startedAt = builder.startedAt;
    this.waited = builder.waited;
    this.elapsed = builder.elapsed;
    this.prompt = builder.prompt;
    this.seed = builder.seed;
    this.stages = inOrder(builder.stages);
    this.timings = List.copyOf(builder.timings);
    this.work = inOrder(builder.work);
    this.calls = List.copyOf(builder.calls);
    this.cost = builder.cost;
    this.reused = builder.reused;
    this.plans = List.copyOf(builder.plans);
    this.policy = builder.policy;
    this.history = builder.history;
  }

  /**
   * Starts a builder.
   *
   * @param libraryVersion the version of this library
   * @param startedAt the time at which the run began
   * @param prompt the customer's text
   * @return a builder of a run that took no time and cost nothing, with empty records
   */
  public static Builder builder(String libraryVersion, Instant startedAt, String prompt) {
    return new Builder(libraryVersion, startedAt, prompt);
  }

  /** {@return the version of this library} */
  public String libraryVersion() {
    return libraryVersion;
  }

  /** {@return the time at which the run began} */
  public Instant startedAt() {
    return startedAt;
  }

  /** {@return the time that the run waited in the queue before it began} */
  public Duration waited() {
    return waited;
  }

  /** {@return the time that the run took from its beginning, without the waiting} */
  public Duration elapsed() {
    return elapsed;
  }

  /** {@return the customer's text} */
  public String prompt() {
    return prompt;
  }

  /** {@return the brief's seed} */
  public long seed() {
    return seed;
  }

  /** {@return the implementation of each pluggable stage} */
  public Map<StageId, StageIdentity> stages() {
    return stages;
  }

  /** {@return the time that each step took, in the order of the steps} */
  public List<Timing> timings() {
    return timings;
  }

  /**
   * Returns how long threads have worked for each step, summed over its pieces. Work counts where
   * it is caused: opening an outpainter's picture for the outpainter, measured guidelines for the
   * judge, whenever they happen.
   *
   * @return the steps that had work, in their order; empty for runs written before it was counted
   */
  public Map<StageId, Duration> work() {
    return work;
  }

  /** {@return the records of all calls to models} */
  public List<CallRecord> calls() {
    return calls;
  }

  /** {@return the cost of the run} */
  public Cost cost() {
    return cost;
  }

  /**
   * Returns what the stored results that the run reused have cost earlier runs; no part of {@link
   * #cost}.
   *
   * @return the sum, {@link Cost#NONE} when nothing was reused
   */
  public Cost reused() {
    return reused;
  }

  /** {@return the planner's reasons for the products' sizes, one sentence per scene and canvas} */
  public List<String> plans() {
    return plans;
  }

  /** {@return the policy that selected the pictures, with the guidelines that it relaxed} */
  public String policy() {
    return policy;
  }

  /** {@return the rounds of the run, and the earlier run that it continues} */
  public RunHistory history() {
    return history;
  }

  private static <V> Map<StageId, V> inOrder(Map<StageId, V> stages) {
    EnumMap<StageId, V> copy = new EnumMap<>(StageId.class);
    copy.putAll(stages);
    return Collections.unmodifiableMap(copy);
  }

  @Override
  public String toString() {
    return "Provenance[" + libraryVersion + ", " + startedAt + ", " + elapsed + ", " + cost + "]";
  }

  /**
   * The time that a step took.
   *
   * @param stage the step
   * @param elapsed the time from its first to its last piece of work
   * @param pieces the number of pieces of work
   */
  public record Timing(StageId stage, Duration elapsed, int pieces) {
    /** Checks the values. */
    public Timing {
      Objects.requireNonNull(stage, "stage");
      Objects.requireNonNull(elapsed, "elapsed");
    }
  }

  /** A builder of {@link Provenance}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private final String libraryVersion;
    private final Instant startedAt;
    private Duration waited = Duration.ZERO;
    private Duration elapsed = Duration.ZERO;
    private final String prompt;
    private long seed = 0;
    private Map<StageId, StageIdentity> stages = Map.of();
    private List<Timing> timings = List.of();
    private Map<StageId, Duration> work = Map.of();
    private List<CallRecord> calls = List.of();
    private Cost cost = Cost.NONE;
    private Cost reused = Cost.NONE;
    private List<String> plans = List.of();
    private String policy = "";
    private RunHistory history = RunHistory.UNKNOWN;

    private Builder(String libraryVersion, Instant startedAt, String prompt) {
      this.libraryVersion = Objects.requireNonNull(libraryVersion, "libraryVersion");
      this.startedAt = Objects.requireNonNull(startedAt, "startedAt");
      this.prompt = Objects.requireNonNull(prompt, "prompt");
    }

    /**
     * Sets the time that the run waited in the queue before it began.
     *
     * @param waited the time; zero by default
     * @return this
     */
    public Builder waited(Duration waited) {
      this.waited = Objects.requireNonNull(waited, "waited");
      return this;
    }

    /**
     * Sets the time that the run took from its beginning.
     *
     * @param elapsed the time without the waiting; zero by default
     * @return this
     */
    public Builder elapsed(Duration elapsed) {
      this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
      return this;
    }

    /**
     * Sets the brief's seed.
     *
     * @param seed the seed; 0 by default
     * @return this
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * Sets the implementation of each pluggable stage.
     *
     * @param stages the implementations by stage; none by default
     * @return this
     */
    public Builder stages(Map<StageId, StageIdentity> stages) {
      this.stages = inOrder(stages);
      return this;
    }

    /**
     * Sets the time that each step took.
     *
     * @param timings in the order of the steps; none by default
     * @return this
     */
    public Builder timings(List<Timing> timings) {
      this.timings = List.copyOf(timings);
      return this;
    }

    /**
     * Sets how long threads have worked for each step.
     *
     * @param work none by default
     * @return this
     */
    public Builder work(Map<StageId, Duration> work) {
      this.work = Map.copyOf(work);
      return this;
    }

    /**
     * Sets the records of all calls to models.
     *
     * @param calls one record per call; none by default
     * @return this
     */
    public Builder calls(List<CallRecord> calls) {
      this.calls = List.copyOf(calls);
      return this;
    }

    /**
     * Sets the cost of the run.
     *
     * @param cost the cost; nothing by default
     * @return this
     */
    public Builder cost(Cost cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    /**
     * Sets what the stored results that the run reused have cost earlier runs.
     *
     * @param reused the sum
     * @return this
     */
    public Builder reused(Cost reused) {
      this.reused = Objects.requireNonNull(reused, "reused");
      return this;
    }

    /**
     * Sets the planner's reasons for the products' sizes.
     *
     * @param plans one sentence per scene and canvas; none by default
     * @return this
     */
    public Builder plans(List<String> plans) {
      this.plans = List.copyOf(plans);
      return this;
    }

    /**
     * Sets the policy that selected the pictures.
     *
     * @param policy its name, with the guidelines that it relaxed; empty by default
     * @return this
     */
    public Builder policy(String policy) {
      this.policy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets the rounds of the run, and the earlier run that it continues.
     *
     * @param history the history; {@link RunHistory#UNKNOWN} by default
     * @return this
     */
    public Builder history(RunHistory history) {
      this.history = Objects.requireNonNull(history, "history");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public Provenance build() {
      return new Provenance(this);
    }
  }
}
