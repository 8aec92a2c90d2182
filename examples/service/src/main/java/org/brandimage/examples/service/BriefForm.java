package org.brandimage.examples.service;

import java.util.List;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.jspecify.annotations.Nullable;

/**
 * A brief as the service takes it; what is left out has the library's default.
 *
 * @param prompt one line of text
 * @param canvases sizes such as 1024x1024
 * @param finalists pictures for each canvas
 * @param seed the seed
 * @param label the caller's own name for it
 */
record BriefForm(
    @Nullable String prompt,
    @Nullable List<String> canvases,
    @Nullable Integer finalists,
    @Nullable Long seed,
    @Nullable String label) {
  CampaignBrief toBrief() {
    CampaignBrief.Builder brief = CampaignBrief.builder(prompt == null ? "" : prompt);
    if (canvases != null) {
      brief.canvases(canvases.stream().map(CanvasSize::parse).toList());
    }
    if (finalists != null) {
      brief.finalists(finalists);
    }
    if (seed != null) {
      brief.seed(seed);
    }
    return brief.label(label == null ? "" : label).build();
  }
}
