package org.brandimage.local.scene;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of classes on which products stand and of those on which they never do, whatever list
 * of classes a network was trained with (ADE20K, Cityscapes, COCO-Stuff). Names count by their
 * words, since indices differ from export to export.
 */
final class GroundNames {
  private static final Set<String> GROUND =
      Set.of(
          "floor",
          "road",
          "grass",
          "sidewalk",
          "earth",
          "table",
          "rug",
          "field",
          "desk",
          "counter",
          "sand",
          "path",
          "runway",
          "countertop",
          "kitchen island",
          "bar",
          "dirt track",
          "land",
          "stage",
          "pier",
          "coffee table",
          "dining table",
          "terrain",
          "pavement",
          "gravel",
          "dirt",
          "carpet",
          "mat",
          "platform",
          "snow",
          "desk-stuff",
          "floor-wood",
          "floor-tile",
          "floor-stone",
          "floor-marble",
          "floor-other",
          "ground",
          "ground-other");

  private static final Set<String> NEVER =
      Set.of(
          "person",
          "car",
          "chair",
          "sofa",
          "couch",
          "bed",
          "armchair",
          "tree",
          "sky",
          "plant",
          "cabinet",
          "window",
          "windowpane",
          "door",
          "painting",
          "curtain",
          "mountain",
          "building",
          "ceiling",
          "house",
          "rider",
          "truck",
          "bus",
          "bicycle",
          "vegetation");

  private GroundNames() {}

  /** Returns for each class whether products stand on it. */
  static boolean[] ground(List<String> labels) {
    return flags(labels, GROUND);
  }

  /** Returns for each class whether products never stand on it. */
  static boolean[] never(List<String> labels) {
    return flags(labels, NEVER);
  }

  /** Labels may list synonyms, as ADE20K's do: "floor, flooring". */
  private static boolean[] flags(List<String> labels, Set<String> names) {
    boolean[] flags = new boolean[labels.size()];
    for (int i = 0; i < flags.length; i++) {
      for (String synonym : labels.get(i).toLowerCase(Locale.ROOT).split("[,;]", -1)) {
        flags[i] |= names.contains(synonym.strip());
      }
    }
    return flags;
  }
}
