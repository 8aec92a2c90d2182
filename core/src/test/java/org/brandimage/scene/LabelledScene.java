package org.brandimage.scene;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A photo whose free ground, horizon and scale were labelled by hand.
 *
 * @param name the photo's name
 * @param group the kind of scene
 * @param words what a library would say of it
 * @param usable whether anything can stand in it
 * @param horizon as a share of the height
 * @param frameWidthCm across the picture, at {@code frameRow}
 * @param frameRow the middle row of the first ground polygon
 * @param photo the photo
 * @param free white where the ground is free
 */
record LabelledScene(
    String name,
    String group,
    String words,
    boolean usable,
    OptionalDouble horizon,
    double frameWidthCm,
    double frameRow,
    ImageSource photo,
    RasterImage free) {
  private static final double ALLOWANCE = 0.015;

  /** Opens all; the test that asks is skipped where they are absent. */
  static List<LabelledScene> all() throws IOException {
    Path folder = folder();
    JsonNode labels = new ObjectMapper().readTree(folder.resolve("labels.json").toFile());
    List<LabelledScene> scenes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> label : labels.properties()) {
      scenes.add(open(folder, label.getKey(), label.getValue()));
    }
    return scenes;
  }

  private static Path folder() {
    Path root = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
    for (Path base : List.of(root, Path.of(".."))) {
      Path folder = base.resolve("../shared/photos/labelled").normalize();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    assumeTrue(false, "skipped: no ../shared/photos/labelled beside the project");
    throw new IllegalStateException("not reached");
  }

  private static LabelledScene open(Path folder, String name, JsonNode label) {
    ImageDecoder decoder = ImageDecoder.create();
    JsonNode horizon = label.get("horizon");
    double top = 1;
    double bottom = 0;
    for (JsonNode point : label.get("ground").path(0)) {
      top = Math.min(top, point.get(1).asDouble());
      bottom = Math.max(bottom, point.get(1).asDouble());
    }
    return new LabelledScene(
        name,
        label.get("group").asText(),
        label.get("kind").asText(),
        label.get("usable").asBoolean(),
        horizon.isNull() ? OptionalDouble.empty() : OptionalDouble.of(horizon.asDouble()),
        label.get("frameWidthCm").asDouble(),
        (top + bottom) / 2,
        decoder.open(folder.resolve(label.get("file").asText()).normalize(), name),
        decoder.open(folder.resolve("masks/" + name + ".png"), name).raster());
  }

  /** Says whether a point lies on free ground, or as near to it as the labels are sure. */
  boolean isFree(double x, double y) {
    double px = x * free.width();
    double py = y * free.height();
    double near = ALLOWANCE * free.width();
    for (int row = (int) (py - near); row <= py + near; row++) {
      for (int column = (int) (px - near); column <= px + near; column++) {
        boolean inside = row >= 0 && row < free.height() && column >= 0 && column < free.width();
        if (inside
            && Math.hypot(column + 0.5 - px, row + 0.5 - py) <= near
            && (free.argb(column, row) & 255) > 127) {
          return true;
        }
      }
    }
    return false;
  }

  /** Says whether a whole footprint of a share of the photo's shorter side lies on free ground. */
  boolean carries(double x, double y, double shareOfShortSide) {
    Size size = photo.size();
    double halfWidth = shareOfShortSide * Math.min(size.width(), size.height()) / 2;
    double halfHeight = halfWidth * FootprintSearch.DEPTH;
    for (double across = -1; across <= 1; across += 0.05) {
      for (double down = -1; down <= 1; down += 0.1) {
        if (across * across + down * down <= 1.0001
            && !isFree(
                x + across * halfWidth / size.width(), y + down * halfHeight / size.height())) {
          return false;
        }
      }
    }
    return true;
  }
}
