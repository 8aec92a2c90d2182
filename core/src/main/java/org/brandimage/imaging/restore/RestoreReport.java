package org.brandimage.imaging.restore;

import java.util.Objects;

/**
 * The fidelity of a picture before and after restoration. Apply thresholds to {@code before}, which
 * measures the generator.
 *
 * @param before measured on the picture as provided
 * @param after measured on the restored picture
 */
public record RestoreReport(Fidelity before, Fidelity after) {
  /** Checks the values. */
  public RestoreReport {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }
}
