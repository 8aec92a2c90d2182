package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;

/** What a model answered about a background photo, read from a reply of the agreed form. */
final class SceneAnswer {
  /** Polygons that cover less of the photo are lines or dots, not a surface. */
  private static final double LEAST_AREA = 0.001;

  private SceneAnswer() {}

  /**
   * Returns the answer as facts; what the model cannot tell is missing. That a photo is usable is
   * told by its ground.
   *
   * @throws MalformedReplyException when the answer contradicts itself; the message holds no word
   *     of it
   */
  static SceneFacts read(JsonNode reply) {
    SceneFacts.Builder facts = SceneFacts.builder();
    List<List<Point>> ground = polygons(reply.path("ground"));
    double horizon = reply.at("/horizon/y").asDouble();
    boolean level = reply.at("/horizon/known").asBoolean();
    if (reply.path("usable").asBoolean()) {
      facts.ground(checked(ground, level ? horizon : Double.NEGATIVE_INFINITY));
    } else {
      facts.usable(false);
    }
    if (level) {
      facts.horizon(horizon);
    }
    if (reply.at("/width/known").asBoolean()) {
      facts.widthCm(width(reply.at("/width/cm").asDouble()));
    }
    String light = reply.path("light").asText();
    if (!light.equals("unknown")) {
      facts.light(light);
    }
    return facts.build();
  }

  private static List<List<Point>> polygons(JsonNode ground) {
    List<List<Point>> polygons = new ArrayList<>();
    for (JsonNode polygon : ground) {
      List<Point> points = new ArrayList<>();
      for (JsonNode point : polygon.path("points")) {
        points.add(new Point(point.path("x").asDouble(), point.path("y").asDouble()));
      }
      polygons.add(points);
    }
    return polygons;
  }

  private static List<List<Point>> checked(List<List<Point>> ground, double horizon) {
    if (ground.stream().mapToDouble(SceneAnswer::area).sum() < LEAST_AREA) {
      throw new MalformedReplyException(
          "ground", "covers nothing; give the free surface, or say that usable is false", "");
    }
    boolean above = ground.stream().flatMap(List::stream).allMatch(point -> point.y() <= horizon);
    if (above) {
      throw new MalformedReplyException(
          "ground", "lies above the horizon, where no level surface is seen from above", "");
    }
    return ground;
  }

  private static double width(double centimetres) {
    if (centimetres < 1) {
      throw new MalformedReplyException(
          "width", "is known but below 1 cm; give centimetres, or say that it is not known", "");
    }
    return centimetres;
  }

  /** Returns the share of the photo that a polygon covers. */
  private static double area(List<Point> polygon) {
    double twice = 0;
    Point before = polygon.get(polygon.size() - 1);
    for (Point point : polygon) {
      twice += before.x() * point.y() - point.x() * before.y();
      before = point;
    }
    return Math.abs(twice) / 2;
  }
}
