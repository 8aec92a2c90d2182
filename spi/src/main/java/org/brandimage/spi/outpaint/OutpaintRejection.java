package org.brandimage.spi.outpaint;

import java.util.Objects;

/**
 * A picture that was requested but not delivered.
 *
 * @param index its place among the pictures asked for, from 0
 * @param category the provider's category of the objection, such as "output image"
 * @param reason the reason in one sentence, to be read by people
 */
public record OutpaintRejection(int index, String category, String reason) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the index is negative
   */
  public OutpaintRejection {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(reason, "reason");
    if (index < 0) {
      throw new IllegalArgumentException("index must be at least 0: " + index);
    }
  }
}
