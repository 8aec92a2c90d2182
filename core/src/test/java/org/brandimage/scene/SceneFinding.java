package org.brandimage.scene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;

/**
 * A reader's map of one labelled photo, compared with the labels. A footprint is 26 % of the
 * shorter side wide; all of it must lie on free ground, up to 1.5 % of the width.
 *
 * @param name the photo's name
 * @param group its kind of scene
 * @param labelledUsable whether anything can stand there, by the labels
 * @param understoodUsable the same by the reader
 * @param point whether the best place is on free ground
 * @param footprint whether the whole footprint at the best place is
 * @param oldPoint the same for the point that placement used before there were maps
 * @param oldPointFootprint the same for its footprint
 * @param lowPoint the same for a fixed point low in the photo
 * @param lowPointFootprint the same for its footprint
 * @param overlap intersection over union of the ground found and the free ground
 * @param horizonError as a share of the height; empty where it has no label
 * @param widthFactor how many times too wide or too narrow the frame is taken to be
 */
record SceneFinding(
    String name,
    String group,
    boolean labelledUsable,
    boolean understoodUsable,
    boolean point,
    boolean footprint,
    boolean oldPoint,
    boolean oldPointFootprint,
    boolean lowPoint,
    boolean lowPointFootprint,
    double overlap,
    OptionalDouble horizonError,
    double widthFactor) {
  private static final double SEARCHED = 0.36;
  private static final double NEEDED = 0.26;

  static List<SceneFinding> all(SceneReader reader) throws IOException, InterruptedException {
    List<SceneFinding> findings = new ArrayList<>();
    for (LabelledScene scene : LabelledScene.all()) {
      SceneRequest request =
          SceneRequest.of(scene.name(), scene.photo()).withDescription(scene.words());
      findings.add(of(scene, reader.read(request, StageContext.standalone())));
    }
    return findings;
  }

  private static SceneFinding of(LabelledScene scene, SceneMap map) {
    Size size = scene.photo().size();
    int side = Math.min(size.width(), size.height());
    double width = SEARCHED * side / size.width();
    Optional<FootprintSearch.Place> best = FootprintSearch.on(map.ground(), size).best(width);
    double oldY = ((size.height() - side) / 2.0 + 0.9 * side) / size.height();
    return new SceneFinding(
        scene.name(),
        scene.group(),
        scene.usable(),
        map.usable(),
        best.isPresent() && scene.isFree(best.get().x(), best.get().y()),
        best.isPresent() && scene.carries(best.get().x(), best.get().y(), NEEDED),
        scene.isFree(0.5, oldY),
        scene.carries(0.5, oldY, NEEDED),
        scene.isFree(0.5, 0.92),
        scene.carries(0.5, 0.92, NEEDED),
        overlap(scene, map),
        scene.horizon().isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                Math.abs(scene.horizon().getAsDouble() - map.horizon().orElseThrow())),
        widthFactor(scene, map));
  }

  private static double widthFactor(LabelledScene scene, SceneMap map) {
    double found =
        map.centimetresPerPixel(scene.frameRow()).orElse(Double.MAX_VALUE)
            * scene.photo().size().width();
    return Math.exp(Math.abs(Math.log(found / scene.frameWidthCm())));
  }

  private static double overlap(LabelledScene scene, SceneMap map) {
    int both = 0;
    int either = 0;
    for (int y = 0; y < scene.free().height(); y++) {
      for (int x = 0; x < scene.free().width(); x++) {
        boolean free = (scene.free().argb(x, y) & 255) > 127;
        double across = (x + 0.5) / scene.free().width();
        boolean found = map.ground().sample(across, (y + 0.5) / scene.free().height()) > 0.5f;
        both += free && found ? 1 : 0;
        either += free || found ? 1 : 0;
      }
    }
    return (double) both / Math.max(1, either);
  }
}
