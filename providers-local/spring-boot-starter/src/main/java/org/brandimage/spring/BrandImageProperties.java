package org.brandimage.spring;

import java.nio.file.Path;
import java.time.Duration;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.quality.JudgePolicies;
import org.brandimage.quality.JudgePolicy;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set under {@code brandimage}.
 *
 * @param library folder of pictures, or an ingested library; without it there are no local stages
 * @param models folder of model files for the local stages; none when left out
 * @param threads pieces of work at once over all runs; one for each processor when left out
 * @param concurrentRuns runs under way at once
 * @param queueCapacity runs that may wait
 * @param deadline longest time of a run from its start; none when left out
 * @param budgetUsd most US dollars a run may spend, such as 2.00; no limit when left out
 * @param budgetUnits most paid units a run may spend; no limit when left out
 * @param policy what decides whether a picture passes
 * @param backgroundUse what outpainting may do to a background
 * @param imagesPerCandidate pictures of each candidate
 * @param shutdownTimeout how long runs under way may take when the application stops
 * @param bedrock Amazon Bedrock
 */
@ConfigurationProperties("brandimage")
public record BrandImageProperties(
    @Nullable Path library,
    @Nullable Path models,
    @Nullable Integer threads,
    @DefaultValue("2") int concurrentRuns,
    @DefaultValue("256") int queueCapacity,
    @Nullable Duration deadline,
    @Nullable String budgetUsd,
    @Nullable Long budgetUnits,
    @DefaultValue("relaxing") Policy policy,
    @DefaultValue("regenerate") BackgroundUse backgroundUse,
    @DefaultValue("1") int imagesPerCandidate,
    @DefaultValue("30s") Duration shutdownTimeout,
    @DefaultValue Bedrock bedrock) {
  /** The policies of {@link JudgePolicies} without parameters. */
  public enum Policy {
    /** Strict, and relaxed for a canvas where nothing passed. */
    RELAXING,
    /** Any failure drops a picture. */
    STRICT,
    /** Any failure, and any required guideline without an answer, drops a picture. */
    STRICT_ANSWERED;

    JudgePolicy toPolicy() {
      return switch (this) {
        case RELAXING -> JudgePolicies.relaxing();
        case STRICT -> JudgePolicies.strict();
        case STRICT_ANSWERED -> JudgePolicies.strictAnswered();
      };
    }
  }

  /**
   * Amazon Bedrock, with the AWS SDK's own settings.
   *
   * @param enabled whether its stages come before the local ones; needs
   *     brandimage-providers-bedrock
   * @param languageModel a model id or inference profile; the default of the provider when left out
   */
  public record Bedrock(@DefaultValue("false") boolean enabled, @Nullable String languageModel) {}

  /** Returns the options of the pipeline. */
  PipelineOptions toOptions() {
    PipelineOptions.Builder options =
        PipelineOptions.builder()
            .concurrentRuns(concurrentRuns)
            .queueCapacity(queueCapacity)
            .policy(policy.toPolicy())
            .backgroundUse(backgroundUse)
            .imagesPerCandidate(imagesPerCandidate);
    if (threads != null) {
      options.threads(threads);
    }
    if (deadline != null) {
      options.deadline(deadline);
    }
    Budget budget = budgetUsd == null ? Budget.UNLIMITED : Budget.ofUsd(budgetUsd);
    return options.budget(budgetUnits == null ? budget : budget.withUnits(budgetUnits)).build();
  }
}
