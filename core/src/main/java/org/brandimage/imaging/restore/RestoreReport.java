package org.brandimage.imaging.restore;

import java.util.Objects;

/**
 * What a restoration found and what it left. Thresholds belong on the first: it says what the
 * generator did.
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
