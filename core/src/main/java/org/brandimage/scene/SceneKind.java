package org.brandimage.scene;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of scene, with the real width that photos of it usually show at the ground. */
enum SceneKind {
  TABLE(
      89,
      "table tabletop tables desk counter countertop worktop workbench shelf bench plate dining"),
  DECK(320, "deck decking pier jetty porch terrace veranda patio balcony boardwalk boards"),
  STUDIO(115, "studio sweep backdrop seamless pedestal podium plinth"),
  FLOOR(
      240,
      "floor floorboards room carpet rug parquet interior bedroom kitchen hall office lounge"
          + " hallway gym loft indoors"),
  PAVED(
      640,
      "street road pavement plaza square cobbles cobbled cobblestone asphalt sidewalk forecourt"
          + " courtyard city town parking garage driveway steps stairs avenue runway concrete"
          + " racetrack track alley"),
  NATURE(
      450,
      "grass meadow beach sand dune dunes desert forest path trail field mountain mountains garden"
          + " snow lake river rocks rock park lawn hill hills woods jungle shore coast nature"
          + " outdoors");

  private final double frameWidthCm;
  private final String words;

  SceneKind(double frameWidthCm, String words) {
    this.frameWidthCm = frameWidthCm;
    this.words = words;
  }

  double frameWidthCm() {
    return frameWidthCm;
  }

  /** {@return the kind that words name; empty when they name none} */
  static Optional<SceneKind> named(String description) {
    List<String> given = List.of(description.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    for (SceneKind kind : values()) {
      Set<String> words = Set.of(kind.words.split(" "));
      if (given.stream().anyMatch(words::contains)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
