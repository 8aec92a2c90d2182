package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeSceneReader;
import org.brandimage.spi.testkit.fake.FakeStages;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

/** Which of the backgrounds found for the same words a run shows. */
class BackgroundChoiceTest {
  private static final SceneFacts NONE_USABLE = SceneFacts.builder().usable(false).build();

  private static Asset street(String id, int side, SceneFacts facts) {
    RasterImage photo = RasterImage.filled(new Size(side, side), 0xFF708090 + id.hashCode() % 64);
    return Asset.builder(id, EntityKind.BACKGROUND, List.of(ImageSource.of(photo)))
        .tags(Set.of("urban", "street", "sunset"))
        .description("an urban street at sunset")
        .sceneFacts(facts)
        .build();
  }

  private static SceneFacts leftQuarter() {
    return SceneFacts.builder()
        .ground(
            List.of(
                List.of(
                    new Point(0, 0.9), new Point(0.1, 0.9), new Point(0.1, 1), new Point(0, 1))))
        .build();
  }

  private static RunResult run(int scenes, SceneReader reader, Asset... streets) {
    List<Asset> library = new ArrayList<>();
    Fixtures.library().stream()
        .filter(asset -> asset.kind() != EntityKind.BACKGROUND)
        .forEach(library::add);
    library.addAll(List.of(streets));
    try (BrandImagePipeline pipeline =
        BrandImagePipeline.builder()
            .stages(new FakeStages())
            .assetRetriever(new FakeAssetRetriever(library))
            .sceneReader(reader)
            .guidelineChecks(List.of())
            .options(
                PipelineOptions.builder()
                    .backgroundUse(BackgroundUse.KEEP)
                    .scenesPerBrief(scenes)
                    .build())
            .build()) {
      return pipeline.run(
          CampaignBrief.builder(Fixtures.DUCK_PROMPT).canvases(List.of(Fixtures.CANVAS)).build());
    }
  }

  private static List<String> backgrounds(RunResult result) {
    return result.scenes().stream()
        .map(SceneRecord::setting)
        .map(setting -> setting.get(0).assetId())
        .toList();
  }

  @Test
  void run_secondBackgroundHasMoreGround_isShown() {
    RunResult result =
        run(
            1,
            new FakeSceneReader(),
            street("a", 640, leftQuarter()),
            street("b", 640, SceneFacts.NONE));

    assertThat(backgrounds(result)).containsExactly("b");
    assertThat(result.provenance().plans()).anyMatch(note -> note.contains("one of 2"));
  }

  @Test
  void run_equalBackgrounds_showsTheFirst() {
    RunResult result =
        run(
            1,
            new FakeSceneReader(),
            street("a", 640, SceneFacts.NONE),
            street("b", 640, SceneFacts.NONE));

    assertThat(backgrounds(result)).containsExactly("a");
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void run_severalScenesAsked_showsEachBackgroundThatSuits() {
    RunResult result =
        run(
            2,
            new FakeSceneReader(),
            street("a", 640, SceneFacts.NONE),
            street("b", 640, NONE_USABLE),
            street("c", 640, SceneFacts.NONE));

    assertThat(backgrounds(result)).containsExactly("a", "c");
    assertThat(result.scenes()).extracting(SceneRecord::id).containsExactly("scene-1", "scene-1b");
  }

  @Test
  void run_noBackgroundIsUsable_showsABackdropAndWarns() {
    RunResult result = run(1, new FakeSceneReader(), street("a", 640, NONE_USABLE));

    assertThat(result.finalists()).isNotEmpty();
    assertThat(backgrounds(result)).containsExactly("");
    assertThat(result.warnings())
        .anyMatch(warning -> warning.toString().contains("studio backdrop"))
        .anyMatch(warning -> warning.toString().contains("background a"));
  }

  @Test
  void run_firstIsUnusable_showsTheOtherAndWarns() {
    RunResult result =
        run(
            1,
            new FakeSceneReader(),
            street("a", 640, NONE_USABLE),
            street("b", 640, SceneFacts.NONE));

    assertThat(backgrounds(result)).containsExactly("b");
    assertThat(result.warnings()).anyMatch(warning -> warning.toString().contains("b is used"));
  }

  @Test
  void run_photoTooSmallForTheCanvas_isRefusedOrWarnedOf() {
    RunResult small = run(1, new FakeSceneReader(), street("a", 160, SceneFacts.NONE));
    RunResult tiny = run(1, new FakeSceneReader(), street("a", 100, SceneFacts.NONE));

    assertThat(backgrounds(small)).containsExactly("a");
    assertThat(small.warnings()).anyMatch(warning -> warning.toString().contains("2.0 times"));
    assertThat(backgrounds(tiny)).containsExactly("");
    assertThat(tiny.warnings()).anyMatch(warning -> warning.toString().contains("3.2 times"));
  }

  @Test
  void run_productWouldBeLostInTheScene_showsABackdropAndWarns() {
    SceneFacts wide = SceneFacts.builder().widthCm(4000).build();

    RunResult result = run(1, new FakeSceneReader(), street("a", 640, wide));

    assertThat(backgrounds(result)).containsExactly("");
    assertThat(result.warnings())
        .anyMatch(warning -> warning.toString().contains("of a well seen size"));
  }

  @Test
  void run_readerFails_keepsTheFirstBackgroundAndWarns() {
    SceneReader broken =
        (request, context) -> {
          throw new StageException("out of order");
        };

    RunResult result = run(1, broken, street("a", 640, SceneFacts.NONE));

    assertThat(backgrounds(result)).containsExactly("a");
    assertThat(result.warnings())
        .anyMatch(warning -> warning.toString().contains("could not be read"));
  }
}
