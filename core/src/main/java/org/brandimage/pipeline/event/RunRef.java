package org.brandimage.pipeline.event;

import java.util.Objects;
import org.brandimage.spi.brief.CampaignBrief;

/**
 * The run an event belongs to.
 *
 * @param id the id of the run, as in its result
 * @param label the {@linkplain CampaignBrief#label() label of its brief}; empty when it has none
 */
public record RunRef(String id, String label) {
  /** Checks that both are there. */
  public RunRef {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
  }
}
