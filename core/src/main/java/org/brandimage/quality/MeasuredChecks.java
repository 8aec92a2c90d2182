package org.brandimage.quality;

import java.util.List;
import org.brandimage.spi.judge.GuidelineCheck;

/** The checks of the baseline that every picture is held to, whatever the brand. */
public final class MeasuredChecks {
  private MeasuredChecks() {}

  /**
   * Returns the baseline: what costs least first, those of the free composite before those of the
   * provider's picture, required ones before flexible ones. All are free of state, so one list
   * serves any number of pipelines and threads; together they take about 60 ms for a picture of
   * 1024 pixels on one thread. Add checks of your own or leave some out as you like.
   *
   * @return twelve checks, always in the same order
   */
  public static List<GuidelineCheck> baseline() {
    return List.of(
        PlausibleSizeCheck.create(),
        ProductCompleteCheck.create(),
        ProductUnalteredCheck.create(),
        ProductNotExtendedCheck.create(),
        ProductHaloCheck.create(),
        ProductNotDuplicatedCheck.create(),
        ContactShadowCheck.create(),
        ShadowSideCheck.create(),
        ProductStandsOutCheck.create(),
        SharpAndWellExposedCheck.create(),
        CleanTonesCheck.create(),
        BrandPaletteCheck.create());
  }
}
