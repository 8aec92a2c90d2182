package org.brandimage.imaging.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.scene.ClassicalSceneReader;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneRequest;
import org.brandimage.spi.scene.SceneView;
import org.junit.jupiter.api.Test;

/** Where products stand in labelled scenes that they suit. */
class ScenePairsTest {
  private static final CanvasSize CANVAS = new CanvasSize(1024, 1024);
  private static final double MARGIN = 0.04;

  /** Sizes are whole pixels. */
  private static final double ROUNDING = 1.02;

  private record Pair(String scene, String product, double heightCm, double aspect) {}

  /** A product in a photo: its footprint and height as shares of the photo. */
  private record Standing(double x, double ground, double width, double height) {}

  private record Score(int pairs, int grounded, int sized) {}

  @FunctionalInterface
  private interface Placing {
    Standing of(LabelledScene scene, Pair pair);
  }

  /** The way before scenes were read: the middle square, 92 % down, at a hero's size. */
  @Test
  void fixedPlace_labelledScenes_isTodaysFigure() throws IOException {
    Score score = score(ScenePairsTest::fixedPlace, "fixed place");

    assertThat(score.grounded()).isBetween(0, score.pairs());
  }

  /** With a map without fault, what is left is the placing itself. */
  @Test
  void groundSearch_mapsOfTheLabels_standsOnFreeGroundAtItsSize() throws IOException {
    Score score = score((scene, pair) -> solved(scene, pair, scene.oracle()), "labels' own maps");

    assertThat(score.grounded() / (double) score.pairs()).isGreaterThan(0.9);
    assertThat(score.sized() / (double) score.pairs()).isGreaterThan(0.8);
  }

  /** The reader that needs no model. */
  @Test
  void groundSearch_mapsReadWithoutModels_standsOnFreeGround() throws IOException {
    Map<String, SceneMap> maps = new HashMap<>();
    Score score =
        score(
            (scene, pair) ->
                solved(scene, pair, maps.computeIfAbsent(scene.name(), any -> read(scene))),
            "read without models");

    assertThat(score.grounded() / (double) score.pairs()).isGreaterThanOrEqualTo(0.82);
    assertThat(score.sized() / (double) score.pairs()).isGreaterThanOrEqualTo(0.8);
  }

  private static SceneMap read(LabelledScene scene) {
    SceneRequest request =
        SceneRequest.of(scene.name(), ImageDecoder.create().open(scene.photo(), scene.name()));
    try {
      return new ClassicalSceneReader()
          .read(
              request.withDescription(scene.label().path("kind").asText()),
              StageContext.standalone());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Score score(Placing placing, String what) throws IOException {
    assumeTrue(LabelledScene.present(), "the labelled scenes are not beside the project");
    Map<String, LabelledScene> scenes = LabelledScene.all();
    int grounded = 0;
    int sized = 0;
    List<String> misses = new ArrayList<>();
    List<Pair> pairs = pairs();
    for (Pair pair : pairs) {
      LabelledScene scene = scenes.get(pair.scene());
      Standing standing = placing.of(scene, pair);
      boolean onGround = carried(scene, standing);
      double ratio = ratio(scene, pair, standing);
      boolean ofSize = ratio >= 0.5 && ratio <= StandingProducts.MOST_EXAGGERATION * ROUNDING;
      grounded += onGround ? 1 : 0;
      sized += ofSize ? 1 : 0;
      if (!onGround || !ofSize) {
        misses.add(
            String.format(
                Locale.ROOT,
                "%s %s: ground %s, %.2f of real size",
                pair.scene(),
                pair.product(),
                onGround,
                ratio));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d on free ground, %d of real size%n  %s%n",
        what,
        grounded,
        pairs.size(),
        sized,
        String.join("\n  ", misses));
    return new Score(pairs.size(), grounded, sized);
  }

  private static boolean carried(LabelledScene scene, Standing standing) {
    double half = standing.width() * 0.46;
    double depth = half * 0.3 * scene.size().width() / scene.size().height();
    return scene.carries(standing.x(), standing.ground() - depth, half, depth);
  }

  private static double ratio(LabelledScene scene, Pair pair, Standing standing) {
    double pixels = standing.height() * scene.size().height();
    return pixels * scene.centimetresPerPixel(standing.ground()) / pair.heightCm();
  }

  private static Standing fixedPlace(LabelledScene scene, Pair pair) {
    Size photo = scene.size();
    double side = Math.min(photo.width(), photo.height());
    double mean = 0.45 * side;
    double height = mean / Math.sqrt(pair.aspect());
    double top = (photo.height() - side) / 2;
    return new Standing(
        0.5,
        (top + 0.92 * side) / photo.height(),
        height * pair.aspect() / photo.width(),
        height / photo.height());
  }

  private static Standing solved(LabelledScene scene, Pair pair, SceneMap map) {
    List<Double> heights = List.of(pair.heightCm());
    List<Double> aspects = List.of(pair.aspect());
    SceneView view = SceneFraming.of(map, CANVAS, heights, aspects, MARGIN).view();
    Box safe = SceneFraming.safeBox(view.canvas(), MARGIN);
    GroundSearch search =
        new GroundSearch(
            view, GroundSupport.of(map), new StandingProducts(heights, aspects), safe, List.of());
    GroundSearch.Spot spot =
        search.spots(safe.x(), safe.right(), 430, safe.bottom() + 1, 40, 1).stream()
            .max(Comparator.comparingDouble(GroundSearch.Spot::score))
            .orElseThrow();
    Size size = spot.sized().sizes().get(0);
    double photoWidth = size.width() / view.enlargement() / scene.size().width();
    double photoHeight = size.height() / view.enlargement() / scene.size().height();
    return new Standing(
        view.photoX(spot.middle()), view.photoY(spot.ground()), photoWidth, photoHeight);
  }

  private static List<Pair> pairs() throws IOException {
    try (InputStream table = ScenePairsTest.class.getResourceAsStream("/scene/pairs.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(
              cells ->
                  new Pair(
                      cells[0],
                      cells[1],
                      Double.parseDouble(cells[2]),
                      Double.parseDouble(cells[3])))
          .toList();
    }
  }
}
