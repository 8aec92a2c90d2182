package org.brandimage.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;

/** What a library says of a background, as the field {@code scene} of a stored asset. */
final class SceneFactsField {
  private static final String NAME = "scene";

  private SceneFactsField() {}

  static void write(SceneFacts facts, ObjectNode stored) {
    if (facts.equals(SceneFacts.NONE)) {
      return;
    }
    ObjectNode field = stored.putObject(NAME);
    ArrayNode polygons = field.putArray("ground");
    for (List<Point> polygon : facts.ground()) {
      ArrayNode points = polygons.addArray();
      polygon.forEach(point -> points.addArray().add(point.x()).add(point.y()));
    }
    facts.horizon().ifPresent(horizon -> field.put("horizon", horizon));
    facts.widthCm().ifPresent(width -> field.put("widthCm", width));
    facts.light().ifPresent(light -> field.put("light", light));
    facts.usable().ifPresent(usable -> field.put("usable", usable));
  }

  /** Reads the field; the facts check the values. */
  static SceneFacts read(JsonNode stored) {
    JsonNode field = stored.path(NAME);
    SceneFacts.Builder facts = SceneFacts.builder();
    List<List<Point>> polygons = new ArrayList<>();
    for (JsonNode polygon : field.path("ground")) {
      List<Point> points = new ArrayList<>();
      polygon.forEach(
          point -> points.add(new Point(point.path(0).asDouble(), point.path(1).asDouble())));
      polygons.add(points);
    }
    facts.ground(polygons);
    if (field.path("horizon").isNumber()) {
      facts.horizon(field.path("horizon").doubleValue());
    }
    if (field.path("widthCm").isNumber()) {
      facts.widthCm(field.path("widthCm").doubleValue());
    }
    if (field.path("light").isTextual()) {
      facts.light(field.path("light").textValue());
    }
    if (field.path("usable").isBoolean()) {
      facts.usable(field.path("usable").booleanValue());
    }
    return facts.build();
  }
}
