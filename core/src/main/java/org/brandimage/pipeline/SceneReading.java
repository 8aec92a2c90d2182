package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brandimage.pipeline.execution.RunState;
import org.brandimage.pipeline.execution.StageOutcome;
import org.brandimage.pipeline.execution.StageRunner;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a run's backgrounds, each once. A background in which nothing can stand is
 * replaced by the next one found for the same words, and by a studio backdrop when there is none; a
 * reader that fails leaves a background unread. Used by the run's own thread only.
 */
final class SceneReading {
  private final @Nullable SceneReader reader;
  private final boolean kept;
  private final StageRunner runner;
  private final RunState state;
  private final RunReport report;
  private final Map<String, SceneMap> maps = new HashMap<>();

  SceneReading(
      Stages stages,
      PipelineOptions options,
      StageRunner runner,
      RunState state,
      RunReport report) {
    this.reader = stages.sceneReader();
    this.kept =
        stages.outpainter().keepsBackground()
            || options.backgroundUse() != BackgroundUse.REGENERATE;
    this.runner = runner;
    this.state = state;
    this.report = report;
  }

  /** Returns the scenes with backgrounds in which something can stand. */
  List<Scene> usable(List<Scene> scenes, List<Retrieval> found) throws InterruptedException {
    if (reader == null || !kept) {
      return scenes;
    }
    read(scenes.stream().flatMap(scene -> scene.background().stream()).toList());
    List<Scene> usable = new ArrayList<>();
    for (Scene scene : scenes) {
      boolean stands = mapOf(scene).map(SceneMap::usable).orElse(true);
      usable.add(stands ? scene : replaced(scene, found));
    }
    return usable;
  }

  /** Adds to a request what is known of its background. */
  void describe(Scene scene, PlanRequest.Builder request) {
    mapOf(scene).ifPresent(map -> request.sceneMap(map).upright(kept));
  }

  private Optional<SceneMap> mapOf(Scene scene) {
    return scene.background().map(background -> maps.get(background.id()));
  }

  private Scene replaced(Scene scene, List<Retrieval> found) throws InterruptedException {
    Asset refused = scene.background().orElseThrow();
    String reason = mapOf(scene).map(SceneMap::reason).orElse("");
    List<Asset> others =
        found.stream()
            .filter(retrieval -> scene.setting().filter(retrieval.entity()::equals).isPresent())
            .flatMap(retrieval -> retrieval.matches().stream())
            .map(AssetMatch::asset)
            .filter(asset -> !asset.id().equals(refused.id()))
            .toList();
    for (Asset other : others) {
      read(List.of(other));
      SceneMap map = maps.get(other.id());
      if (map == null || map.usable()) {
        warn(refused, reason, "the background " + other.id() + " is used instead");
        return withBackground(scene, other);
      }
    }
    warn(refused, reason, "the pictures show a studio backdrop");
    return withBackground(scene, null);
  }

  private void warn(Asset refused, String reason, String what) {
    report.warn(
        new Warning(
            "nothing can stand in the background: " + reason + "; " + what,
            "background " + refused.id(),
            "add a picture with free ground, or say in its sidecar that it is usable"));
  }

  private static Scene withBackground(Scene scene, @Nullable Asset background) {
    Scene.Builder copy =
        Scene.builder(scene.id(), scene.products())
            .themes(scene.themes())
            .themeAssets(scene.themeAssets());
    scene.setting().ifPresent(copy::setting);
    if (background != null) {
      copy.background(background);
    }
    return copy.build();
  }

  private void read(List<Asset> backgrounds) throws InterruptedException {
    List<Asset> unread =
        backgrounds.stream()
            .filter(asset -> !maps.containsKey(asset.id()) && !asset.photos().isEmpty())
            .distinct()
            .toList();
    SceneReader known = reader;
    if (known == null || unread.isEmpty()) {
      return;
    }
    List<StageOutcome<SceneMap>> outcomes =
        runner.attempt(
            StageId.SCENE, known, unread, asset -> known.read(request(asset), state.context(0)));
    for (int i = 0; i < unread.size(); i++) {
      Asset asset = unread.get(i);
      outcomes.get(i).value().ifPresent(map -> maps.put(asset.id(), map));
      outcomes.get(i).failure().ifPresent(e -> report.warn(unreadable(asset, e)));
    }
  }

  private static Warning unreadable(Asset asset, Exception e) {
    return new Warning(
        "the background could not be read: " + e.getMessage(),
        "background " + asset.id(),
        "products stand in the usual places");
  }

  private static SceneRequest request(Asset asset) {
    return SceneRequest.of(asset.id(), asset.photos().get(0))
        .withDescription(asset.description() + " " + String.join(" ", asset.tags()));
  }
}
