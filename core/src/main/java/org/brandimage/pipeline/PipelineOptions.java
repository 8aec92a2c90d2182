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

/**
 * The options of a pipeline: threads, limits, policy and the change that is allowed to a
 * background. Immutable.
 */
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
  private final int scenesPerBrief;
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
    this.scenesPerBrief = builder.scenesPerBrief;
    this.rounds = builder.rounds;
  }

  /** {@return the default options} */
  public static PipelineOptions defaults() {
    return builder().build();
  }

  /** {@return a builder with every default} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds all of this value, to change some of it} */
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
    builder.scenesPerBrief = scenesPerBrief;
    builder.rounds = rounds;
    return builder;
  }

  /**
   * {@return the number of pieces of work that are done at once, over all runs, from 1 to 1,024;
   * the number of processors by default}
   */
  public int threads() {
    return threads;
  }

  /**
   * {@return the number of runs under way at once in {@code runAsync} and {@code runAll}, from 1 to
   * 1,024; 2 by default}
   */
  public int concurrentRuns() {
    return concurrentRuns;
  }

  /**
   * {@return the number of runs that may wait in addition to those under way, from 0 to 1,000,000;
   * 256 by default} A further run is refused with a {@link
   * org.brandimage.spi.error.QueueFullException}.
   */
  public int queueCapacity() {
    return queueCapacity;
  }

  /**
   * {@return the longest time that a run may take from its start, or empty for no limit} Waiting in
   * the queue does not count.
   */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  /**
   * {@return the upper limit of the money and paid units that one run may spend; unlimited by
   * default}
   */
  public Budget budget() {
    return budget;
  }

  /**
   * {@return the policy that decides which verdicts pass; by default strict, and relaxed for a
   * canvas where nothing passed}
   */
  public JudgePolicy policy() {
    return policy;
  }

  /**
   * {@return the change that an outpainter may make to a retrieved background; {@link
   * BackgroundUse#REGENERATE} by default} Where no background was retrieved, everything but the
   * products is generated.
   */
  public BackgroundUse backgroundUse() {
    return backgroundUse;
  }

  /** {@return the mode in which the products' own pixels are put back; exact by default} */
  public RestoreMode restoreMode() {
    return restoreMode;
  }

  /**
   * {@return the number of pictures that are asked for of each candidate, from 1 to 16; 1 by
   * default}
   */
  public int imagesPerCandidate() {
    return imagesPerCandidate;
  }

  /**
   * {@return the number of assets that are retrieved for each entity, of which the best is used,
   * from 1 to 1,000; 5 by default}
   */
  public int retrievalLimit() {
    return retrievalLimit;
  }

  /** {@return how many scenes a brief may get, each with a background of its own} */
  public int scenesPerBrief() {
    return scenesPerBrief;
  }

  /**
   * {@return the number of rounds that a run may have and the part of the grid that each outpaints;
   * one round over the whole grid by default}
   */
  public RoundOptions rounds() {
    return rounds;
  }

  /** A builder of {@link PipelineOptions}. Not thread-safe. */
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
    private int scenesPerBrief = 1;
    private RoundOptions rounds = RoundOptions.DEFAULT;

    private Builder() {}

    /**
     * Sets the number of pieces of work that are done at once, over all runs.
     *
     * @param threads from 1 to 1,024; the number of processors by default
     * @return this
     * @throws IllegalArgumentException when it is out of range
     */
    public Builder threads(int threads) {
      this.threads = inRange("threads", threads, 1024);
      return this;
    }

    /**
     * Sets the number of runs under way at once in {@code runAsync} and {@code runAll}.
     *
     * @param concurrentRuns from 1 to 1,024; 2 by default
     * @return this
     * @throws IllegalArgumentException when it is out of range
     */
    public Builder concurrentRuns(int concurrentRuns) {
      this.concurrentRuns = inRange("concurrentRuns", concurrentRuns, 1024);
      return this;
    }

    /**
     * Sets the number of runs that may wait in addition to those under way.
     *
     * @param queueCapacity from 0 to 1,000,000; 256 by default
     * @return this
     * @throws IllegalArgumentException when it is out of range
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
     * Sets the longest time that a run may take from its start.
     *
     * @param deadline above zero; no limit by default
     * @return this
     * @throws IllegalArgumentException when it is zero or negative
     */
    public Builder deadline(Duration deadline) {
      if (deadline.isNegative() || deadline.isZero()) {
        throw new IllegalArgumentException("deadline must be above zero: " + deadline);
      }
      this.deadline = deadline;
      return this;
    }

    /**
     * Sets the upper limit of the money and paid units that one run may spend.
     *
     * @param budget such as {@code Budget.ofUsd("2.00")}; unlimited by default
     * @return this
     */
    public Builder budget(Budget budget) {
      this.budget = Objects.requireNonNull(budget, "budget");
      return this;
    }

    /**
     * Sets the policy that decides which verdicts pass.
     *
     * @param policy the policy; by default strict, and relaxed for a canvas where nothing passed
     * @return this
     */
    public Builder policy(JudgePolicy policy) {
      this.policy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets the change that an outpainter may make to a retrieved background.
     *
     * @param backgroundUse {@link BackgroundUse#REGENERATE} by default
     * @return this
     */
    public Builder backgroundUse(BackgroundUse backgroundUse) {
      this.backgroundUse = Objects.requireNonNull(backgroundUse, "backgroundUse");
      return this;
    }

    /**
     * Sets the mode in which the products' own pixels are put back.
     *
     * @param restoreMode the mode; exact by default
     * @return this
     */
    public Builder restoreMode(RestoreMode restoreMode) {
      this.restoreMode = Objects.requireNonNull(restoreMode, "restoreMode");
      return this;
    }

    /**
     * Sets the number of pictures that are asked for of each candidate.
     *
     * @param imagesPerCandidate from 1 to 16; 1 by default
     * @return this
     * @throws IllegalArgumentException when it is out of range
     */
    public Builder imagesPerCandidate(int imagesPerCandidate) {
      this.imagesPerCandidate = inRange("imagesPerCandidate", imagesPerCandidate, 16);
      return this;
    }

    /**
     * Sets the number of assets that are retrieved for each entity.
     *
     * @param retrievalLimit from 1 to 1,000; 5 by default
     * @return this
     * @throws IllegalArgumentException when it is out of range
     */
    public Builder retrievalLimit(int retrievalLimit) {
      this.retrievalLimit = inRange("retrievalLimit", retrievalLimit, 1000);
      return this;
    }

    /**
     * Sets how many scenes a brief may get, each with a background of its own, so that finalists
     * differ in their place. A place that the brief names gets one at least; further backgrounds
     * must suit the products nearly as well as the best, and their scenes are captioned, painted
     * and judged like the first, at the same price.
     *
     * @param scenesPerBrief from 1 to 26; 1 by default
     * @return this
     * @throws IllegalArgumentException when it is outside that range
     */
    public Builder scenesPerBrief(int scenesPerBrief) {
      this.scenesPerBrief = inRange("scenesPerBrief", scenesPerBrief, 26);
      return this;
    }

    /**
     * Sets the number of rounds that a run may have and the part of the grid that each outpaints.
     *
     * @param rounds one round over the whole grid by default
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
