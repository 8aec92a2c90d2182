package org.brandimage.scene;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;
import org.brandimage.spi.scene.ShareGrid;

/**
 * A reader of background photos that needs no model: free ground is what is like the lowest rows,
 * is reached from them without crossing a strong contour, lies below the horizon and is not
 * crowded; the horizon is where the photo's slanted lines meet, or a constant; the scale is a
 * constant for the kind of scene that the library's words name. What the library says of a photo
 * wins over all of it.
 *
 * <p>Without a model the reader can be unsure of a photo, but it calls one unusable only when it
 * finds no ground at all; {@link SceneMap#confidence()} is at most 0.8. Deterministic; stateless
 * and thread-safe.
 */
public final class ClassicalSceneReader implements SceneReader, Identified {
  private static final String VERSION = "2";
  private static final int LONG_SIDE = 256;
  private static final int LINES_LONG_SIDE = 512;
  private static final int GRID_LONG_SIDE = 128;
  private static final double USUAL_HORIZON = 0.42;
  private static final double TRUSTED_WEIGHT = 0.3;
  private static final double FOOTPRINT = 0.36;
  private static final double MOST_CONFIDENCE = 0.8;
  private static final double UNSURE = 0.4;
  private static final double NO_GROUND = 0.004;
  private static final double LINE_NOISE = 1;

  /** Median errors of a width by the kind of scene, and of one width for all, on 59 photos. */
  private static final double KIND_ERROR = 1.46;

  private static final double GUESS_ERROR = 2.07;

  /** Creates a reader. */
  public ClassicalSceneReader() {
    // Nothing to set.
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("ClassicalSceneReader", VERSION, "");
  }

  @Override
  public SceneMap read(SceneRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    RasterImage medium = WorkingPicture.reduced(request.photo().raster(), LINES_LONG_SIDE);
    context.checkActive();
    WorkingPicture picture = WorkingPicture.of(WorkingPicture.reduced(medium, LONG_SIDE));
    FloatPlane light = lightness(medium);
    Horizon horizon = horizon(request.facts(), light);
    context.checkActive();
    GroundEstimate estimate = GroundEstimate.of(picture, horizon.y);
    context.checkActive();
    Size grid = WorkingPicture.reducedSize(request.photo().size(), GRID_LONG_SIDE);
    SceneMap.Builder map = ground(request, estimate, grid);
    map.horizon(horizon.y, horizon.source);
    map.sharpness(GroundSharpness.of(light, estimate.ground()));
    light(request.facts(), medium, map);
    map.tone(ToneReading.of(medium, grid).tone());
    return withFrameWidth(request, estimate, map);
  }

  private static FloatPlane lightness(RasterImage image) {
    FloatPlane light = new FloatPlane(image.width(), image.height());
    int[] argb = image.over(0xFFFFFFFF).toArgb();
    for (int i = 0; i < argb.length; i++) {
      // Video luma is near enough to lightness for contours, and much cheaper.
      int pixel = argb[i];
      light.values[i] =
          (0.299f * (pixel >> 16 & 255) + 0.587f * (pixel >> 8 & 255) + 0.114f * (pixel & 255))
              / 2.55f;
    }
    return light;
  }

  private static Horizon horizon(SceneFacts facts, FloatPlane light) {
    if (facts.horizon().isPresent()) {
      return new Horizon(facts.horizon().getAsDouble(), "library");
    }
    VanishingPoint point =
        VanishingPoint.of(
            LineSegmentFinder.find(light.blurred(LINE_NOISE)), light.width, light.height);
    return point.weight() > TRUSTED_WEIGHT
        ? new Horizon(point.y(), "vanishing point")
        : new Horizon(USUAL_HORIZON, "usual height");
  }

  /** Starts the map with ground, occupied parts, and whether anything can stand there. */
  private static SceneMap.Builder ground(SceneRequest request, GroundEstimate estimate, Size grid) {
    SceneFacts facts = request.facts();
    Size photo = request.photo().size();
    boolean said = !facts.ground().isEmpty();
    ShareGrid ground = said ? Grids.covered(facts.ground(), grid) : estimate.ground(grid);
    ShareGrid occupied = estimate.occupied(grid);
    SceneMap.Builder map = SceneMap.builder(photo, ground);
    map.occupied(said ? Grids.without(occupied, ground) : occupied);
    map.source("ground", said ? "library" : "colour and contours");
    map.source("occupied", "contours");
    double confidence = said ? 1 : confidence(ground, photo);
    map.confidence(confidence);
    if (facts.usable().isPresent()) {
      map.source("usable", "library");
      if (!facts.usable().get()) {
        map.unusable("The library says that nothing can stand in this photo.");
      }
    } else if (!said && Grids.mean(ground) < NO_GROUND) {
      map.source("usable", "no ground found");
      map.unusable("No ground was found that a product could stand on.");
    } else if (confidence < UNSURE) {
      map.source("usable", "unsure: little free ground was found");
    }
    return map;
  }

  private static double confidence(ShareGrid ground, Size photo) {
    double width = FOOTPRINT * Math.min(photo.width(), photo.height()) / photo.width();
    Optional<FootprintSearch.Place> best = FootprintSearch.on(ground, photo).best(width);
    return MOST_CONFIDENCE * best.map(FootprintSearch.Place::support).orElse(0.0);
  }

  private static void light(SceneFacts facts, RasterImage medium, SceneMap.Builder map) {
    if (facts.light().isPresent()) {
      map.light(facts.light().get(), "library");
      return;
    }
    LightEstimate light = LightEstimate.of(medium);
    String side = "diffuse";
    if (Math.abs(light.side()) > 0.35) {
      side = light.side() < 0 ? "left" : "right";
    } else if (light.behind() > 0.6) {
      side = "back";
    }
    map.light(side, "brightness");
  }

  private static SceneMap withFrameWidth(
      SceneRequest request, GroundEstimate estimate, SceneMap.Builder map) {
    double row = Grids.middleRow(map.build().ground());
    SceneFacts facts = request.facts();
    if (facts.widthCm().isPresent()) {
      return map.frameWidth(new FrameWidth(facts.widthCm().getAsDouble(), row), "library").build();
    }
    Optional<SceneKind> named = SceneKind.named(request.description());
    if (named.isPresent()) {
      String source = "kind of scene by its description: " + named.get();
      return map.frameWidth(new FrameWidth(named.get().frameWidthCm(), row, KIND_ERROR), source)
          .build();
    }
    boolean outdoors = estimate.skyShare() > 0.08;
    double guess = outdoors ? SceneKind.NATURE.frameWidthCm() : SceneKind.FLOOR.frameWidthCm();
    String source = outdoors ? "a guess: sky is seen" : "a guess: no sky is seen";
    return map.frameWidth(new FrameWidth(guess, row, GUESS_ERROR), source).build();
  }

  @Override
  public String toString() {
    return "ClassicalSceneReader";
  }

  private record Horizon(double y, String source) {}
}
