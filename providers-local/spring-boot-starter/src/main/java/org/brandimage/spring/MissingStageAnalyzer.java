package org.brandimage.spring;

import org.brandimage.spi.error.PipelineConfigurationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The report of an application that does not start because its pipeline cannot be built. */
final class MissingStageAnalyzer extends AbstractFailureAnalyzer<PipelineConfigurationException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PipelineConfigurationException cause) {
    return new FailureAnalysis(
        "The pipeline cannot be built from the beans of this application. " + cause.getMessage(),
        "Set brandimage.library to a folder of your pictures, which adds the local stages, or"
            + " brandimage.bedrock.enabled for those of Amazon Bedrock. Or define a bean of each"
            + " stage that is missing, or a BrandImagePipeline bean of your own.",
        cause);
  }
}
