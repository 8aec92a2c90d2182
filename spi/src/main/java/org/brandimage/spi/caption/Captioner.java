package org.brandimage.spi.caption;

import org.brandimage.spi.context.StageContext;

/**
 * The caption stage (stage 3), which writes the caption of a scene. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): T1 the caption breaks none of {@link CaptionRules}; T2 it
 * names every product; T3 forbidden elements appear in the negative text only.
 */
@FunctionalInterface
public interface Captioner {
  /**
   * Writes a caption.
   *
   * @param request the scene and the brand kit
   * @param context the context of the run
   * @return the caption
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when it cannot be done
   */
  Caption caption(CaptionRequest request, StageContext context) throws InterruptedException;
}
