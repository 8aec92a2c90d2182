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
 * The record of one round of a run: its changes, counts and cost. The candidates are in the {@link
 * RunResult}, under the scenes of the round. Immutable.
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

  /** {@return the number of the round, from 1} */
  public int number() {
    return number;
  }

  /** {@return the changes from the round before; empty for a first round} */
  public Refinement change() {
    return change;
  }

  /** {@return the ids of the round's scenes} */
  public List<String> scenes() {
    return scenes;
  }

  /** {@return the number of candidates that were planned} */
  public int candidates() {
    return candidates;
  }

  /** {@return the number of candidates that were outpainted} */
  public int outpainted() {
    return outpainted;
  }

  /** {@return the number of pictures that passed the policy at the end of the round} */
  public int passed() {
    return passed;
  }

  /** {@return the number of candidates that failed each guideline, by the guideline's id} */
  public Map<String, Integer> failures() {
    return failures;
  }

  /** {@return the cost of the round} */
  public Cost cost() {
    return cost;
  }

  /**
   * {@return the largest cost that was avoided because the other candidates were not outpainted, in
   * paid units and money; units only when the outpainter has no known price}
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

  /** A builder of {@link RoundRecord}, for tests and for stores of results. Not thread-safe. */
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
     * Sets the changes from the round before.
     *
     * @param change empty for a first round and by default
     * @return this
     */
    public Builder change(Refinement change) {
      this.change = Objects.requireNonNull(change, "change");
      return this;
    }

    /**
     * Sets the ids of the round's scenes.
     *
     * @param scenes the ids; none by default
     * @return this
     */
    public Builder scenes(List<String> scenes) {
      this.scenes = List.copyOf(scenes);
      return this;
    }

    /**
     * Sets the number of candidates that were planned.
     *
     * @param candidates the number; 0 by default
     * @return this
     */
    public Builder candidates(int candidates) {
      this.candidates = candidates;
      return this;
    }

    /**
     * Sets the number of candidates that were outpainted.
     *
     * @param outpainted the number; 0 by default
     * @return this
     */
    public Builder outpainted(int outpainted) {
      this.outpainted = outpainted;
      return this;
    }

    /**
     * Sets the number of pictures that passed the policy at the end of the round.
     *
     * @param passed the number; 0 by default
     * @return this
     */
    public Builder passed(int passed) {
      this.passed = passed;
      return this;
    }

    /**
     * Sets the number of candidates that failed each guideline.
     *
     * @param failures the numbers by the guideline's id; none by default
     * @return this
     */
    public Builder failures(Map<String, Integer> failures) {
      this.failures = Collections.unmodifiableMap(new TreeMap<>(failures));
      return this;
    }

    /**
     * Sets the cost of the round.
     *
     * @param cost the cost; nothing by default
     * @return this
     */
    public Builder cost(Cost cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    /**
     * Sets the largest cost that was avoided because the other candidates were not outpainted.
     *
     * @param spared in paid units and money; units only when the outpainter has no known price;
     *     nothing by default
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
