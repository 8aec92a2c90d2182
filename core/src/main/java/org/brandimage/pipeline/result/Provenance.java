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

/** How a result came to be: enough to make it again with the same library and stages. Immutable. */
public final class Provenance {
  private final String libraryVersion;
  private final Instant startedAt;
  private final Duration waited;
  private final Duration elapsed;
  private final String prompt;
  private final long seed;
  private final Map<StageId, StageIdentity> stages;
  private final List<Timing> timings;
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
    this.stages = copyOf(builder.stages);
    this.timings = List.copyOf(builder.timings);
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
   * @param startedAt when the run began
   * @param prompt the customer's text
   * @return a builder of a run that took no time, cost nothing and of which no more is known
   */
  public static Builder builder(String libraryVersion, Instant startedAt, String prompt) {
    return new Builder(libraryVersion, startedAt, prompt);
  }

  /**
   * Returns the version of this library.
   *
   * @return the version of this library
   */
  public String libraryVersion() {
    return libraryVersion;
  }

  /**
   * Returns when the run began.
   *
   * @return when the run began
   */
  public Instant startedAt() {
    return startedAt;
  }

  /** {@return how long the run waited in the queue before it began} */
  public Duration waited() {
    return waited;
  }

  /**
   * Returns how long it took from its beginning.
   *
   * @return how long it took
   */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * Returns the customer's text.
   *
   * @return the customer's text
   */
  public String prompt() {
    return prompt;
  }

  /**
   * Returns the brief's seed.
   *
   * @return the brief's seed
   */
  public long seed() {
    return seed;
  }

  /**
   * Returns who did the work of each pluggable stage.
   *
   * @return who did the work of each pluggable stage
   */
  public Map<StageId, StageIdentity> stages() {
    return stages;
  }

  /**
   * Returns how long each step took, in the order they happened.
   *
   * @return how long each step took, in the order they happened
   */
  public List<Timing> timings() {
    return timings;
  }

  /**
   * Returns every call to a model.
   *
   * @return every call to a model
   */
  public List<CallRecord> calls() {
    return calls;
  }

  /**
   * Returns what the run cost.
   *
   * @return what the run cost
   */
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

  /**
   * Returns why the products have their sizes, one sentence a scene and canvas.
   *
   * @return why the products have their sizes, one sentence a scene and canvas
   */
  public List<String> plans() {
    return plans;
  }

  /**
   * Returns the policy that chose, with the guidelines it relaxed.
   *
   * @return the policy that chose, with the guidelines it relaxed
   */
  public String policy() {
    return policy;
  }

  /**
   * Returns the rounds it took, and the run it goes on from.
   *
   * @return the rounds it took, and the run it goes on from
   */
  public RunHistory history() {
    return history;
  }

  private static Map<StageId, StageIdentity> copyOf(Map<StageId, StageIdentity> stages) {
    EnumMap<StageId, StageIdentity> copy = new EnumMap<>(StageId.class);
    copy.putAll(stages);
    return Collections.unmodifiableMap(copy);
  }

  @Override
  public String toString() {
    return "Provenance[" + libraryVersion + ", " + startedAt + ", " + elapsed + ", " + cost + "]";
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

  /** Builds a {@link Provenance}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private final String libraryVersion;
    private final Instant startedAt;
    private Duration waited = Duration.ZERO;
    private Duration elapsed = Duration.ZERO;
    private final String prompt;
    private long seed = 0;
    private Map<StageId, StageIdentity> stages = Map.of();
    private List<Timing> timings = List.of();
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
     * Sets how long the run waited in the queue before it began.
     *
     * @param waited how long it waited
     * @return this
     */
    public Builder waited(Duration waited) {
      this.waited = Objects.requireNonNull(waited, "waited");
      return this;
    }

    /**
     * Sets how long it took from its beginning.
     *
     * @param elapsed how long it took
     * @return this
     */
    public Builder elapsed(Duration elapsed) {
      this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
      return this;
    }

    /**
     * Sets the brief's seed.
     *
     * @param seed the brief's seed
     * @return this
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * Sets who did the work of each pluggable stage.
     *
     * @param stages who did the work of each pluggable stage
     * @return this
     */
    public Builder stages(Map<StageId, StageIdentity> stages) {
      this.stages = copyOf(stages);
      return this;
    }

    /**
     * Sets how long each step took, in the order they happened.
     *
     * @param timings how long each step took, in the order they happened
     * @return this
     */
    public Builder timings(List<Timing> timings) {
      this.timings = List.copyOf(timings);
      return this;
    }

    /**
     * Sets every call to a model.
     *
     * @param calls every call to a model
     * @return this
     */
    public Builder calls(List<CallRecord> calls) {
      this.calls = List.copyOf(calls);
      return this;
    }

    /**
     * Sets what the run cost.
     *
     * @param cost what the run cost
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
     * Sets why the products have their sizes, one sentence a scene and canvas.
     *
     * @param plans why the products have their sizes, one sentence a scene and canvas
     * @return this
     */
    public Builder plans(List<String> plans) {
      this.plans = List.copyOf(plans);
      return this;
    }

    /**
     * Sets the policy that chose, with the guidelines it relaxed.
     *
     * @param policy the policy that chose, with the guidelines it relaxed
     * @return this
     */
    public Builder policy(String policy) {
      this.policy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets the rounds it took, and the run it goes on from.
     *
     * @param history the rounds it took, and the run it goes on from
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
