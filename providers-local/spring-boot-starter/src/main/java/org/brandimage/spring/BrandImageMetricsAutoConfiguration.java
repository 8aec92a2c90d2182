package org.brandimage.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.brandimage.micrometer.PipelineMetrics;
import org.brandimage.micrometer.PipelineObservations;
import org.brandimage.pipeline.BrandImagePipeline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Metrics and observations of the pipeline, when brandimage-micrometer is on the class path. */
@AutoConfiguration(
    before = BrandImageAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnClass({PipelineMetrics.class, MeterRegistry.class})
public final class BrandImageMetricsAutoConfiguration {
  /** For Spring. */
  public BrandImageMetricsAutoConfiguration() {}

  /**
   * Adds the listeners, so far as there are registries.
   *
   * @param meters the registry of meters
   * @return adds the metrics
   */
  @Bean
  PipelineCustomizer brandImageMetrics(ObjectProvider<MeterRegistry> meters) {
    return builder ->
        meters.ifAvailable(registry -> builder.addListener(PipelineMetrics.of(registry)));
  }

  /**
   * Adds the gauges, once the pipeline is there.
   *
   * @param meters the registry of meters
   * @param pipeline the pipeline
   * @return adds the gauges
   */
  @Bean
  SmartInitializingSingleton brandImageGauges(
      ObjectProvider<MeterRegistry> meters, ObjectProvider<BrandImagePipeline> pipeline) {
    return () ->
        meters.ifAvailable(registry -> pipeline.ifAvailable(PipelineMetrics.of(registry)::gauge));
  }

  /** Observations, when their part of Micrometer is there. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  static class ObservationConfiguration {
    @Bean
    PipelineCustomizer brandImageObservations(ObjectProvider<ObservationRegistry> observations) {
      return builder ->
          observations.ifAvailable(
              registry -> builder.addListener(PipelineObservations.of(registry)));
    }
  }
}
