package org.brandimage.imaging.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.ShareGrid;

/** A photo whose free ground, horizon and scale were labelled by hand. */
public record LabelledScene(String name, Path photo, Size size, RasterImage free, JsonNode label) {
  private static final Path FOLDER = Path.of("..", "..", "shared", "photos", "labelled");

  /** How far a footprint may be off its ground, as a share of the photo's width. */
  private static final double ALLOWED = 0.015;

  public static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  public static Map<String, LabelledScene> all() throws IOException {
    Map<String, LabelledScene> scenes = new TreeMap<>();
    JsonNode labels = new ObjectMapper().readTree(FOLDER.resolve("labels.json").toFile());
    for (Map.Entry<String, JsonNode> entry : labels.properties()) {
      String name = entry.getKey();
      JsonNode label = entry.getValue();
      Path mask = FOLDER.resolve("masks").resolve(name + ".png");
      scenes.put(
          name,
          new LabelledScene(
              name,
              FOLDER.resolve(label.path("file").asText()),
              new Size(label.at("/size/0").asInt(), label.at("/size/1").asInt()),
              ImageDecoder.create().open(mask, name).raster(),
              label));
    }
    return scenes;
  }

  public boolean usable() {
    return label.path("usable").asBoolean();
  }

  /** Returns the map that a reader without fault would give. */
  public SceneMap oracle() {
    float[] ground = new float[Math.toIntExact(free.size().pixels())];
    for (int i = 0; i < ground.length; i++) {
      ground[i] = isFree(i % free.width(), i / free.width()) ? 1 : 0;
    }
    SceneMap.Builder map =
        SceneMap.builder(size, ShareGrid.of(free.size(), ground))
            .frameWidth(
                new FrameWidth(label.path("frameWidthCm").asDouble(), middleRow()), "label");
    if (!label.path("horizon").isNull()) {
      map.horizon(label.path("horizon").asDouble(), "label");
    }
    return map.build();
  }

  /** Returns how many centimetres a pixel of the photo shows at a row, by the label. */
  public double centimetresPerPixel(double row) {
    return oracle().centimetresPerPixel(row).orElse(Double.NaN);
  }

  /**
   * Tells whether a whole footprint stands on free ground.
   *
   * @param x its middle, as a share of the width
   * @param y its middle, as a share of the height
   * @param halfWidth as a share of the width
   * @param halfHeight as a share of the height
   */
  public boolean carries(double x, double y, double halfWidth, double halfHeight) {
    double a = Math.max(0.001, halfWidth - ALLOWED);
    double b = Math.max(0.001, halfHeight * a / halfWidth);
    for (int i = 0; i < 360; i++) {
      for (double part : new double[] {0.05, 0.5, 1}) {
        double px = x + part * a * Math.cos(Math.toRadians(i));
        double py = y + part * b * Math.sin(Math.toRadians(i));
        int column = (int) Math.floor(px * free.width());
        int row = (int) Math.floor(py * free.height());
        if (column < 0 || row < 0 || column >= free.width() || row >= free.height()) {
          return false;
        }
        if (!isFree(column, row)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Tells whether an object that stands on the ground was labelled at a place.
   *
   * @param x share of the width
   * @param y share of the height
   */
  public boolean occupied(double x, double y) {
    for (JsonNode polygon : label.path("occupied")) {
      boolean inside = false;
      JsonNode from = polygon.get(polygon.size() - 1);
      for (JsonNode to : polygon) {
        double fromY = from.get(1).asDouble();
        double toY = to.get(1).asDouble();
        double fromX = from.get(0).asDouble();
        double crossing = fromX + (y - fromY) / (toY - fromY) * (to.get(0).asDouble() - fromX);
        inside ^= fromY > y != toY > y && x < crossing;
        from = to;
      }
      if (inside) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether free ground was labelled at a place.
   *
   * @param x share of the width
   * @param y share of the height
   */
  public boolean isFree(double x, double y) {
    int column = (int) Math.floor(x * free.width());
    int row = (int) Math.floor(y * free.height());
    return column >= 0
        && row >= 0
        && column < free.width()
        && row < free.height()
        && isFree(column, row);
  }

  private boolean isFree(int x, int y) {
    return (free.argb(x, y) & 255) > 127;
  }

  private double middleRow() {
    List<Double> rows = new ArrayList<>();
    for (JsonNode point : label.at("/ground/0")) {
      rows.add(point.get(1).asDouble());
    }
    double top = rows.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double bottom = rows.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return Math.min(1, (top + bottom) / 2);
  }
}
