package org.brandimage.spring;

import org.brandimage.pipeline.BrandImagePipeline;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of the pipeline, told without running a stage; Boot 3.5 and 4 keep it in two places. */
@AutoConfiguration(after = BrandImageAutoConfiguration.class)
public final class BrandImageHealthAutoConfiguration {
  /** For Spring. */
  public BrandImageHealthAutoConfiguration() {}

  /** Health as Boot 3.5 has it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
  @ConditionalOnMissingClass("org.springframework.boot.health.contributor.HealthIndicator")
  static class Boot3Configuration {
    @Bean
    @ConditionalOnBean(BrandImagePipeline.class)
    @ConditionalOnMissingBean(name = "brandImageHealthIndicator")
    org.springframework.boot.actuate.health.HealthIndicator brandImageHealthIndicator(
        BrandImagePipeline pipeline) {
      return () ->
          (pipeline.isClosed()
                  ? org.springframework.boot.actuate.health.Health.outOfService()
                  : org.springframework.boot.actuate.health.Health.up())
              .withDetail("running", pipeline.runningRuns())
              .withDetail("queued", pipeline.queuedRuns())
              .build();
    }
  }

  /** Health as Boot 4 has it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
  static class Boot4Configuration {
    @Bean
    @ConditionalOnBean(BrandImagePipeline.class)
    @ConditionalOnMissingBean(name = "brandImageHealthIndicator")
    org.springframework.boot.health.contributor.HealthIndicator brandImageHealthIndicator(
        BrandImagePipeline pipeline) {
      return () ->
          (pipeline.isClosed()
                  ? org.springframework.boot.health.contributor.Health.outOfService()
                  : org.springframework.boot.health.contributor.Health.up())
              .withDetail("running", pipeline.runningRuns())
              .withDetail("queued", pipeline.queuedRuns())
              .build();
    }
  }
}
