package org.brandimage.pipeline.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.refine.Refinement;
import org.jspecify.annotations.Nullable;

/**
 * What one round of a run did and what came of it. Its candidates stand in the result, under the
 * scenes of the round. Immutable.
 */
public final class RoundRecord {
  private final int number;
  private final Refinement change;
  private final List<String> scenes;
  private final int candidates;
  private final int outpainted;
  private final int passed;
  private final Map<String, Integer> failures;
  private final Cost cost;
  private final Cost spared;

  private RoundRecord(Builder builder) {
    this.number = builder.number;
    this.change = builder.change;
    this.scenes = List.copyOf(builder.scenes);
    this.candidates = builder.candidates;
    this.outpainted = builder.outpainted;
    this.passed = builder.passed;
    this.failures = Collections.unmodifiableMap(new TreeMap<>(builder.failures));
    this.cost = builder.cost;
    this.spared = builder.spared;
  }

  /**
   * Starts a builder.
   *
   * @param number the number of the round, from 1
   * @return a builder of a round that changed nothing, planned nothing and cost nothing
   */
  public static Builder builder(int number) {
    return new Builder(number);
  }

  /**
   * Returns the number of the round, from 1.
   *
   * @return the number of the round, from 1
   */
  public int number() {
    return number;
  }

  /**
   * Returns what it did differently from the round before; empty for a first round.
   *
   * @return what it did differently from the round before; empty for a first round
   */
  public Refinement change() {
    return change;
  }

  /**
   * Returns the ids of its scenes.
   *
   * @return the ids of its scenes
   */
  public List<String> scenes() {
    return scenes;
  }

  /**
   * Returns how many candidates were planned.
   *
   * @return how many candidates were planned
   */
  public int candidates() {
    return candidates;
  }

  /**
   * Returns how many of them were outpainted.
   *
   * @return how many of them were outpainted
   */
  public int outpainted() {
    return outpainted;
  }

  /**
   * Returns how many pictures passed the policy when the round was over.
   *
   * @return how many pictures passed the policy when the round was over
   */
  public int passed() {
    return passed;
  }

  /**
   * Returns how many candidates failed each guideline, by the guideline's id.
   *
   * @return how many candidates failed each guideline, by the guideline's id
   */
  public Map<String, Integer> failures() {
    return failures;
  }

  /**
   * Returns what the round cost.
   *
   * @return what the round cost
   */
  public Cost cost() {
    return cost;
  }

  /**
   * Returns the most that not outpainting the others has saved, in paid units and money; units only
   * when the outpainter names no price.
   *
   * @return the most that not outpainting the others has saved, in paid units and money; units only
   *     when the outpainter names no price
   */
  public Cost spared() {
    return spared;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RoundRecord that
        && number == that.number
        && change.equals(that.change)
        && scenes.equals(that.scenes)
        && candidates == that.candidates
        && outpainted == that.outpainted
        && passed == that.passed
        && failures.equals(that.failures)
        && cost.equals(that.cost)
        && spared.equals(that.spared);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        number, change, scenes, candidates, outpainted, passed, failures, cost, spared);
  }

  @Override
  public String toString() {
    return "RoundRecord[" + number + ": " + passed + " of " + candidates + " passed]";
  }

  /** Builds a {@link RoundRecord}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private final int number;
    private Refinement change = Refinement.NONE;
    private List<String> scenes = List.of();
    private int candidates = 0;
    private int outpainted = 0;
    private int passed = 0;
    private Map<String, Integer> failures = Map.of();
    private Cost cost = Cost.NONE;
    private Cost spared = Cost.NONE;

    private Builder(int number) {
      this.number = number;
    }

    /**
     * Sets what it did differently from the round before; empty for a first round.
     *
     * @param change what it did differently from the round before; empty for a first round
     * @return this
     */
    public Builder change(Refinement change) {
      this.change = Objects.requireNonNull(change, "change");
      return this;
    }

    /**
     * Sets the ids of its scenes.
     *
     * @param scenes the ids of its scenes
     * @return this
     */
    public Builder scenes(List<String> scenes) {
      this.scenes = List.copyOf(scenes);
      return this;
    }

    /**
     * Sets how many candidates were planned.
     *
     * @param candidates how many candidates were planned
     * @return this
     */
    public Builder candidates(int candidates) {
      this.candidates = candidates;
      return this;
    }

    /**
     * Sets how many of them were outpainted.
     *
     * @param outpainted how many of them were outpainted
     * @return this
     */
    public Builder outpainted(int outpainted) {
      this.outpainted = outpainted;
      return this;
    }

    /**
     * Sets how many pictures passed the policy when the round was over.
     *
     * @param passed how many pictures passed the policy when the round was over
     * @return this
     */
    public Builder passed(int passed) {
      this.passed = passed;
      return this;
    }

    /**
     * Sets how many candidates failed each guideline, by the guideline's id.
     *
     * @param failures how many candidates failed each guideline, by the guideline's id
     * @return this
     */
    public Builder failures(Map<String, Integer> failures) {
      this.failures = Collections.unmodifiableMap(new TreeMap<>(failures));
      return this;
    }

    /**
     * Sets what the round cost.
     *
     * @param cost what the round cost
     * @return this
     */
    public Builder cost(Cost cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    /**
     * Sets the most that not outpainting the others has saved, in paid units and money; units only
     * when the outpainter names no price.
     *
     * @param spared the most that not outpainting the others has saved, in paid units and money;
     *     units only when the outpainter names no price
     * @return this
     */
    public Builder spared(Cost spared) {
      this.spared = Objects.requireNonNull(spared, "spared");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public RoundRecord build() {
      return new RoundRecord(this);
    }
  }
}
