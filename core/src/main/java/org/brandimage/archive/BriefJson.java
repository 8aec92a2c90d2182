package org.brandimage.archive;

import java.util.List;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.retrieve.Asset;

/** The form of a brief in {@code run.json}; pinned assets are named, not kept. */
record BriefJson(
    String prompt,
    Brand brand,
    List<CanvasSize> canvases,
    int finalists,
    long seed,
    Grid grid,
    List<String> pinnedAssets) {

  /** The form of a brand kit. */
  record Brand(
      String name,
      List<Rgb> palette,
      List<Guideline> guidelines,
      List<String> forbiddenElements,
      double safeMargin) {}

  static BriefJson of(CampaignBrief brief) {
    BrandKit kit = brief.brandKit();
    return new BriefJson(
        brief.prompt(),
        new Brand(
            kit.name(), kit.palette(), kit.guidelines(), kit.forbiddenElements(), kit.safeMargin()),
        brief.canvases(),
        brief.finalists(),
        brief.seed(),
        brief.grid(),
        brief.pinnedAssets().stream().map(Asset::id).toList());
  }

  CampaignBrief toValue() {
    BrandKit kit =
        BrandKit.builder(brand.name())
            .palette(brand.palette())
            .guidelines(brand.guidelines())
            .forbiddenElements(brand.forbiddenElements())
            .safeMargin(brand.safeMargin())
            .build();
    return CampaignBrief.builder(prompt)
        .brandKit(kit)
        .canvases(canvases)
        .finalists(finalists)
        .seed(seed)
        .grid(grid)
        .build();
  }
}
