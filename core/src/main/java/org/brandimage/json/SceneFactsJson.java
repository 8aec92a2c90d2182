package org.brandimage.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;

/**
 * The JSON form of what a person has said of a background: {@code ground} (polygons of [x, y],
 * shares of the upright photo), {@code horizon} (a share of the height), {@code widthCm}, {@code
 * light} and {@code usable}. Stateless and thread-safe.
 */
public final class SceneFactsJson {
  private static final String POLYGONS =
      "give polygons of three or more points, [[[x, y], [x, y], [x, y]]], as shares from 0 to 1";

  private SceneFactsJson() {}

  /**
   * Reads facts from an object that may have other fields too.
   *
   * @param json the object
   * @return the facts; {@link SceneFacts#NONE} when there are none
   * @throws InvalidInputException when a field has a wrong type or value
   */
  public static SceneFacts read(StrictJson json) {
    SceneFacts.Builder facts = SceneFacts.builder();
    facts.ground(polygons(json));
    String share = "give a share of the height from -5 to 5";
    OptionalDouble horizon = json.number("horizon", share);
    if (horizon.isPresent()) {
      set(json, "horizon", share, () -> facts.horizon(horizon.getAsDouble()));
    }
    String centimetres = "give centimetres from 1 to 100000";
    OptionalDouble width = json.number("widthCm", centimetres);
    if (width.isPresent()) {
      set(json, "widthCm", centimetres, () -> facts.widthCm(width.getAsDouble()));
    }
    String sides = "give left, right, front, back or diffuse";
    json.text("light", sides)
        .ifPresent(light -> set(json, "light", sides, () -> facts.light(light)));
    json.flag("usable", "give true or false").ifPresent(facts::usable);
    return facts.build();
  }

  /** Sets a value whose range the facts check themselves; the error then names the place too. */
  private static void set(StrictJson json, String field, String remedy, Runnable setter) {
    try {
      setter.run();
    } catch (InvalidInputException e) {
      throw json.invalid(field, remedy);
    }
  }

  private static List<List<Point>> polygons(StrictJson json) {
    List<List<Point>> polygons = new ArrayList<>();
    for (JsonNode polygon : json.list("ground", POLYGONS)) {
      if (!polygon.isArray() || polygon.size() < 3) {
        throw json.invalid("ground", polygon, POLYGONS);
      }
      List<Point> points = new ArrayList<>();
      polygon.forEach(point -> points.add(point(json, point)));
      polygons.add(points);
    }
    return polygons;
  }

  private static Point point(StrictJson json, JsonNode point) {
    if (point.size() != 2 || !point.path(0).isNumber() || !point.path(1).isNumber()) {
      throw json.invalid("ground", point, POLYGONS);
    }
    try {
      return new Point(point.get(0).doubleValue(), point.get(1).doubleValue());
    } catch (InvalidInputException e) {
      throw json.invalid("ground", point, POLYGONS);
    }
  }

  /**
   * Writes facts as an object without the parts that nothing was said of.
   *
   * @param facts the facts
   * @return the object, empty for {@link SceneFacts#NONE}
   */
  public static ObjectNode write(SceneFacts facts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!facts.ground().isEmpty()) {
      ArrayNode polygons = json.putArray("ground");
      for (List<Point> polygon : facts.ground()) {
        ArrayNode points = polygons.addArray();
        polygon.forEach(point -> points.addArray().add(point.x()).add(point.y()));
      }
    }
    facts.horizon().ifPresent(horizon -> json.put("horizon", horizon));
    facts.widthCm().ifPresent(width -> json.put("widthCm", width));
    facts.light().ifPresent(light -> json.put("light", light));
    facts.usable().ifPresent(usable -> json.put("usable", usable));
    return json;
  }

  /**
   * Returns facts as one line of JSON.
   *
   * @param facts the facts
   * @return the line, empty for {@link SceneFacts#NONE}
   */
  public static String text(SceneFacts facts) {
    return facts.equals(SceneFacts.NONE) ? "" : write(facts).toString();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @param text a line of JSON, or nothing
   * @param where the name of the text for errors
   * @return the facts
   * @throws InvalidInputException when it is no such line
   */
  public static SceneFacts parse(String text, String where) {
    return text.isEmpty() ? SceneFacts.NONE : read(StrictJson.parse(text, where));
  }
}
