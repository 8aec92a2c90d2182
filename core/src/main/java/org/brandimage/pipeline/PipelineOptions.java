package org.brandimage.pipeline;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.imaging.restore.RestoreMode;
import org.brandimage.quality.JudgePolicies;
import org.brandimage.quality.JudgePolicy;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.jspecify.annotations.Nullable;

/** How a pipeline runs: threads, limits, policy and what may happen to a background. Immutable. */
public final class PipelineOptions {
  private final int threads;
  private final int concurrentRuns;
  private final int queueCapacity;
  private final @Nullable Duration deadline;
  private final Budget budget;
  private final JudgePolicy policy;
  private final BackgroundUse backgroundUse;
  private final RestoreMode restoreMode;
  private final int imagesPerCandidate;
  private final int retrievalLimit;
  private final RoundOptions rounds;

  private PipelineOptions(Builder builder) {
    this.threads = builder.threads;
    this.concurrentRuns = builder.concurrentRuns;
    this.queueCapacity = builder.queueCapacity;
    this.deadline = builder.deadline;
    this.budget = builder.budget;
    this.policy = builder.policy;
    this.backgroundUse = builder.backgroundUse;
    this.restoreMode = builder.restoreMode;
    this.imagesPerCandidate = builder.imagesPerCandidate;
    this.retrievalLimit = builder.retrievalLimit;
    this.rounds = builder.rounds;
  }

  /**
   * Returns the options of a pipeline that sets none.
   *
   * @return every default
   */
  public static PipelineOptions defaults() {
    return builder().build();
  }

  /**
   * Starts a builder.
   *
   * @return a builder with every default
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts a builder from this value, to change some of it.
   *
   * @return a builder with all of this value
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.threads = threads;
    builder.concurrentRuns = concurrentRuns;
    builder.queueCapacity = queueCapacity;
    builder.deadline = deadline;
    builder.budget = budget;
    builder.policy = policy;
    builder.backgroundUse = backgroundUse;
    builder.restoreMode = restoreMode;
    builder.imagesPerCandidate = imagesPerCandidate;
    builder.retrievalLimit = retrievalLimit;
    builder.rounds = rounds;
    return builder;
  }

  /**
   * Returns how many pieces of work are done at once, over all runs.
   *
   * @return at least 1; the number of processors by default
   */
  public int threads() {
    return threads;
  }

  /**
   * Returns how many runs are under way at once in {@code runAsync} and {@code runAll}.
   *
   * @return at least 1; 2 by default
   */
  public int concurrentRuns() {
    return concurrentRuns;
  }

  /**
   * Returns how many runs may wait besides those under way. One more is refused with a {@link
   * org.brandimage.spi.error.QueueFullException}.
   *
   * @return from 0 to 1,000,000; 256 by default
   */
  public int queueCapacity() {
    return queueCapacity;
  }

  /**
   * Returns the longest time a run may take, from its start: waiting in the queue does not count.
   *
   * @return the deadline, or empty for none
   */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  /**
   * Returns the hard cap on what one run may spend.
   *
   * @return the cap; unlimited by default
   */
  public Budget budget() {
    return budget;
  }

  /**
   * Returns what decides whether a verdict passes.
   *
   * @return the policy; by default strict, and relaxed for a canvas where nothing passed
   */
  public JudgePolicy policy() {
    return policy;
  }

  /**
   * Returns what an outpainter may do to a retrieved background; where none was retrieved
   * everything is generated.
   *
   * @return the use; everything but the product may change by default
   */
  public BackgroundUse backgroundUse() {
    return backgroundUse;
  }

  /**
   * Returns how the product's own pixels are put back.
   *
   * @return the mode; exact by default
   */
  public RestoreMode restoreMode() {
    return restoreMode;
  }

  /**
   * Returns how many pictures are asked for of each candidate.
   *
   * @return from 1 to 16; 1 by default
   */
  public int imagesPerCandidate() {
    return imagesPerCandidate;
  }

  /**
   * Returns how many assets are retrieved for each entity; the best is used.
   *
   * @return from 1 to 1,000; 5 by default
   */
  public int retrievalLimit() {
    return retrievalLimit;
  }

  /**
   * Returns how many rounds a run may have and how much of the grid each outpaints.
   *
   * @return one round over the whole grid by default
   */
  public RoundOptions rounds() {
    return rounds;
  }

  /** Builds {@link PipelineOptions}. Every setter refuses a value out of range. Not thread-safe. */
  public static final class Builder {
    private int threads = Runtime.getRuntime().availableProcessors();
    private int concurrentRuns = 2;
    private int queueCapacity = 256;
    private @Nullable Duration deadline;
    private Budget budget = Budget.UNLIMITED;
    private JudgePolicy policy = JudgePolicies.relaxing();
    private BackgroundUse backgroundUse = BackgroundUse.REGENERATE;
    private RestoreMode restoreMode = RestoreMode.EXACT;
    private int imagesPerCandidate = 1;
    private int retrievalLimit = RetrieveRequest.DEFAULT_LIMIT;
    private RoundOptions rounds = RoundOptions.DEFAULT;

    private Builder() {}

    /**
     * Sets how many pieces of work are done at once.
     *
     * @param threads from 1 to 1,024
     * @return this
     */
    public Builder threads(int threads) {
      this.threads = inRange("threads", threads, 1024);
      return this;
    }

    /**
     * Sets how many runs are under way at once.
     *
     * @param concurrentRuns from 1 to 1,024
     * @return this
     */
    public Builder concurrentRuns(int concurrentRuns) {
      this.concurrentRuns = inRange("concurrentRuns", concurrentRuns, 1024);
      return this;
    }

    /**
     * Sets how many runs may wait besides those under way.
     *
     * @param queueCapacity from 0 to 1,000,000
     * @return this
     */
    public Builder queueCapacity(int queueCapacity) {
      if (queueCapacity < 0 || queueCapacity > 1_000_000) {
        throw new IllegalArgumentException(
            "queueCapacity must be from 0 to 1,000,000: " + queueCapacity);
      }
      this.queueCapacity = queueCapacity;
      return this;
    }

    /**
     * Sets the longest time a run may take from its start.
     *
     * @param deadline above zero
     * @return this
     */
    public Builder deadline(Duration deadline) {
      if (deadline.isNegative() || deadline.isZero()) {
        throw new IllegalArgumentException("deadline must be above zero: " + deadline);
      }
      this.deadline = deadline;
      return this;
    }

    /**
     * Sets the hard cap on what one run may spend.
     *
     * @param budget such as {@code Budget.ofUsd("2.00")}
     * @return this
     */
    public Builder budget(Budget budget) {
      this.budget = Objects.requireNonNull(budget, "budget");
      return this;
    }

    /**
     * Sets what decides whether a verdict passes.
     *
     * @param policy the policy
     * @return this
     */
    public Builder policy(JudgePolicy policy) {
      this.policy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets what may happen to a retrieved background.
     *
     * @param backgroundUse the use
     * @return this
     */
    public Builder backgroundUse(BackgroundUse backgroundUse) {
      this.backgroundUse = Objects.requireNonNull(backgroundUse, "backgroundUse");
      return this;
    }

    /**
     * Sets how the product's own pixels are put back.
     *
     * @param restoreMode the mode
     * @return this
     */
    public Builder restoreMode(RestoreMode restoreMode) {
      this.restoreMode = Objects.requireNonNull(restoreMode, "restoreMode");
      return this;
    }

    /**
     * Sets how many pictures are asked for of each candidate.
     *
     * @param imagesPerCandidate from 1 to 16
     * @return this
     */
    public Builder imagesPerCandidate(int imagesPerCandidate) {
      this.imagesPerCandidate = inRange("imagesPerCandidate", imagesPerCandidate, 16);
      return this;
    }

    /**
     * Sets how many assets are retrieved for each entity.
     *
     * @param retrievalLimit from 1 to 1,000
     * @return this
     */
    public Builder retrievalLimit(int retrievalLimit) {
      this.retrievalLimit = inRange("retrievalLimit", retrievalLimit, 1000);
      return this;
    }

    /**
     * Sets how many rounds a run may have and how much of the grid each outpaints.
     *
     * @param rounds the rounds
     * @return this
     */
    public Builder rounds(RoundOptions rounds) {
      this.rounds = Objects.requireNonNull(rounds, "rounds");
      return this;
    }

    /**
     * Builds the options.
     *
     * @return immutable options
     */
    public PipelineOptions build() {
      return new PipelineOptions(this);
    }

    private static int inRange(String name, int value, int most) {
      if (value < 1 || value > most) {
        throw new IllegalArgumentException(name + " must be from 1 to " + most + ": " + value);
      }
      return value;
    }
  }
}
