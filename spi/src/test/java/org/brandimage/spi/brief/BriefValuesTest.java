package org.brandimage.spi.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BriefValuesTest {
  @ParameterizedTest
  @CsvSource({"64,64", "8192,8192", "64,8192", "1024,768"})
  void canvas_withinTheRange_roundTrips(int width, int height) {
    CanvasSize size = new CanvasSize(width, height);
    assertThat(CanvasSize.parse(size.toString())).isEqualTo(size);
    assertThat(size.size().width()).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"63,64", "64,63", "8193,64", "64,8193", "-1,100", "0,0"})
  void canvas_outOfRange_namesFieldValueAndRemedy(int width, int height) {
    refused(() -> new CanvasSize(width, height), "canvas", width + "x" + height, "64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1024", "1024x", "x768", "1024X768", "1024*768", " 64x64", "-64x64", "1e3x64"})
  void canvas_malformedText_namesTheForm(String text) {
    refused(() -> CanvasSize.parse(text), "canvas", "", "WIDTHxHEIGHT");
  }

  @Test
  void canvas_numberBeyondInt_isRefused() {
    refused(() -> CanvasSize.parse("99999999999x64"), "canvas", "99999999999x64", "1024x768");
  }

  @Test
  void rgb_hex_roundTrips() {
    assertThat(Rgb.parse("#1a2B3c")).isEqualTo(new Rgb(0x1A, 0x2B, 0x3C));
    assertThat(Rgb.parse("000000").hex()).isEqualTo("#000000");
    assertThat(new Rgb(255, 0, 16).hex()).isEqualTo("#FF0010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "#12345", "#1234567", "#12345g", "##123456", "red", "#１２３４５６"})
  void rgb_malformedText_namesTheForm(String text) {
    refused(() -> Rgb.parse(text), "colour", "", "#RRGGBB");
  }

  @ParameterizedTest
  @CsvSource({"256,0,0", "0,-1,0", "0,0,1000"})
  void rgb_channelOutOfRange_isRefused(int red, int green, int blue) {
    refused(() -> new Rgb(red, green, blue), "colour", red + "," + green + "," + blue, "255");
  }

  @Test
  void grid_bounds_areChecked() {
    Grid grid = new Grid(100, 100, List.of(-180.0, 180.0), List.of(4.0), 1_000_000);
    assertThat(grid.withSections(1, 1).columns()).isEqualTo(1);
    refused(() -> grid.withSections(0, 1), "grid", "0x1", "1 to 100");
    refused(() -> grid.withSections(1, 101), "grid", "1x101", "1 to 100");
    refused(() -> grid.withRotations(List.of()), "grid rotations", "none", "at least one");
    refused(() -> grid.withRotations(List.of(180.1)), "grid rotations", "180.1", "180");
    refused(() -> grid.withRotations(List.of(Double.NaN)), "grid rotations", "NaN", "180");
    refused(() -> grid.withScales(List.of(0.0)), "grid scales", "0.0", "4");
    refused(() -> grid.withScales(List.of(4.01)), "grid scales", "4.01", "4");
    refused(() -> grid.withAnchors(0), "grid anchors", "0", "1 to 100");
    refused(() -> grid.withAnchors(101), "grid anchors", "101", "1 to 100");
    refused(() -> grid.withOverflow(-0.1), "grid overflow", "-0.1", "0.9");
    refused(() -> grid.withOverflow(0.91), "grid overflow", "0.91", "0.9");
    refused(() -> new Grid(1, 1, List.of(0.0), List.of(1.0), 0), "maxCandidates", "0", "1");
    refused(() -> new Grid(1, 1, List.of(0.0), List.of(1.0), 1_000_001), "max", "1000001", "1");
  }

  @Test
  void grid_changedLists_changeNothing() {
    List<Double> rotations = new ArrayList<>(List.of(0.0));
    Grid grid = Grid.DEFAULT.withRotations(rotations);
    rotations.add(500.0);
    assertThat(grid.rotations()).containsExactly(0.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "-a", "a-", "a--b", "a_b"})
  void guideline_malformedId_isRefused(String id) {
    refused(() -> Guideline.required(id, "True."), "guideline id", "", "lower-case");
  }

  @Test
  void guideline_unusableValues_areRefused() {
    refused(() -> Guideline.flexible("a", " "), "guideline a statement", "(empty)", "sentence");
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(
          () -> new Guideline("a", "True.", Guideline.Necessity.REQUIRED, weight),
          "guideline a weight",
          String.valueOf(weight),
          "above 0");
    }
  }

  @Test
  void brandKit_unusableValues_areRefused() {
    Guideline rule = Guideline.required("a", "True.");
    refused(
        () -> BrandKit.builder("b").guidelines(List.of(rule, rule)).build(),
        "guideline id",
        "a",
        "once");
    for (double margin : new double[] {-0.01, 0.41, Double.NaN}) {
      refused(
          () -> BrandKit.builder("b").safeMargin(margin).build(),
          "safeMargin",
          String.valueOf(margin),
          "0.4");
    }
  }

  @ParameterizedTest
  @CsvSource({"-0.1,0,1,1", "0,1,1,1", "0,0,0,1", "0.5,0,0.51,1", "NaN,0,1,1", "0,0,1,NaN"})
  void safeZone_outsideTheCanvas_isRefused(double x, double y, double width, double height) {
    refused(() -> new SafeZone(x, y, width, height), "safe zone", "", "0 to 1");
  }

  @Test
  void safeZone_onACanvas_takesEveryPixelItTouches() {
    Size canvas = new Size(100, 50);
    assertThat(new SafeZone(0.1, 0.2, 0.2, 0.8).on(canvas)).isEqualTo(new Box(10, 10, 20, 40));
    assertThat(new SafeZone(0.105, 0, 0.1, 0.01).on(canvas)).isEqualTo(new Box(10, 0, 11, 1));
    assertThat(new SafeZone(0.9999, 0, 1e-9, 1).on(canvas)).isEqualTo(new Box(99, 0, 1, 50));
  }

  @Test
  void brandKit_fingerprint_changesWithEveryField() {
    Guideline rule = Guideline.required("a", "True.");
    assertThat(
            List.of(
                print(BrandKit.builder("b")),
                print(BrandKit.builder("c")),
                print(BrandKit.builder("b").safeMargin(0)),
                print(BrandKit.builder("b").safeZones(List.of(new SafeZone(0, 0, 1, 0.2)))),
                print(BrandKit.builder("b").palette(List.of(new Rgb(0, 0, 0)))),
                print(BrandKit.builder("b").forbiddenElements(List.of("#000000"))),
                print(BrandKit.builder("b").guidelines(List.of(rule))),
                print(BrandKit.builder("b").guidelines(List.of(Guideline.flexible("a", "True."))))))
        .doesNotHaveDuplicates();
  }

  @Test
  void brief_unusableValues_areRefused() {
    refused(() -> CampaignBrief.of("  "), "prompt", "(empty)", "name a product");
    refused(() -> CampaignBrief.of("x".repeat(1001)), "prompt", "1001 characters", "1000");
    refused(() -> brief().canvases(List.of()).build(), "canvases", "[]", "once");
    CanvasSize square = new CanvasSize(64, 64);
    refused(() -> brief().canvases(List.of(square, square)).build(), "canvases", "64x64", "once");
    refused(() -> brief().finalists(0).build(), "finalists", "0", "1 to 100");
    refused(() -> brief().finalists(101).build(), "finalists", "101", "1 to 100");
    refused(() -> brief().seed(-1).build(), "seed", "-1", "2147483646");
    refused(() -> brief().seed(2_147_483_647L).build(), "seed", "2147483647", "2147483646");
  }

  @Test
  void brief_boundsAndDefaults() {
    CampaignBrief brief =
        CampaignBrief.builder("x".repeat(1000)).finalists(100).seed(2_147_483_646L).build();
    assertThat(brief.canvases()).containsExactly(new CanvasSize(1024, 1024));
    assertThat(CampaignBrief.of("a shoe").finalists()).isEqualTo(3);
    assertThat(CampaignBrief.of("a shoe").grid()).isEqualTo(Grid.DEFAULT);
    assertThat(CampaignBrief.of("a secret shoe").toString()).doesNotContain("secret");
  }

  private static CampaignBrief.Builder brief() {
    return CampaignBrief.builder("a shoe");
  }

  private static String print(BrandKit.Builder kit) {
    return kit.build().fingerprint();
  }

  private static void refused(ThrowingCallable call, String field, String value, String remedy) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(call)
        .satisfies(
            e -> {
              assertThat(e.field()).contains(field);
              assertThat(e.value()).contains(value);
              assertThat(e.remedy()).contains(remedy);
              assertThat(e).hasMessage("%s: %s - %s", e.field(), e.value(), e.remedy());
            });
  }
}
