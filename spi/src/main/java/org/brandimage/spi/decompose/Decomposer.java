package org.brandimage.spi.decompose;

import org.brandimage.spi.context.StageContext;

/**
 * Stage 1: finds the products, backgrounds and themes in one line of text. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): every phrase is found in the prompt or in a note, whatever
 * the case of its letters; lists keep the order of the text; a text that names nothing gives empty
 * lists, not an error.
 */
@FunctionalInterface
public interface Decomposer {
  /**
   * Decomposes a prompt.
   *
   * @param request the prompt
   * @param context the run
   * @return the parts
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when it cannot be done
   */
  Decomposition decompose(DecomposeRequest request, StageContext context)
      throws InterruptedException;
}
