package org.brandimage.local.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.SharedModels;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneRequest;
import org.brandimage.spi.scene.ShareGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSceneReaderTest {
  private static final String CARD =
      "{\"size\":[32,32],\"layout\":\"NHWC\",\"output\":\"probabilities\","
          + "\"labels\":[\"other\",\"floor, flooring\",\"sky\"]}";

  @TempDir private Path folder;

  /** Blue over brown: the reader without models finds the lower half. */
  private static ImageSource photo() {
    int[] argb = new int[200 * 100];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = i < argb.length / 2 ? 0xFF80A0E0 : 0xFF705030;
    }
    return ImageSource.of(RasterImage.of(new Size(200, 100), argb));
  }

  private static SceneMap read(ModelStore store, SceneFacts facts) throws InterruptedException {
    try (ModelSceneReader reader = ModelSceneReader.open(store)) {
      return reader.read(
          SceneRequest.of("photo", photo()).withFacts(facts), StageContext.standalone());
    }
  }

  @Test
  void read_segmenterInPlanes_findsItsClassByName() throws Exception {
    SceneMap map = read(TinySegmenters.planes(folder, 1, "other\nfloor\nwall\n"), SceneFacts.NONE);

    assertThat(map.ground().sample(0.5, 0.9)).isGreaterThan(0.95f);
    assertThat(map.ground().sample(0.5, 0.1)).isLessThan(0.1f);
    assertThat(map.sources().get("ground")).contains("segmenters");
  }

  @Test
  void read_classesOfOtherOrder_areMatchedByName() throws Exception {
    SceneMap map = read(TinySegmenters.planes(folder, 2, "wall\nsky\nfloor\n"), SceneFacts.NONE);

    assertThat(map.ground().sample(0.5, 0.1)).isGreaterThan(0.95f);
    assertThat(map.ground().sample(0.5, 0.9)).as("sky is never ground").isLessThan(0.1f);
  }

  @Test
  void read_listWithoutTheNameOfOthers_beginsAtTheSecondPlane() throws Exception {
    SceneMap map = read(TinySegmenters.planes(folder, 2, "floor\nwall\n"), SceneFacts.NONE);

    assertThat(map.ground().sample(0.5, 0.9)).isGreaterThan(0.95f);
    assertThat(map.ground().sample(0.5, 0.1)).isLessThan(0.1f);
  }

  /** A real network with an oblong input, channels last, blue first, levels up to 255. */
  @Test
  void read_roadSegmenterWithACard_findsTheRoad() throws Exception {
    Path network = SharedModels.folder("models").resolve("seg/road_segmentation_adas_0001.onnx");
    Path file = SharedModels.folder("photos").resolve("labelled/scenes/city-avenue-asphalt.jpg");
    assumeTrue(Files.exists(network) && Files.exists(file), "the road segmenter is not there");
    Path copy = Files.createDirectories(folder.resolve("seg")).resolve("road.onnx");
    Files.copy(network, copy);
    Files.writeString(
        folder.resolve("seg/road.json"),
        "{\"size\":[896,512],\"layout\":\"NHWC\",\"colours\":\"BGR\",\"white\":255,"
            + "\"output\":\"probabilities\","
            + "\"labels\":[\"background\",\"road\",\"kerb\",\"mark\"]}");

    try (GroundSegmenter road = GroundSegmenter.open(copy).orElseThrow()) {
      GroundSegmenter.Shares shares =
          road.read(ImageDecoder.create().open(file, "city avenue").raster());

      assertThat(shares.ground(0.5, 0.9)).isGreaterThan(0.8f);
      assertThat(shares.ground(0.5, 0.05)).isLessThan(0.1f);
    }
  }

  @Test
  void read_channelsLastWithACard_isRead() throws Exception {
    SceneMap map = read(TinySegmenters.channelsLast(folder, CARD), SceneFacts.NONE);

    assertThat(map.ground().sample(0.5, 0.9)).isGreaterThan(0.95f);
    assertThat(map.ground().sample(0.5, 0.1)).isLessThan(0.1f);
  }

  @Test
  void read_labelsInsteadOfScores_areRead() throws Exception {
    String card =
        "{\"size\":[32,32],\"output\":\"labels\",\"labels\":[\"other\",\"road\",\"person\"]}";
    SceneMap map = read(TinySegmenters.labels(folder, card), SceneFacts.NONE);

    assertThat(map.ground().sample(0.5, 0.9)).isGreaterThan(0.95f);
    assertThat(map.ground().sample(0.5, 0.1)).isLessThan(0.1f);
  }

  @Test
  void read_hardlyAnyGround_isUnusable() throws Exception {
    ModelStore store = TinySegmenters.planes(folder, 0, "other\nfloor\nsky\n");

    assertThat(read(store, SceneFacts.NONE).usable()).isFalse();
    assertThat(read(store, SceneFacts.NONE).reason()).contains("0.0 %", "lower half");
    assertThat(read(store, SceneFacts.builder().usable(true).build()).usable()).isTrue();
  }

  @Test
  void read_noGroundSeenButAClearPlaceByColour_staysUsable() throws Exception {
    ModelStore store = TinySegmenters.planes(folder, 0, "other\nfloor\nwall\n");

    assertThat(read(store, SceneFacts.NONE).usable()).isTrue();
  }

  @Test
  void read_groundOfTheLibrary_wins() throws Exception {
    SceneFacts facts =
        SceneFacts.builder()
            .ground(List.of(List.of(new Point(0, 0), new Point(1, 0), new Point(0, 0.5))))
            .build();

    ShareGrid ground = read(TinySegmenters.planes(folder, 2, "a\nfloor\nb\n"), facts).ground();

    assertThat(ground.sample(0.05, 0.05)).isEqualTo(1);
    assertThat(ground.sample(0.5, 0.9)).isZero();
  }

  @Test
  void open_networkWithoutKnownClasses_isLeftOut() throws IOException {
    ModelStore store = TinySegmenters.planes(folder, 2, "a\nb\nc\n");
    Files.delete(folder.resolve("seg/abc_labels.txt"));

    try (ModelSceneReader reader = ModelSceneReader.open(store)) {
      assertThat(reader.identity().model()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'size':[8,512],'labels':['a','floor']} | size | from 16",
        "{'size':[512],'labels':['a','floor']} | size | width and height",
        "{'size':512,'labels':['a','floor']} | size | width and height",
        "{'size':['512','512'],'labels':['a','floor']} | size | width and height",
        "{'layout':'HWC','labels':['a','floor']} | layout | NHWC",
        "{'colours':'grey','labels':['a','floor']} | colours | BGR",
        "{'white':2,'labels':['a','floor']} | white | 255",
        "{'mean':[1,2],'labels':['a','floor']} | mean | three numbers",
        "{'std':[1,0,1],'labels':['a','floor']} | std | three numbers",
        "{'output':'mask','labels':['a','floor']} | output | logits",
        "{'labels':['floor']} | labels | names of the classes",
        "{'labels':[1,2]} | labels | texts",
        "{'side':512} | side | use only",
        "[1] | no object | JSON object",
      })
  void open_wrongCard_namesFileFieldAndRemedy(String card, String field, String remedy)
      throws IOException {
    ModelStore store = TinySegmenters.channelsLast(folder, card.replace('\'', '"'));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ModelSceneReader.open(store).close())
        .withMessageContaining("other.json")
        .withMessageContaining(field)
        .withMessageContaining(remedy);
  }

  @Test
  void read_outputOfAnotherShape_isATypedError() throws Exception {
    ModelStore store = TinySegmenters.planes(folder, 2, "a\nfloor\nb\nc\nd\n");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(store, SceneFacts.NONE))
        .withMessageContaining("5 classes");
  }

  @Test
  void described_chairOfKnownHeight_givesTheScale() {
    SceneMap map =
        SceneMap.builder(new Size(400, 200), ShareGrid.filled(new Size(8, 4), 1))
            .horizon(0.3, "vanishing point")
            .build();
    YoloxDetector.Found chair = new YoloxDetector.Found("chair", 0.9, 0.4, 0.3, 0.1, 0.5);

    SceneMap described = DetectedObjects.of(List.of(chair)).described(map, SceneFacts.NONE);

    // 85 cm take half the height of 200 pixels, so 400 pixels are 340 cm there.
    assertThat(described.frameWidth().orElseThrow().centimetres()).isCloseTo(340, within(0.01));
    assertThat(described.frameWidth().orElseThrow().row()).isEqualTo(0.8);
    assertThat(described.sources().get("frameWidth")).isEqualTo("a chair of 85 cm");
    assertThat(described.occupied().sample(0.45, 0.5)).isGreaterThan(0.8f);
    assertThat(described.occupied().sample(0.1, 0.5)).isZero();
  }

  @Test
  void described_widthOfTheLibrary_wins() {
    SceneMap map =
        SceneMap.builder(new Size(400, 200), ShareGrid.filled(new Size(8, 4), 1)).build();
    YoloxDetector.Found chair = new YoloxDetector.Found("chair", 0.9, 0.4, 0.3, 0.1, 0.5);

    SceneMap described =
        DetectedObjects.of(List.of(chair))
            .described(map, SceneFacts.builder().widthCm(120).build());

    assertThat(described.frameWidth()).isEmpty();
  }

  @Test
  void described_chairCutOffByTheEdge_givesNoScale() {
    SceneMap map =
        SceneMap.builder(new Size(400, 200), ShareGrid.filled(new Size(8, 4), 1)).build();
    YoloxDetector.Found chair = new YoloxDetector.Found("chair", 0.9, 0.4, 0.5, 0.1, 0.5);

    assertThat(DetectedObjects.of(List.of(chair)).described(map, SceneFacts.NONE).frameWidth())
        .isEmpty();
  }
}
