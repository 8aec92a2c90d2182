package org.brandimage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.brandimage.quality.TestScene.Pose;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks that look at the frame as a whole: place, size, focus, light and colours. */
class FrameChecksTest {
  private static final Size CANVAS = new Size(200, 100);

  private static GuidelineResult check(GuidelineCheck check, CheckRequest request)
      throws InterruptedException {
    return check.check(request, StageContext.standalone());
  }

  /** A request whose products are filled boxes; what lies outside the canvas is not painted. */
  private static CheckRequest boxes(Scene scene, Box... boxes) {
    return request(scene, boxes).brandKit(BrandKit.builder("b").safeMargin(0.1).build()).build();
  }

  private static CheckRequest.Builder request(Scene scene, Box... boxes) {
    Mask mask =
        Mask.of(
            CANVAS,
            (x, y) -> {
              for (Box box : boxes) {
                if (box.contains(new Box(x, y, 1, 1))) {
                  return true;
                }
              }
              return false;
            });
    List<Placement> placements =
        java.util.stream.IntStream.range(0, boxes.length)
            .mapToObj(i -> new Placement(i, 0, boxes[i].width(), boxes[i].height(), 0, boxes[i], i))
            .toList();
    ImageSource picture = ImageSource.of(RasterImage.filled(CANVAS, 0xff808080));
    return CheckRequest.builder(
        new Candidate("c", placements), picture, picture, picture, mask, scene, Fixtures.caption());
  }

  @ParameterizedTest
  @CsvSource({
    "20,10,50,80,PASS,0.1",
    "19,10,50,80,PASS,0.095",
    "17,10,50,80,FAIL,0.085",
    "60,8,50,60,FAIL,0.08",
    "60,9,50,60,PASS,0.09",
    "130,20,60,40,FAIL,0.05",
    "60,20,60,78,FAIL,0.02",
    "0,20,60,40,FAIL,0",
    "-20,20,60,40,FAIL,0",
    "160,20,60,40,FAIL,0",
    "300,20,60,40,FAIL,-1",
    "-60,20,60,40,FAIL,-1",
  })
  void complete_boxOnTheCanvas_needsTheSafeMarginOnEverySide(
      int x, int y, int width, int height, Outcome outcome, double margin)
      throws InterruptedException {
    GuidelineResult result =
        check(
            ProductCompleteCheck.create(),
            boxes(Fixtures.duckScene(), new Box(x, y, width, height)));

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.number().orElseThrow()).isCloseTo(margin, within(1e-9));
    assertThat(result.threshold()).hasValue(0.1);
  }

  @ParameterizedTest
  @CsvSource({"20,PASS", "80,PASS", "81,FAIL", "100,FAIL"})
  void complete_productInASafeZone_fails(int x, Outcome outcome) throws InterruptedException {
    // Columns 130 to 160 and rows 40 to 60 of 200 x 100; the product is 50 wide.
    SafeZone zone = new SafeZone(0.65, 0.4, 0.15, 0.2);
    CheckRequest request =
        request(Fixtures.duckScene(), new Box(x, 20, 50, 60))
            .brandKit(BrandKit.builder("b").safeZones(List.of(zone)).build())
            .build();
    GuidelineResult result = check(ProductCompleteCheck.create(), request);

    assertThat(result.outcome()).isEqualTo(outcome);
    if (outcome == Outcome.FAIL) {
      assertThat(result.reason()).contains("0.65");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-20,20,PASS,0.333",
    "-25,20,PASS,0.417",
    "-26,20,FAIL,0.433",
    "60,-16,PASS,0.4",
    "60,-18,FAIL,0.45",
    "100,20,PASS,0",
    "-60,20,FAIL,-1",
  })
  void complete_overflow_allowsThatShareBeyondTheEdges(int x, int y, Outcome outcome, double hidden)
      throws InterruptedException {
    CheckRequest request =
        request(Fixtures.duckScene(), new Box(x, y, 60, 40)).overflow(0.4).build();
    GuidelineResult result = check(ProductCompleteCheck.create(), request);

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.number().orElseThrow()).isCloseTo(hidden, within(1e-3));
  }

  @Test
  void complete_secondProductOutside_fails() throws InterruptedException {
    CheckRequest request =
        boxes(Fixtures.twoProductScene(), new Box(60, 20, 40, 40), new Box(400, 20, 40, 40));

    assertThat(check(ProductCompleteCheck.create(), request).outcome()).isEqualTo(Outcome.FAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "13,6,FAIL,0.065",
    "14,7,PASS,0.07",
    "100,50,PASS,0.5",
    "80,96,PASS,0.96",
    "193,20,FAIL,0.965"
  })
  void plausible_scale_mustLieBetweenItsBounds(int width, int height, Outcome outcome, double scale)
      throws InterruptedException {
    GuidelineResult result =
        check(
            PlausibleSizeCheck.create(), boxes(Fixtures.duckScene(), new Box(0, 0, width, height)));

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.number().orElseThrow()).isCloseTo(scale, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"40,40,PASS", "40,80,PASS", "40,82,FAIL", "60,29,FAIL", "60,31,PASS"})
  void plausible_equallyTallProducts_mayDifferTwofold(int first, int second, Outcome outcome)
      throws InterruptedException {
    Scene scene =
        Scene.builder("s", List.of(tenCentimetres("one"), tenCentimetres("other"))).build();
    CheckRequest request = boxes(scene, new Box(0, 0, 30, first), new Box(100, 0, 30, second));

    assertThat(check(PlausibleSizeCheck.create(), request).outcome()).isEqualTo(outcome);
  }

  private static Selection tenCentimetres(String name) {
    ImageSource photo = ImageSource.of(RasterImage.filled(new Size(2, 2), -1));
    Asset asset = Asset.builder(name, EntityKind.PRODUCT, List.of(photo)).heightCm(10).build();
    return new Selection(Fixtures.entity(EntityKind.PRODUCT, name), asset);
  }

  private static CheckRequest picture(TestScene scene, BrandKit kit) {
    return scene.request(new Pose(250, 300, 200, 0)).brandKit(kit).build();
  }

  @Test
  void sharp_blurredDarkOrFlatPictures_failForTheirOwnReason() throws InterruptedException {
    Pose pose = new Pose(250, 300, 200, 0);
    TestScene good = TestScene.room(512, 512).product(pose);
    GuidelineCheck check = SharpAndWellExposedCheck.create();
    BrandKit kit = BrandKit.neutral();

    assertThat(check(check, picture(good, kit)).outcome()).isEqualTo(Outcome.PASS);
    assertThat(check(check, picture(good.copy().blurred(9, 2), kit)).reason()).contains("soft");
    assertThat(check(check, picture(good.copy().light(0.18), kit)).reason()).contains("dark");
    assertThat(check(check, picture(good.copy().light(0.01), kit)).reason()).contains("black");
    assertThat(check(check, picture(good.copy().light(30), kit)).reason()).contains("white");
    assertThat(check(check, picture(good.copy().light(0.01), kit)).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void palette_none_isNotApplicableAndSaysSo() throws InterruptedException {
    TestScene scene = TestScene.plain(64, 64, 0x2040c0);
    GuidelineResult result = check(BrandPaletteCheck.create(), picture(scene, BrandKit.neutral()));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(result.reason()).contains("no palette");
  }

  @ParameterizedTest
  @CsvSource({"#2040C0,PASS,1", "#3050C8,PASS,1", "#C04020,FAIL,0"})
  void palette_colour_mustBeInThePicture(String colour, Outcome outcome, double coverage)
      throws InterruptedException {
    TestScene scene = TestScene.plain(64, 64, 0x2040c0);
    BrandKit kit = BrandKit.builder("b").palette(List.of(Rgb.parse(colour))).build();

    GuidelineResult result = check(BrandPaletteCheck.create(), picture(scene, kit));

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.number()).hasValue(coverage);
  }

  @Test
  void baseline_ids_areTheAgreedOnesInOrder() {
    assertThat(MeasuredChecks.baseline())
        .extracting(check -> check.guideline().id())
        .containsExactly(
            "plausible-size",
            "product-complete",
            "stands-on-ground",
            "supported",
            "believable-size",
            "merges-with-object",
            "resolution",
            "product-unaltered",
            "product-not-extended",
            "no-halo",
            "product-not-duplicated",
            "contact-shadow",
            "shadow-side",
            "product-stands-out",
            "sharp-and-well-exposed",
            "clean-tones",
            "brand-palette");
  }

  @Test
  void thumbnail_anyRatio_isTheMeanOfItsBlocks() {
    int[] argb = new int[64 * 48];
    java.util.Arrays.setAll(argb, i -> 0xff000000 | (i % 64 / 16) * 0x202020);
    RasterImage picture = RasterImage.of(new Size(64, 48), argb);

    Thumbnail small = Thumbnail.of(picture, picture.size().bounds(), 4);

    assertThat(small.width()).isEqualTo(4);
    assertThat(small.height()).isEqualTo(3);
    assertThat(small.argb()).startsWith(0xff000000, 0xff202020, 0xff404040, 0xff606060);
    assertThat(Thumbnail.of(picture, new Box(16, 0, 3, 2), 100).argb())
        .containsOnly(0xff202020)
        .hasSize(6);
  }

  @Test
  void thumbnail_transparentPixels_haveNoColour() {
    RasterImage half =
        RasterImage.of(new Size(2, 2), new int[] {0xffff0000, 0x0000ff00, 0, 0xff0000ff});

    assertThat(Thumbnail.of(half, half.size().bounds(), 1).argb()).containsExactly(0x80800080);
  }

  @Test
  void outline_disc_hasEuclideanDistances() {
    int side = 61;
    int[] argb = new int[side * side];
    for (int i = 0; i < argb.length; i++) {
      int dy = i / side - 30;
      argb[i] = Math.hypot(i % side - 30, dy) <= 15 ? -1 : 0;
    }
    RasterImage disc = RasterImage.of(new Size(side, side), argb);
    Outline outline = Outline.of(Thumbnail.of(disc, disc.size().bounds(), side));

    for (int i = 0; i < argb.length; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < argb.length; j++) {
        if (argb[i] != argb[j]) {
          int dy = i / side - j / side;
          nearest = Math.min(nearest, Math.hypot(i % side - j % side, dy));
        }
      }
      assertThat(outline.distance(i)).isCloseTo(nearest, within(0.3));
    }
  }
}
