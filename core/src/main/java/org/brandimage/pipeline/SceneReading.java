package org.brandimage.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brandimage.pipeline.execution.StageOutcome;
import org.brandimage.pipeline.execution.StageRunner;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a run's backgrounds, each once. A reader that fails leaves a background unread,
 * with a warning. Used by the run's own thread only.
 */
final class SceneReading {
  private final @Nullable SceneReader reader;
  private final boolean kept;
  private final StageRunner runner;
  private final StageCalls calls;
  private final RunReport report;
  private final Map<String, SceneMap> maps = new HashMap<>();

  SceneReading(
      Stages stages,
      PipelineOptions options,
      StageRunner runner,
      StageCalls calls,
      RunReport report) {
    this.reader = stages.sceneReader();
    this.kept =
        stages.outpainter().keepsBackground()
            || options.backgroundUse() != BackgroundUse.REGENERATE;
    this.runner = runner;
    this.calls = calls;
    this.report = report;
  }

  /**
   * Returns whether backgrounds are read: there is a reader, and pictures show them as they are.
   */
  boolean reads() {
    return reader != null && kept;
  }

  /** Adds to a request what is known of its background. */
  void describe(Scene scene, PlanRequest.Builder request) {
    scene.background().flatMap(this::mapOf).ifPresent(map -> request.sceneMap(map).upright(kept));
  }

  /** Returns what is known of a background; empty when it was not read. */
  Optional<SceneMap> mapOf(Asset background) {
    return Optional.ofNullable(maps.get(background.id()));
  }

  /** Reads backgrounds that were not read before. */
  void read(List<Asset> backgrounds) throws InterruptedException {
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
            StageId.SCENE, known, unread, asset -> calls.readScene(known, request(asset)));
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
        .withFacts(asset.sceneFacts())
        .withDescription(asset.description() + " " + String.join(" ", asset.tags()));
  }
}
