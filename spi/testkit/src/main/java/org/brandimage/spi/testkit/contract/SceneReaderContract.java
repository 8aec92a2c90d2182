package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link SceneReader}: extend it and say how to make yours. */
public abstract class SceneReaderContract
    extends StageContract<SceneReader, SceneRequest, SceneMap> {
  private static final Size SIZE = new Size(160, 120);
  private static final int MOST_CELLS = 256;

  /** For subclasses. */
  protected SceneReaderContract() {}

  /**
   * Makes the reader under test.
   *
   * @return a reader
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract SceneReader sceneReader() throws Exception;

  @Override
  protected List<SceneRequest> requests() {
    RasterImage beach = TestPictures.landscape(SIZE, 0xFF80B8F0, 0xFFE8D8A0);
    RasterImage street = TestPictures.landscape(SIZE, 0xFFB0A090, 0xFF505058);
    return List.of(
        request("beach", beach).withDescription("a wide sandy beach"),
        request("street", street),
        request("street", street).withFacts(facts()),
        request("noise", TestPictures.noise(SIZE, SEED)));
  }

  @Override
  protected List<SceneRequest> awkwardRequests() {
    return List.of(
        SceneRequest.of("damaged", TestPictures.unreadable(SIZE)),
        request("\u0000", RasterImage.filled(new Size(2, 1), 0x01FFFFFF)));
  }

  /** If this fails, give the map the size of the upright photo, not of a reduced one. */
  @Test
  @DisplayName("N1 a map has the size of its photo")
  public final void n1_anyMap_hasThePhotosSize() throws InterruptedException {
    for (SceneRequest request : requests()) {
      assertThat(answer(request).photo()).isEqualTo(request.photo().size());
    }
  }

  /** If this fails, give coarse grids: a library keeps one map for each of its photos. */
  @Test
  @DisplayName("N2 grids have at most 256 columns and rows")
  public final void n2_anyMap_hasCoarseGrids() throws InterruptedException {
    for (SceneRequest request : requests()) {
      Size grid = answer(request).ground().size();
      assertThat(Math.max(grid.width(), grid.height())).isLessThanOrEqualTo(MOST_CELLS);
    }
  }

  /** If this fails, look for a part of the facts that is not read, or read before what is seen. */
  @Test
  @DisplayName("N3 the library's own words win over what is seen")
  public final void n3_facts_standInTheMap() throws InterruptedException {
    SceneMap map = answer(requests().get(0).withFacts(facts()));
    assertThat(map.ground().sample(0.25, 0.25)).as("ground inside").isGreaterThan(0.5f);
    assertThat(map.ground().sample(0.75, 0.75)).as("ground outside").isLessThan(0.5f);
    assertThat(map.horizon()).as("horizon").hasValue(0.125);
    assertThat(map.frameWidth().orElseThrow().centimetres()).as("widthCm").isEqualTo(77);
    assertThat(map.light()).as("light").contains("front");
    assertThat(map.usable()).as("usable").isTrue();
  }

  /** If this fails, look for a photo that is judged although the library has judged it. */
  @Test
  @DisplayName("N4 a photo that the library calls unusable is not usable, and has a reason")
  public final void n4_unusableByFacts_isNotUsable() throws InterruptedException {
    SceneFacts unusable = SceneFacts.builder().usable(false).build();
    SceneMap map = answer(requests().get(0).withFacts(unusable));
    assertThat(map.usable()).isFalse();
    assertThat(map.reason()).isNotBlank();
  }

  /** If this fails, name the source when you set a part: a person corrects what was guessed. */
  @Test
  @DisplayName("N5 a map names the source of each part that it has")
  public final void n5_anyMap_namesItsSources() throws InterruptedException {
    for (SceneRequest request : requests()) {
      SceneMap map = answer(request);
      assertThat(map.sources()).containsKey("ground");
      assertThat(map.sources().containsKey("horizon")).isEqualTo(map.horizon().isPresent());
      assertThat(map.sources().containsKey("frameWidth")).isEqualTo(map.frameWidth().isPresent());
      assertThat(map.sources().containsKey("light")).isEqualTo(map.light().isPresent());
    }
  }

  /** If this fails, look for a division by zero, a window larger than the photo, or an edge. */
  @Test
  @DisplayName("N6 tiny, narrow, uniform and clear photos are read")
  public final void n6_unusualPhoto_isRead() throws InterruptedException {
    for (Size size : List.of(new Size(1, 1), new Size(1, 500), new Size(500, 1), SIZE)) {
      for (int argb : new int[] {TestPictures.WHITE, 0xFF000000, TestPictures.CLEAR}) {
        SceneMap map = answer(request("plain", RasterImage.filled(size, argb)));
        assertThat(map.photo()).isEqualTo(size);
        assertThat(map.usable()).isEqualTo(map.reason().isEmpty());
      }
    }
  }

  @Override
  final List<SceneRequest> largeRequests() {
    return List.of(request("large", TestPictures.landscape(LARGE, 0xFFB0A090, 0xFF505058)));
  }

  @Override
  final SceneRequest withPictures(SceneRequest request, UnaryOperator<ImageSource> change) {
    return SceneRequest.of(request.name(), change.apply(request.photo()))
        .withFacts(request.facts())
        .withDescription(request.description());
  }

  @Override
  final SceneReader create() throws Exception {
    return sceneReader();
  }

  @Override
  final SceneMap call(SceneReader stage, SceneRequest request, StageContext context)
      throws InterruptedException {
    return stage.read(request, context);
  }

  @Override
  final Object snapshot(SceneRequest request) {
    return List.of(
        request.name(), Content.of(request.photo()), request.facts(), request.description());
  }

  @Override
  final Object content(SceneMap map) {
    return List.of(
        map.ground(),
        map.occupied(),
        map.horizon(),
        map.frameWidth(),
        map.reason(),
        map.confidence(),
        map.sharpness(),
        map.light(),
        map.sources());
  }

  @Override
  final List<String> secrets(SceneRequest request) {
    return request.description().isEmpty() ? List.of() : List.of(request.description());
  }

  /** Ground is the upper left quarter, where hardly a reader would see it. */
  private static SceneFacts facts() {
    return SceneFacts.builder()
        .ground(
            List.of(
                List.of(
                    new Point(0, 0), new Point(0.5, 0), new Point(0.5, 0.5), new Point(0, 0.5))))
        .horizon(0.125)
        .widthCm(77)
        .light("front")
        .usable(true)
        .build();
  }

  private static SceneRequest request(String name, RasterImage photo) {
    return SceneRequest.of(name, ImageSource.of(photo));
  }
}
