package org.brandimage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.brandimage.prompted.ContactSheetScorer;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Cause;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Refusal;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneTone;
import org.brandimage.spi.scene.ShareGrid;
import org.brandimage.store.FolderBlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaidResultJsonTest {
  @TempDir private Path folder;
  private PaidResultJson json;

  @BeforeEach
  void overAFolder() {
    json = PaidResultJson.over(FolderBlobStore.in(folder));
  }

  static Stream<Object> results() {
    return Stream.of(
        new Decomposition(
            List.of(new Entity(EntityKind.PRODUCT, "shoe", "a \"red\" shoe\u202e\n")),
            List.of(new Entity(EntityKind.BACKGROUND, "street", "an urban street")),
            List.of(new Entity(EntityKind.THEME, "sunset", "at sunset"))),
        new CompositionPlan(
            List.of(
                new Candidate(
                    "p0s1r-15x1.0",
                    List.of(new Placement(0, 1, 200, 100, -15.5, new Box(-3, 4, 250, 160), 2)))),
            "13 cm high, shown 0.1 + 0.2 = " + (0.1 + 0.2)),
        new Verdict(
            "c1",
            List.of(
                GuidelineResult.builder("g1", Outcome.PASS, "judge v1", "Looks right.")
                    .number(0.1 + 0.2)
                    .threshold(Double.MIN_VALUE)
                    .build(),
                GuidelineResult.builder("g2", Outcome.FAIL, "judge v1", "Tilted.")
                    .hint("stand it upright")
                    .build(),
                GuidelineResult.builder("g3", Outcome.UNANSWERED, "judge v1", "None.")
                    .cause(Cause.NOT_DECIDABLE)
                    .build())),
        Ranking.of(
            List.of(
                new RankedImage("a", 1 / 3.0, Map.of("nima", 5.25, "clip", -0.0)),
                new RankedImage("b", -1e-300, Map.of()))),
        new Refinement(
            Map.of(StageId.CAPTION, List.of("less text", "no people")), Set.of("bg/street")),
        Refinement.NONE,
        new CompositionPlan(
            List.of(
                new Candidate(
                    "p0s0v0r+0x1.0",
                    List.of(new Placement(0, 0, 20, 10, 0, new Box(3, 4, 20, 10), 0)))),
            "on free ground",
            new Box(10, 20, 300, 200)),
        sceneMap(),
        SceneMap.builder(new Size(40, 20), ShareGrid.filled(new Size(4, 2), 0))
            .unusable("Nothing can stand there.")
            .build(),
        new Refusal(Refusal.Kind.CONTENT_REJECTED, "VIOLENCE", "blocked - another seed"),
        new ContactSheetScorer.Scores(List.of(0.0, 1 / 3.0, 1.0)));
  }

  private static SceneMap sceneMap() {
    Size grid = new Size(2, 2);
    ShareGrid ground = ShareGrid.of(grid, new float[] {0, 1 / 3f, 1, Float.MIN_VALUE});
    return SceneMap.builder(new Size(400, 200), ground)
        .occupied(ShareGrid.filled(grid, 0.1f))
        .tone(new SceneTone(ShareGrid.filled(grid, 0.2f), ground))
        .horizon(-0.1, "vanishing point")
        .frameWidth(new SceneMap.FrameWidth(240.5, 0.8, 1.17), "a chair of usual size")
        .confidence(0.7)
        .sharpness(0.9)
        .light("left", "brightness")
        .source("ground", "colour and contours")
        .build();
  }

  @ParameterizedTest
  @MethodSource("results")
  void read_whatWasWritten_isEqual(Object value) {
    PaidResult read = json.read(json.write(paid(value)));

    assertThat(read.value()).usingRecursiveComparison().isEqualTo(value);
    assertThat(read.value()).hasSameClassAs(value);
    assertThat(read.cost()).isEqualTo(new Cost(2, 70_001));
    assertThat(read.paidAt()).isEqualTo(Instant.parse("2026-11-30T10:15:30.123456789Z"));
    assertThat(read.calls().get(0))
        .usingRecursiveComparison()
        .isEqualTo(paid(value).calls().get(0));
  }

  @Test
  void read_caption_hasTheSameFingerprint() {
    Caption caption =
        Caption.builder("A shoe on a street.", "a shoe", "a photo", "a street")
            .position("left")
            .lighting("low sun")
            .camera("50 mm")
            .style("realistic")
            .negativeText("blurry")
            .build();

    Caption read = (Caption) json.read(json.write(paid(caption))).value();

    assertThat(read.fingerprint()).isEqualTo(caption.fingerprint());
  }

  @Test
  void read_cutout_keepsPixelsUnderAlphaZero() {
    int[] argb = {0x00123456, 0x01FFFFFF, 0x80FF0000, 0xFF00FF00};
    Cutout cutout =
        new Cutout(ImageSource.of(RasterImage.of(new Size(2, 2), argb)), 0.75, "matting");

    String written = json.write(paid(cutout));
    Cutout read = (Cutout) json.read(written).value();

    assertThat(read.image().raster()).isEqualTo(cutout.image().raster());
    assertThat(read.image().digest()).isEqualTo(cutout.image().digest());
    assertThat(read.image().original()).isEmpty();
    assertThat(read.confidence()).isEqualTo(0.75);
    assertThat(read.method()).isEqualTo("matting");
    assertThat(json.pictures(written)).hasSize(1);
  }

  @Test
  void write_namesTypesNotClasses() {
    String written = json.write(paid(Refinement.NONE));

    assertThat(written)
        .startsWith("{\"type\":\"refinement\",\"version\":1,\"value\":{")
        .doesNotContain("org.brandimage")
        .doesNotContain("\n");
  }

  @Test
  void read_unknownFields_areIgnored() {
    String later =
        json.write(paid(Refinement.NONE)).replace("\"value\":{", "\"value\":{\"later\":[1,{}],");

    assertThat(json.read(later).value()).isEqualTo(Refinement.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"type\":\"java.lang.Runtime\",\"version\":1,\"value\":{}}",
        "{\"type\":\"ranking\",\"version\":2,\"value\":{\"images\":[]}}",
        "{\"type\":\"ranking\",\"version\":1,\"value\":{\"images\":[]}}",
        "{\"type\":\"ranking\",\"version\":1,\"value\":7,\"cost\":{},\"calls\":[],\"paidAt\":0}",
        "{\"type\":\"ranking\",\"version\":1"
      })
  void read_whatThisLibraryHasNotWritten_isATypedError(String text) {
    assertThatExceptionOfType(ResultStoreException.class).isThrownBy(() -> json.read(text));
  }

  private static PaidResult paid(Object value) {
    CallRecord call =
        CallRecord.builder("bedrock", "amazon.nova-canvas-v1:0")
            .promptVersion("caption-3")
            .parameter("cfgScale", 6.5)
            .usage(new TokenUsage(12, 34))
            .cost(new Cost(1, 40_000))
            .elapsed(Duration.ofMillis(4321))
            .attempts(2)
            .requestId("r-1")
            .build();
    return PaidResult.of(
        value,
        new Cost(2, 70_001),
        List.of(call, call.asReused()),
        Instant.parse("2026-11-30T10:15:30.123456789Z"));
  }
}
