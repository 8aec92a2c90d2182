package org.brandimage.spi.decompose;

import org.brandimage.spi.context.StageContext;

/**
 * The decompose stage (stage 1), which finds the products, backgrounds and themes in one line of
 * text. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): D1 every phrase is found in the prompt or in a note,
 * whatever the case of its letters; D2 lists keep the order of the text; D3 a text that names
 * nothing gives empty lists, not an error; D4 names are in lower case, without article; D5 the
 * product of a plain prompt is found.
 */
@FunctionalInterface
public interface Decomposer {
  /**
   * Decomposes a prompt.
   *
   * @param request the prompt
   * @param context the context of the run
   * @return the products, backgrounds and themes
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when it cannot be done
   */
  Decomposition decompose(DecomposeRequest request, StageContext context)
      throws InterruptedException;
}
