package org.brandimage.spi.error;

/**
 * The error of a pipeline that cannot be built as asked: a stage is missing, or two settings
 * contradict each other. The message names the stage or setting and the ways to correct it.
 */
public final class PipelineConfigurationException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what is missing or contradicts, and the remedies
   */
  public PipelineConfigurationException(String message) {
    super(message);
  }
}
