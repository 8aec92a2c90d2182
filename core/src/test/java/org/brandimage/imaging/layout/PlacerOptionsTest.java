package org.brandimage.imaging.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.brandimage.imaging.Samples;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.ProductCutouts;
import org.junit.jupiter.api.Test;

/** Anchors, safe zones and overflow. */
class PlacerOptionsTest {
  private static final CanvasSize CANVAS = new CanvasSize(1000, 1000);

  @Test
  void place_anchors_divideEachSection() {
    Grid grid = new Grid(2, 1, List.of(0.0), List.of(1.0), 100).withAnchors(2);
    List<Candidate> candidates =
        Placer.of(CANVAS, 0, grid).place(List.of(cutout("can", 10, 10)), sizes(100, 100));
    assertThat(candidates.stream().map(Candidate::id))
        .containsExactly("p0s0a0r+0x1.0", "p0s0a1r+0x1.0", "p0s1a0r+0x1.0", "p0s1a1r+0x1.0");
    // Quarters of halves: middles at 125, 375, 625 and 875.
    assertThat(candidates.stream().map(c -> c.placements().get(0).box().x()))
        .containsExactly(75, 325, 575, 825);
  }

  @Test
  void place_zoneInACorner_movesOnlyTheCellsItTouches() {
    SafeZone logo = new SafeZone(0.75, 0.8, 0.25, 0.2);
    Grid grid = Grid.DEFAULT.withRotations(List.of(0.0));
    List<Candidate> candidates =
        Placer.of(CANVAS, 0, List.of(logo), grid)
            .place(List.of(cutout("can", 10, 10)), sizes(200, 200));
    assertThat(candidates.stream().map(c -> c.placements().get(0).box()))
        .containsExactly(
            new Box(67, 720, 200, 200),
            new Box(400, 720, 200, 200),
            // 100 up is nearer than 183 to the left.
            new Box(733, 600, 200, 200));
  }

  @Test
  void place_headlineAcross_makesTheProductSmallerBelowIt() {
    SafeZone headline = new SafeZone(0, 0, 1, 0.7);
    Grid grid = Grid.DEFAULT.withRotations(List.of(0.0)).withSections(1, 1);
    List<Candidate> candidates =
        Placer.of(CANVAS, 0, List.of(headline), grid)
            .place(List.of(cutout("can", 10, 20)), sizes(300, 600));
    Box box = candidates.get(0).placements().get(0).box();
    assertThat(box.y()).isEqualTo(700);
    assertThat(box.height()).isBetween(297, 300);
  }

  @Test
  void place_zonesEverywhere_namesTheRemedy() {
    Placer placer = Placer.of(CANVAS, 0, List.of(new SafeZone(0, 0, 1, 1)), Grid.DEFAULT);
    assertThatThrownBy(() -> placer.place(List.of(cutout("can", 10, 10)), sizes(10, 10)))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("can")
        .hasMessageContaining("smaller safe margins and zones");
  }

  @Test
  void place_overflow_letsTheEdgesCutOffThatShareAndNoMore() {
    Grid grid = new Grid(3, 1, List.of(0.0), List.of(1.0), 100).withAnchors(3).withOverflow(0.25);
    Placer placer = Placer.of(CANVAS, 0.04, grid);
    List<Box> boxes =
        placer.place(List.of(cutout("can", 10, 10)), sizes(400, 400)).stream()
            .map(candidate -> candidate.placements().get(0).box())
            .toList();
    assertThat(placer.safeBox()).isEqualTo(CANVAS.size().bounds());
    // Wished middles at 56 and 944; a quarter of 400 may be cut off.
    assertThat(boxes.get(0)).isEqualTo(new Box(-100, 520, 400, 400));
    assertThat(boxes.get(boxes.size() - 1)).isEqualTo(new Box(700, 520, 400, 400));
    Box huge =
        placer
            .place(List.of(cutout("can", 10, 10)), sizes(4000, 4000))
            .get(0)
            .placements()
            .get(0)
            .box();
    assertThat(huge.width()).isBetween(1320, 1333);
  }

  private static List<List<Size>> sizes(int width, int height) {
    return List.of(List.of(new Size(width, height)));
  }

  private static ProductCutouts cutout(String name, int width, int height) {
    return Samples.product(name, RasterImage.filled(new Size(width, height), -1));
  }
}
