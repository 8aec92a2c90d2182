package org.brandimage.spring;

import org.brandimage.pipeline.PipelineBuilder;

/** A bean that changes the builder of the pipeline after the properties and the other beans. */
@FunctionalInterface
public interface PipelineCustomizer {
  /**
   * Changes the builder.
   *
   * @param builder the builder with all that was found
   */
  void customize(PipelineBuilder builder);
}
