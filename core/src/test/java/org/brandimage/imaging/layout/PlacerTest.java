package org.brandimage.imaging.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.brandimage.imaging.Samples;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PlacerTest {
  private static final CanvasSize CANVAS = new CanvasSize(1000, 1000);

  @Test
  void place_defaultGrid_isThreeSectionsByThreeRotationsOnTheGroundLine() {
    List<Candidate> candidates =
        Placer.of(CANVAS, 0.04, Grid.DEFAULT)
            .place(List.of(cutout("shoe", 200, 100)), sizes(200, 100));
    assertThat(candidates.stream().map(Candidate::id))
        .containsExactly(
            "p0s0r+0x1.0",
            "p0s1r+0x1.0",
            "p0s2r+0x1.0",
            "p0s0r+15x1.0",
            "p0s1r+15x1.0",
            "p0s2r+15x1.0",
            "p0s0r-15x1.0",
            "p0s1r-15x1.0",
            "p0s2r-15x1.0");
    // Safe box 40..960; columns 306.67 wide; the middle one is centred on 500. Ground at 920.
    assertThat(candidates.get(1).placements())
        .containsExactly(new Placement(0, 0, 200, 100, 0, new Box(400, 820, 200, 100), 0));
    // Left column centred on 193.33.
    assertThat(candidates.get(0).placements().get(0).box()).isEqualTo(new Box(93, 820, 200, 100));
    // 200 cos 15 + 100 sin 15 = 219.07, 200 sin 15 + 100 cos 15 = 148.36
    assertThat(candidates.get(4).placements().get(0).box()).isEqualTo(new Box(390, 771, 220, 149));
  }

  @Test
  void place_rows_spreadTheGroundLinesFromSixtyToNinetyTwoPercent() {
    Grid grid = new Grid(1, 4, List.of(0.0), List.of(1.0), 100);
    List<Candidate> candidates =
        Placer.of(CANVAS, 0, grid).place(List.of(cutout("can", 50, 80)), sizes(50, 80));
    assertThat(candidates.stream().map(c -> c.placements().get(0).box().bottom()))
        .containsExactly(600, 707, 813, 920);
  }

  @Test
  void place_tooLargeProduct_isScaledDownInsideTheSafeBox() {
    Placer placer = Placer.of(CANVAS, 0.1, Grid.DEFAULT.withRotations(List.of(30.0)));
    List<Candidate> candidates = placer.place(List.of(cutout("sofa", 400, 200)), sizes(4000, 2000));
    // The box fills the row, so the sections do not differ: it is given once, in the middle.
    assertThat(candidates).hasSize(1);
    Placement placement = candidates.get(0).placements().get(0);
    assertThat(placer.safeBox()).isEqualTo(new Box(100, 100, 800, 800));
    assertThat(placer.safeBox().contains(placement.box())).isTrue();
    assertThat(placement.box().width()).isGreaterThan(785);
    assertThat(placement.box().x() + placement.box().right()).isBetween(999, 1001);
    assertThat(placement.width() / (double) placement.height()).isBetween(1.99, 2.01);
  }

  @Test
  void place_twoProducts_standSideBySideInEveryOrder() {
    List<ProductCutouts> products = List.of(cutout("cup", 10, 10), cutout("jug", 10, 20));
    List<Candidate> candidates =
        Placer.of(CANVAS, 0.04, Grid.DEFAULT.withRotations(List.of(0.0)))
            .place(products, List.of(List.of(new Size(100, 100)), List.of(new Size(100, 200))));
    assertThat(candidates.stream().map(Candidate::id))
        .containsExactly(
            "p0s0_1o0r+0x1.0",
            "p0s0_1o1r+0x1.0",
            "p0s1_2o0r+0x1.0",
            "p0s1_2o1r+0x1.0",
            "p0s0_2o0r+0x1.0",
            "p0s0_2o1r+0x1.0");
    List<Placement> reversed = candidates.get(1).placements();
    assertThat(reversed.get(0).product()).isEqualTo(1);
    assertThat(reversed.get(0).box().x()).isLessThan(reversed.get(1).box().x());
    assertThat(reversed.get(0).box().bottom()).isEqualTo(reversed.get(1).box().bottom());
  }

  @Test
  void place_wideNeighbours_arePushedApartAndShareOneFactor() {
    List<ProductCutouts> products = List.of(cutout("a", 30, 10), cutout("b", 30, 20));
    List<Candidate> candidates =
        Placer.of(CANVAS, 0, new Grid(1, 1, List.of(0.0), List.of(1.0), 10))
            .place(products, List.of(List.of(new Size(600, 200)), List.of(new Size(900, 600))));
    Placement left = candidates.get(0).placements().get(0);
    Placement right = candidates.get(0).placements().get(1);
    assertThat(right.box().x() - left.box().right()).isGreaterThanOrEqualTo(10);
    assertThat(left.width() + right.width()).isBetween(970, 990);
    assertThat(right.width() / (double) left.width()).isBetween(1.49, 1.51);
  }

  @Test
  void place_photos_areOneMoreAxis() {
    ProductCutouts shoe = cutout("shoe", 20, 10, 10, 20);
    List<Candidate> candidates =
        Placer.of(CANVAS, 0, Grid.DEFAULT)
            .place(List.of(shoe), List.of(List.of(new Size(200, 100), new Size(100, 200))));
    assertThat(candidates).hasSize(18);
    assertThat(candidates.get(17).id()).startsWith("p1");
    assertThat(candidates.get(17).placements().get(0).photo()).isEqualTo(1);
    assertThat(candidates.get(17).placements().get(0).height()).isEqualTo(200);
  }

  @Test
  void place_productsThatCannotFit_namesThemAndTheRemedy() {
    List<ProductCutouts> products =
        IntStream.range(0, 20).mapToObj(i -> cutout("bead " + i, 10, 10)).toList();
    List<List<Size>> sizes = products.stream().map(p -> List.of(new Size(40, 40))).toList();
    assertThatThrownBy(
            () -> Placer.of(new CanvasSize(64, 64), 0.04, Grid.DEFAULT).place(products, sizes))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("bead 0")
        .hasMessageContaining("15 more")
        .hasMessageContaining("64x64")
        .hasMessageContaining("fewer products");
  }

  @Test
  void place_sizesOfOtherProducts_areRefused() {
    Placer placer = Placer.of(CANVAS, 0, Grid.DEFAULT);
    List<ProductCutouts> products = List.of(cutout("cup", 10, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> placer.place(products, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> placer.place(products, List.of(List.of())));
    assertThatIllegalArgumentException().isThrownBy(() -> placer.place(List.of(), List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Placer.of(CANVAS, 0.5, Grid.DEFAULT));
  }

  @Test
  void place_randomScenes_keepEveryRuleOfThePlan() {
    Random random = new Random(20_26);
    for (int round = 0; round < 300; round++) {
      CanvasSize canvas = new CanvasSize(64 + random.nextInt(1500), 64 + random.nextInt(1500));
      List<ProductCutouts> products = new ArrayList<>();
      List<List<Size>> sizes = new ArrayList<>();
      for (int p = 0; p <= random.nextInt(random.nextInt(8) + 1); p++) {
        int width = 1 + random.nextInt(60);
        int height = 1 + random.nextInt(60);
        products.add(cutout("thing " + p, width, height));
        int factor = 1 + random.nextInt(40);
        sizes.add(List.of(new Size(width * factor, height * factor)));
      }
      Grid grid = randomGrid(random);
      List<SafeZone> zones = new ArrayList<>();
      for (int z = random.nextInt(4); z > 0; z--) {
        double x = random.nextDouble() * 0.9;
        double y = random.nextDouble() * 0.9;
        zones.add(new SafeZone(x, y, (1 - x) * 0.4, (1 - y) * 0.4));
      }
      Placer placer = Placer.of(canvas, random.nextDouble() * 0.3, zones, grid);
      try {
        List<Candidate> candidates = placer.place(products, sizes);
        checkPlan(candidates, products, placer.safeBox(), grid);
        checkZones(candidates, canvas.size(), zones);
        assertThat(placer.place(products, sizes)).isEqualTo(candidates);
      } catch (UnsupportedInputException e) {
        // Eight pixels a product and the gaps must really be too much.
        double rotated = 8 * 1.4143 + 1;
        if (zones.isEmpty()) {
          assertThat(placer.safeBox().width() / (rotated + canvas.width() / 100.0 + 1))
              .isLessThan(products.size());
        }
      }
    }
  }

  private static Grid randomGrid(Random random) {
    List<Double> rotations = random.doubles(1 + random.nextInt(6), -180, 180).boxed().toList();
    List<Double> scales = random.doubles(1 + random.nextInt(3), 0.01, 4).boxed().toList();
    int cap = random.nextBoolean() ? 10_000 : 1 + random.nextInt(30);
    double overflow = random.nextInt(3) > 0 ? 0 : random.nextDouble() * 0.9;
    return new Grid(1 + random.nextInt(9), 1 + random.nextInt(4), rotations, scales, cap)
        .withAnchors(1 + random.nextInt(3))
        .withOverflow(overflow);
  }

  private static void checkPlan(
      List<Candidate> candidates, List<ProductCutouts> products, Box safe, Grid grid) {
    assertThat(candidates).isNotEmpty().hasSizeLessThanOrEqualTo(grid.maxCandidates());
    assertThat(new HashSet<>(candidates.stream().map(Candidate::id).toList()))
        .hasSameSizeAs(candidates);
    for (Candidate candidate : candidates) {
      List<Placement> placements = candidate.placements();
      assertThat(placements.stream().map(Placement::product).sorted())
          .isEqualTo(IntStream.range(0, products.size()).boxed().toList());
      for (int i = 0; i < placements.size(); i++) {
        Placement placement = placements.get(i);
        Box box = placement.box();
        Box seen = safe.intersect(box).orElseThrow();
        assertThat(seen.width())
            .as("%s in %s", placement, safe)
            .isGreaterThanOrEqualTo(shown(box.width(), grid));
        assertThat(seen.height())
            .as("%s in %s", placement, safe)
            .isGreaterThanOrEqualTo(shown(box.height(), grid));
        assertThat(box.size())
            .isEqualTo(
                new Size(placement.width(), placement.height()).rotated(placement.rotation()));
        for (int j = 0; j < i; j++) {
          assertThat(box.intersect(placements.get(j).box())).as(candidate.id()).isEmpty();
        }
      }
    }
  }

  private static int shown(int length, Grid grid) {
    return length - (int) (length * grid.overflow());
  }

  private static void checkZones(List<Candidate> candidates, Size canvas, List<SafeZone> zones) {
    for (Candidate candidate : candidates) {
      for (Placement placement : candidate.placements()) {
        for (SafeZone zone : zones) {
          assertThat(zone.on(canvas).intersect(placement.box())).as("%s", placement).isEmpty();
        }
      }
    }
  }

  private static List<List<Size>> sizes(int width, int height) {
    return List.of(List.of(new Size(width, height)));
  }

  /** Returns a product with a photo for every pair of sides. */
  private static ProductCutouts cutout(String name, int... sides) {
    RasterImage[] photos = new RasterImage[sides.length / 2];
    for (int i = 0; i < photos.length; i++) {
      photos[i] = RasterImage.filled(new Size(sides[2 * i], sides[2 * i + 1]), -1);
    }
    return Samples.product(name, photos);
  }
}
