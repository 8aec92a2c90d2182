package org.brandimage.pipeline.event;

import java.util.Objects;
import org.brandimage.spi.brief.CampaignBrief;

/**
 * A reference to the run that an event belongs to.
 *
 * @param id the id of the run, as in its result
 * @param label the {@linkplain CampaignBrief#label() label of its brief}; empty when it has none
 */
public record RunRef(String id, String label) {
  /** Checks that neither value is null. */
  public RunRef {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
  }
}
