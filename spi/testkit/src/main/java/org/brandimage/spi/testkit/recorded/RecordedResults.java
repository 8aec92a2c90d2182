package org.brandimage.spi.testkit.recorded;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.brandimage.spi.error.ResultMissingException;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Resolution;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.UnresolvedClaim;

/**
 * A result store that only answers: from the results of a store that was filled before, and for
 * anything else with a {@link ResultMissingException}. A pipeline over it makes no paid call, so a
 * campaign that was recorded once with a paid provider becomes a test of one's own build that costs
 * nothing and gives the same pictures each time. The provider's stages must be there, since keys
 * name their model, but need no credentials that are valid. Thread-safe.
 *
 * <pre>{@code
 * RecordedResults recorded = RecordedResults.of(FileResultStore.openReadOnly(folder));
 * try (BrandImagePipeline pipeline =
 *     BrandImagePipeline.builder().stages(bedrock).stages(local).resultStore(recorded).build()) {
 *   RunResult result = pipeline.run(CampaignBrief.of("a shoe on a beach"));
 *   assertThat(recorded.answered()).hasSize(12);
 * }
 * }</pre>
 */
public final class RecordedResults implements ResultStore {
  private final ResultStore recorded;
  private final Set<String> answered = new ConcurrentSkipListSet<>();
  private final Set<String> missing = new ConcurrentSkipListSet<>();

  private RecordedResults(ResultStore recorded) {
    this.recorded = Objects.requireNonNull(recorded, "recorded");
  }

  /**
   * Returns a store that answers from another one.
   *
   * @param recorded the filled store; it is not changed, and stays yours to close
   * @return the answering store
   */
  public static RecordedResults of(ResultStore recorded) {
    return new RecordedResults(recorded);
  }

  /** {@return the keys that were asked for and answered so far, each once} */
  public Set<String> answered() {
    return new TreeSet<>(answered);
  }

  /** {@return the keys that were asked for and are not recorded, each once} */
  public Set<String> missing() {
    return new TreeSet<>(missing);
  }

  /**
   * Answers with a recorded result.
   *
   * @param request the paid call that would be made
   * @return the recorded result
   * @throws ResultMissingException when none is recorded
   */
  @Override
  public Claim claim(ClaimRequest request) {
    Optional<PaidResult> result = recorded.find(request.key());
    if (result.isEmpty()) {
      missing.add(request.key());
      throw new ResultMissingException(request.stage().label(), request.key());
    }
    answered.add(request.key());
    return Claim.done(result.get());
  }

  /**
   * Refuses: this store gives out no claim.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  public Completion complete(ClaimToken token, PaidResult result) {
    Objects.requireNonNull(result, "result");
    throw foreign(token);
  }

  /**
   * Refuses: this store gives out no claim.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  public void abandon(ClaimToken token, Outcome outcome) {
    Objects.requireNonNull(outcome, "outcome");
    throw foreign(token);
  }

  /** Returns at once: nothing is ever in flight. */
  @Override
  public void await(String key, Duration timeout) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before waiting for " + key);
    }
  }

  @Override
  public Optional<PaidResult> find(String key) {
    return recorded.find(key);
  }

  /** {@return nothing: what is recorded is known} */
  @Override
  public List<UnresolvedClaim> unresolved() {
    return List.of();
  }

  /**
   * Refuses: there is nothing to decide about.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  public void resolve(String key, Resolution resolution) {
    throw new IllegalArgumentException("key has no unknown outcome: " + key + ", " + resolution);
  }

  private static IllegalArgumentException foreign(ClaimToken token) {
    return new IllegalArgumentException("token was not given out by this store: " + token);
  }

  @Override
  public String toString() {
    return "RecordedResults[" + recorded + ", " + answered.size() + " answered]";
  }
}
