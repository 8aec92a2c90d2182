package org.brandimage.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.RetryPolicy;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.testkit.fake.FakeStages;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** A hundred campaigns through a service of which most replies are faults. */
@Tag("slow")
class InjectedFaultsTest {
  private static final int CAMPAIGNS = 100;
  private static final int FAULTS = 1000;
  private static final int SLOW_REPLIES = 5;
  private static final CanvasSize CANVAS = new CanvasSize(128, 128);
  private static final RetryPolicy QUICK =
      new RetryPolicy(12, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(60));

  private final FaultyBedrock service = new FaultyBedrock(SLOW_REPLIES);

  private int lostPictures;

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void campaigns_throughAThousandFaults_endInAResultOrATypedFailureAndBuyNothingTwice() {
    Map<String, Integer> ends = new TreeMap<>();
    List<Integer> failed = new ArrayList<>();
    try (BedrockRuntimeClient client = client();
        BedrockGateway gateway =
            BedrockGateway.builder()
                .client(client)
                .callTimeout(Duration.ofMillis(Fault.SLOW_MILLIS / 2))
                .retries(QUICK)
                .build();
        BedrockStages bedrock = BedrockStages.builder().gateway(gateway).build();
        BrandImagePipeline pipeline = pipeline(bedrock)) {
      for (int i = 0; i < CAMPAIGNS; i++) {
        String end = end(pipeline, i);
        ends.merge(end, 1, Integer::sum);
        if (!end.equals("result")) {
          failed.add(i);
        }
      }
      Map<Fault, Integer> faults = service.faults();
      assertThat(faults).as("every kind of fault").containsOnlyKeys(Fault.values());
      assertThat(faults.values().stream().mapToInt(Integer::intValue).sum())
          .isGreaterThanOrEqualTo(FAULTS);
      assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CAMPAIGNS);
      assertThat(ends.get("result")).as("results, of %s", ends).isGreaterThan(CAMPAIGNS / 3);
      assertThat(ends).as("ends").hasSizeGreaterThan(3);
      assertThat(lostPictures).as("pictures that cost their campaign nothing else").isPositive();
      assertThat(service.pictures().values()).as("times a picture was bought").containsOnly(1);

      service.recover();
      Map<String, Integer> again = new TreeMap<>();
      for (int campaign : failed) {
        again.merge(end(pipeline, campaign), 1, Integer::sum);
      }
      // Where the outcome of every picture was unknown, none is bought again, and the error says
      // so.
      assertThat(again).as("ends of the failed ones, once all is well").containsKey("result");
      // What a service refused it is not asked again: the store keeps refusals as it keeps results.
      assertThat(again.keySet())
          .isSubsetOf(
              "result",
              "AllCandidatesFailedException",
              "ContentRejectedException",
              "UnsupportedInputException");
      assertThat(service.pictures().values()).as("times a picture was bought").containsOnly(1);
    }
  }

  /** Anything that is neither a result nor one of our own errors fails the test. */
  private String end(BrandImagePipeline pipeline, int campaign) {
    CampaignBrief brief =
        CampaignBrief.builder(Fixtures.DUCK_PROMPT.replaceFirst(" ", " ".repeat(1 + campaign)))
            .canvases(List.of(CANVAS))
            .seed(campaign)
            .grid(Grid.DEFAULT.withSections(1, 1).withRotations(List.of(0.0, 15.0)))
            .build();
    int billed = service.executed();
    try {
      RunResult result = pipeline.run(brief);
      assertThat(result.candidates()).hasSize(2);
      lostPictures += result.rejected().size();
      assertThat(result.provenance().cost().units())
          .as("the run's own count against the bill")
          .isEqualTo(service.executed() - billed);
      return "result";
    } catch (BrandImageException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** One thread, so that the faults are the same in every run of the test. */
  private static BrandImagePipeline pipeline(BedrockStages bedrock) {
    return BrandImagePipeline.builder()
        .stages(bedrock)
        .stages(new FakeStages())
        .guidelineChecks(List.of())
        .options(PipelineOptions.builder().threads(1).build())
        .build();
  }

  private BedrockRuntimeClient client() {
    return BedrockRuntimeClient.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create(service.endpoint()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
