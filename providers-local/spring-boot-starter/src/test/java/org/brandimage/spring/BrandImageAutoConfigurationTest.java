package org.brandimage.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.brandimage.archive.BrandImageModule;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class BrandImageAutoConfigurationTest {
  private static final AutoConfigurations ALL =
      AutoConfigurations.of(
          BrandImageAutoConfiguration.class,
          BrandImageWebAutoConfiguration.class,
          BrandImageMetricsAutoConfiguration.class,
          BrandImageHealthAutoConfiguration.class);
  private static final CampaignBrief BRIEF =
      CampaignBrief.builder("a mug")
          .canvases(List.of(new CanvasSize(128, 128)))
          .grid(Grid.DEFAULT.withSections(1, 1))
          .build();

  @TempDir private static Path library;

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(ALL)
          .withPropertyValues("brandimage.library=" + library);

  @BeforeAll
  static void draw() throws IOException {
    BufferedImage mug = new BufferedImage(80, 80, BufferedImage.TYPE_INT_ARGB);
    for (int y = 20; y < 60; y++) {
      for (int x = 20; x < 60; x++) {
        mug.setRGB(x, y, 0xFFC02020);
      }
    }
    Files.createDirectories(library.resolve("products"));
    ImageIO.write(mug, "png", library.resolve("products/mug.png").toFile());
  }

  @Test
  void context_libraryGiven_hasAPipelineThatRuns() {
    context.run(
        beans -> {
          assertThat(beans).hasSingleBean(LocalStages.class);
          RunResult result = beans.getBean(BrandImagePipeline.class).run(BRIEF);
          assertThat(result.candidates()).isNotEmpty();
          assertThat(beans).hasSingleBean(BrandImageModule.class);
          assertThat(beans).doesNotHaveBean(BrandImageProblems.class);
        });
  }

  @Test
  void context_nothingGiven_hasNoPipeline() {
    new ApplicationContextRunner()
        .withConfiguration(ALL)
        .run(beans -> assertThat(beans).hasNotFailed().doesNotHaveBean(BrandImagePipeline.class));
  }

  @Test
  void context_libraryMissing_failsWithTheField() {
    new ApplicationContextRunner()
        .withConfiguration(ALL)
        .withPropertyValues("brandimage.library=" + library.resolve("missing"))
        .run(
            beans ->
                assertThat(beans)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("library")
                    .hasMessageContaining("missing"));
  }

  @Test
  void context_stageBeans_areTheExplicitStages() {
    context
        .withUserConfiguration(OwnStages.class)
        .run(
            beans -> {
              RunResult result = beans.getBean(BrandImagePipeline.class).run(BRIEF);
              assertThat(result.provenance().stages().get(StageId.RANK).name())
                  .contains(OwnStages.class.getSimpleName());
              assertThat(beans.getBean(OwnStages.class).heard).isPositive();
            });
  }

  @Test
  void properties_all_becomeOptions() {
    context
        .withPropertyValues(
            "brandimage.threads=3",
            "brandimage.concurrent-runs=4",
            "brandimage.queue-capacity=5",
            "brandimage.deadline=90s",
            "brandimage.budget-usd=2.50",
            "brandimage.budget-units=7",
            "brandimage.policy=strict-answered",
            "brandimage.background-use=keep",
            "brandimage.images-per-candidate=2",
            "brandimage.shutdown-timeout=7s")
        .run(
            beans -> {
              BrandImageProperties properties = beans.getBean(BrandImageProperties.class);
              PipelineOptions options = properties.toOptions();
              assertThat(options.threads()).isEqualTo(3);
              assertThat(options.concurrentRuns()).isEqualTo(4);
              assertThat(options.queueCapacity()).isEqualTo(5);
              assertThat(options.deadline()).contains(Duration.ofSeconds(90));
              assertThat(options.budget().cap().microUsd()).isEqualTo(2_500_000);
              assertThat(options.budget().cap().units()).isEqualTo(7);
              assertThat(options.imagesPerCandidate()).isEqualTo(2);
              assertThat(options.backgroundUse().name()).isEqualTo("KEEP");
              assertThat(properties.shutdownTimeout()).isEqualTo(Duration.ofSeconds(7));
            });
  }

  @Test
  void properties_every_hasItsMetadata() throws IOException {
    Path metadata = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    String text = Files.readString(metadata);
    for (String name :
        List.of(
            "library", "models", "threads", "queue-capacity", "budget-usd", "bedrock.enabled")) {
      assertThat(text).contains("\"brandimage." + name + "\"");
    }
    assertThat(text).contains("longest time of a run");
  }

  @Test
  void context_closed_drainsThePipeline() {
    BrandImagePipeline[] pipeline = new BrandImagePipeline[1];
    context.run(
        beans -> {
          pipeline[0] = beans.getBean(BrandImagePipeline.class);
          assertThat(pipeline[0].isClosed()).isFalse();
        });

    assertThat(pipeline[0].isClosed()).isTrue();
  }

  @Test
  @Tag("boot3")
  void health_ofBoot3_saysWhetherItIsOpenWithoutRunning() {
    context
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .run(
            beans -> {
              HealthIndicator health = beans.getBean(HealthIndicator.class);
              assertThat(health.health().getStatus()).isEqualTo(Status.UP);
              assertThat(health.health().getDetails()).isEqualTo(Map.of("running", 0, "queued", 0));
              beans.getBean(BrandImagePipeline.class).close();
              assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            });
  }

  @Test
  void health_ofBoot4_saysWhetherItIsOpen() {
    context
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
        .run(
            beans -> {
              var health =
                  beans.getBean(org.springframework.boot.health.contributor.HealthIndicator.class);
              assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
              beans.getBean(BrandImagePipeline.class).close();
              assertThat(health.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
            });
  }

  @Test
  void metrics_registryGiven_countsRunsAndGaugesTheQueue() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    context
        .withBean(SimpleMeterRegistry.class, () -> meters)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .run(
            beans -> {
              beans.getBean(BrandImagePipeline.class).run(BRIEF);
              assertThat(meters.get("brandimage.run").timer().count()).isEqualTo(1);
              assertThat(meters.get("brandimage.runs.running").gauge().value()).isZero();
            });
  }

  @Test
  void context_withoutOptionalModules_starts() {
    context
        .withClassLoader(
            new FilteredClassLoader(
                "org.brandimage.micrometer",
                "org.brandimage.bedrock",
                "org.brandimage.jackson3",
                "io.micrometer",
                "org.springframework.web",
                "org.springframework.boot.actuate",
                "org.springframework.boot.health",
                "tools.jackson"))
        .run(beans -> assertThat(beans).hasNotFailed().hasSingleBean(BrandImagePipeline.class));
  }

  @Test
  void bedrock_notEnabled_isNotThere() {
    context.run(beans -> assertThat(beans).doesNotHaveBean(BedrockStages.class));
  }

  @Test
  void web_servletApplication_hasProblemDetails() {
    new WebApplicationContextRunner()
        .withConfiguration(ALL)
        .run(beans -> assertThat(beans).hasSingleBean(BrandImageProblems.class));
  }

  /** What an application adds. */
  @Configuration(proxyBeanMethods = false)
  static class OwnStages {
    private int heard;

    @Bean
    Ranker ranker() {
      return (request, context) ->
          new Ranking(
              request.contenders().stream()
                  .map(one -> new RankedImage(one.id(), 0, Map.of()))
                  .sorted(Ranking.BEST_FIRST)
                  .toList());
    }

    @Bean
    PipelineListener listener() {
      return (PipelineEvent event) -> heard++;
    }
  }
}
