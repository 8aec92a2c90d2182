package org.brandimage.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.scene.GroundPlacer;
import org.brandimage.imaging.scene.SceneFit;
import org.brandimage.imaging.scene.SceneFraming;
import org.brandimage.local.model.SharedModels;
import org.brandimage.scene.ClassicalSceneReader;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;
import org.brandimage.spi.scene.SceneView;
import org.brandimage.spi.scene.ShareGrid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where products stand in labelled scenes that are read with models, and which are refused. */
class SceneModelsAccuracyTest {
  private static final CanvasSize CANVAS = new CanvasSize(1024, 1024);
  private static final Grid ONE = new Grid(1, 1, List.of(0.0), List.of(1.0), 1);

  @Test
  @Tag("slow")
  void read_labelledScenes_refusesThoseWhereNothingStands() throws Exception {
    Path folder = SharedModels.folder("photos").resolve("labelled");
    score(new ClassicalSceneReader(), folder, "without models");
    try (ModelSceneReader reader = ModelSceneReader.open(SharedModels.real())) {
      int[] counts = score(reader, folder, "with models");

      assertThat(counts[1] / (double) counts[0]).as("on free ground").isGreaterThan(0.75);
      assertThat(counts[2] / (double) counts[0]).as("of size").isGreaterThanOrEqualTo(0.8);
      assertThat(counts[4]).as("usable scenes refused").isLessThanOrEqualTo(2);
      assertThat(counts[5]).as("unusable scenes refused").isGreaterThanOrEqualTo(5);
    }
  }

  private static int[] score(SceneReader reader, Path folder, String what) throws Exception {
    JsonNode labels = new ObjectMapper().readTree(folder.resolve("labels.json").toFile());
    int[] counts = new int[6];
    for (Map.Entry<String, JsonNode> entry : labels.properties()) {
      JsonNode label = entry.getValue();
      SceneMap map = read(reader, folder, label);
      boolean usable = label.path("usable").asBoolean();
      counts[usable ? 4 : 5] += map.usable() ? 0 : 1;
      if (!map.usable()) {
        System.out.println("  refused: " + entry.getKey() + ": " + map.reason());
      }
      if (usable) {
        place(entry.getKey(), folder, label, map, counts);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: of %d pairs %d on free ground, %d of believable size; refused %d usable, %d not%n",
        what,
        counts[0],
        counts[1],
        counts[2],
        counts[4],
        counts[5]);
    return counts;
  }

  private static void place(String name, Path folder, JsonNode label, SceneMap map, int[] counts)
      throws IOException {
    RasterImage mask =
        ImageDecoder.create().open(folder.resolve("masks/" + name + ".png"), name).raster();
    for (String[] pair : pairs(name)) {
      String product = pair[1];
      double[] shape = {Double.parseDouble(pair[2]), Double.parseDouble(pair[3])};
      List<Double> heights = List.of(shape[0]);
      SceneFit fit = SceneFraming.of(map, CANVAS, heights, List.of(shape[1]), 0.04);
      List<org.brandimage.spi.plan.Candidate> placed =
          GroundPlacer.of(fit.view(), 0.04, List.of(), ONE)
              .place(List.of(product(product, shape[1])), heights, 1)
              .candidates();
      counts[0]++;
      if (!placed.isEmpty()) {
        Box box = placed.get(0).placements().get(0).box();
        boolean carried = carried(mask, fit.view(), box);
        counts[1] += carried ? 1 : 0;
        double factor = factor(label, fit.view(), box, shape[0]);
        boolean believable = factor >= 0.5 && factor <= SceneFit.MOST_EXAGGERATION * 1.02;
        counts[2] += believable ? 1 : 0;
        if (!carried || !believable) {
          System.out.printf(
              Locale.ROOT,
              "  %s %s: ground %s, %.2f, scale from %s%n",
              name,
              product,
              carried,
              factor,
              map.sources().get("frameWidth"));
        }
      }
    }
  }

  /** The pairs of scene and product that make sense. */
  private static List<String[]> pairs(String scene) throws IOException {
    return java.nio.file.Files.readAllLines(
            Path.of("..", "core", "src", "test", "resources", "scene", "pairs.tsv"))
        .stream()
        .filter(line -> line.startsWith(scene + "\t"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static ProductCutouts product(String name, double aspect) {
    Size size = new Size((int) Math.round(100 * aspect), 100);
    return ProductCutouts.of(
        name, new Cutout(ImageSource.of(RasterImage.filled(size, 0xFF808080)), 1, "filled"));
  }

  private static SceneMap read(SceneReader reader, Path folder, JsonNode label)
      throws InterruptedException {
    String file = label.path("file").asText();
    SceneRequest request =
        SceneRequest.of(file, ImageDecoder.create().open(folder.resolve(file), file));
    return reader.read(
        request.withDescription(label.path("kind").asText()), StageContext.standalone());
  }

  /** Tells whether the footprint of a box, less 1.5 % of the width, is white in a mask. */
  private static boolean carried(RasterImage mask, SceneView view, Box box) {
    double across = (double) view.crop().width() / CANVAS.width();
    double half = 0.46 * box.width() * across / view.map().photo().width() - 0.015;
    double aspect = view.map().photo().width() / (double) view.map().photo().height();
    double depth = 0.46 * 0.3 * box.width();
    double x = view.photoX(box.x() + box.width() / 2.0);
    double y = view.photoY(box.bottom() - depth);
    for (int i = 0; i < 360; i++) {
      for (double part : new double[] {0.05, 0.5, 1}) {
        double a = Math.max(0.001, half) * part;
        double px = x + a * Math.cos(Math.toRadians(i));
        double py = y + 0.3 * aspect * a * Math.sin(Math.toRadians(i));
        int column = (int) Math.floor(px * mask.width());
        int row = (int) Math.floor(py * mask.height());
        if (column < 0
            || row < 0
            || column >= mask.width()
            || row >= mask.height()
            || (mask.argb(column, row) & 255) < 128) {
          return false;
        }
      }
    }
    return true;
  }

  private static double factor(JsonNode label, SceneView view, Box box, double heightCm) {
    double top = 1;
    double bottom = 0;
    for (JsonNode point : label.at("/ground/0")) {
      top = Math.min(top, point.get(1).asDouble());
      bottom = Math.max(bottom, point.get(1).asDouble());
    }
    SceneMap.Builder truth =
        SceneMap.builder(view.map().photo(), ShareGrid.filled(new Size(1, 1), 1))
            .frameWidth(
                new FrameWidth(
                    label.path("frameWidthCm").asDouble(), Math.min(1, (top + bottom) / 2)),
                "label");
    if (!label.path("horizon").isNull()) {
      truth.horizon(label.path("horizon").asDouble(), "label");
    }
    SceneView labelled = SceneView.of(truth.build(), view.crop(), CANVAS.size());
    double cm = labelled.centimetresPerPixel(box.bottom()).orElse(Double.NaN);
    return box.height() * cm / heightCm;
  }
}
