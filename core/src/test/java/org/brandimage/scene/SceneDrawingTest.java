package org.brandimage.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneRequest;
import org.brandimage.spi.scene.ShareGrid;
import org.junit.jupiter.api.Test;

class SceneDrawingTest {
  private static final Size PHOTO = new Size(400, 200);
  private static final Size GRID = new Size(40, 20);

  /** A rectangle of ground with a hole, and two single cells. */
  private static SceneMap map() {
    float[] ground = new float[800];
    float[] occupied = new float[800];
    for (int i = 0; i < 800; i++) {
      int column = i % 40;
      int row = i / 40;
      ground[i] = row >= 10 && column >= 5 && column < 35 ? 1 : 0;
      occupied[i] = row == 15 && column == 20 ? 1 : 0;
    }
    ground[0] = 1;
    ground[41] = 1;
    return SceneMap.builder(PHOTO, ShareGrid.of(GRID, ground))
        .occupied(ShareGrid.of(GRID, occupied))
        .horizon(0.25, "test")
        .frameWidth(new FrameWidth(100, 0.75), "test")
        .light("left", "test")
        .build();
  }

  @Test
  void facts_groundWithAHole_isItsOutline() {
    SceneFacts facts = SceneDrawing.facts(map());

    assertThat(facts.ground()).hasSize(1);
    assertThat(facts.ground().get(0))
        .containsExactlyInAnyOrder(
            new Point(0.125, 0.5), new Point(0.875, 0.5), new Point(0.875, 1), new Point(0.125, 1));
    assertThat(facts.widthCm().orElseThrow()).isCloseTo(100, within(1.0));
    assertThat(facts.horizon()).hasValue(0.25);
    assertThat(facts.light()).contains("left");
    assertThat(facts.usable()).contains(true);
  }

  @Test
  void facts_givenBackToTheReader_giveTheSameMap() throws InterruptedException {
    ImageSource photo = ImageSource.of(RasterImage.filled(PHOTO, 0xFF808080));
    SceneFacts facts = SceneDrawing.facts(map());

    SceneMap again =
        new ClassicalSceneReader()
            .read(SceneRequest.of("photo", photo).withFacts(facts), StageContext.standalone());

    assertThat(SceneDrawing.facts(again).horizon()).isEqualTo(facts.horizon());
    assertThat(again.centimetresPerPixel(0.9).orElseThrow())
        .isCloseTo(map().centimetresPerPixel(0.9).orElseThrow(), within(0.01));
    assertThat(again.ground().sample(0.5, 0.9)).isEqualTo(1);
    assertThat(again.ground().sample(0.05, 0.9)).isZero();
  }

  @Test
  void facts_noGround_haveNoPolygons() {
    SceneMap empty =
        SceneMap.builder(PHOTO, ShareGrid.filled(GRID, 0)).unusable("Nothing stands.").build();

    assertThat(SceneDrawing.facts(empty).ground()).isEqualTo(List.of());
    assertThat(SceneDrawing.facts(empty).usable()).contains(false);
  }

  @Test
  void draw_groundObjectAndHorizon_areColoured() {
    ImageSource photo = ImageSource.of(RasterImage.filled(PHOTO, 0xFF808080));

    RasterImage drawing = SceneDrawing.draw(photo, map());

    assertThat(drawing.size()).isEqualTo(PHOTO);
    assertThat(drawing.argb(100, 180)).as("ground").isEqualTo(0xFF4AA972);
    assertThat(drawing.argb(205, 155)).as("object").isEqualTo(0xFFB85E5E);
    assertThat(drawing.argb(2, 50)).as("horizon").isEqualTo(0xFFFFDC00);
    assertThat(drawing.argb(100, 20)).as("elsewhere").isEqualTo(0xFF808080);
  }
}
