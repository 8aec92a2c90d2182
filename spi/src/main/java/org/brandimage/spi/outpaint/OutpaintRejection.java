package org.brandimage.spi.outpaint;

import java.util.Objects;

/**
 * One picture that was requested and not delivered.
 *
 * @param index its place among the pictures asked for, from 0
 * @param category what the provider objected to, in its words
 * @param reason one sentence for people
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
