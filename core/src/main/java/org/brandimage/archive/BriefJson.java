package org.brandimage.archive;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.retrieve.Asset;
import org.jspecify.annotations.Nullable;

/** The form of a brief in {@code run.json}; pinned assets are named, not kept. */
record BriefJson(
    String prompt,
    Brand brand,
    List<CanvasSize> canvases,
    int finalists,
    long seed,
    Cells grid,
    List<String> pinnedAssets,
    @Nullable String label,
    @Nullable String tenant) {
  BriefJson {
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(brand, "brand");
    canvases = List.copyOf(Objects.requireNonNull(canvases, "canvases"));
    Objects.requireNonNull(grid, "grid");
  }

  /** The form of a brand kit. */
  record Brand(
      String name,
      List<Rgb> palette,
      List<Guideline> guidelines,
      List<String> forbiddenElements,
      double safeMargin,
      @Nullable List<SafeZone> safeZones) {
    Brand {
      Objects.requireNonNull(name, "name");
      palette = List.copyOf(Objects.requireNonNull(palette, "palette"));
      guidelines = List.copyOf(Objects.requireNonNull(guidelines, "guidelines"));
      forbiddenElements =
          List.copyOf(Objects.requireNonNull(forbiddenElements, "forbiddenElements"));
    }
  }

  /** The form of a grid; files from before anchors and overflow have neither. */
  record Cells(
      int columns,
      int rows,
      List<Double> rotations,
      List<Double> scales,
      int maxCandidates,
      @Nullable Integer anchors,
      @Nullable Double overflow) {
    Cells {
      rotations = List.copyOf(Objects.requireNonNull(rotations, "rotations"));
      scales = List.copyOf(Objects.requireNonNull(scales, "scales"));
    }

    static Cells of(Grid grid) {
      return new Cells(
          grid.columns(),
          grid.rows(),
          grid.rotations(),
          grid.scales(),
          grid.maxCandidates(),
          grid.anchors(),
          grid.overflow());
    }

    Grid toValue() {
      return new Grid(columns, rows, rotations, scales, maxCandidates)
          .withAnchors(Objects.requireNonNullElse(anchors, 1))
          .withOverflow(Objects.requireNonNullElse(overflow, 0.0));
    }
  }

  static BriefJson of(CampaignBrief brief) {
    BrandKit kit = brief.brandKit();
    return new BriefJson(
        brief.prompt(),
        new Brand(
            kit.name(),
            kit.palette(),
            kit.guidelines(),
            kit.forbiddenElements(),
            kit.safeMargin(),
            kit.safeZones()),
        brief.canvases(),
        brief.finalists(),
        brief.seed(),
        Cells.of(brief.grid()),
        brief.pinnedAssets().stream().map(Asset::id).toList(),
        brief.label(),
        brief.tenant());
  }

  CampaignBrief toValue() {
    BrandKit kit =
        BrandKit.builder(brand.name())
            .palette(brand.palette())
            .guidelines(brand.guidelines())
            .forbiddenElements(brand.forbiddenElements())
            .safeMargin(brand.safeMargin())
            .safeZones(Objects.requireNonNullElse(brand.safeZones(), List.of()))
            .build();
    return CampaignBrief.builder(prompt)
        .brandKit(kit)
        .canvases(canvases)
        .finalists(finalists)
        .seed(seed)
        .grid(grid.toValue())
        .label(Objects.requireNonNullElse(label, ""))
        .tenant(Objects.requireNonNullElse(tenant, ""))
        .build();
  }
}
