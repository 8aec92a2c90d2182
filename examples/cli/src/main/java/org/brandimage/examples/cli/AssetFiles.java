package org.brandimage.examples.cli;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.pipeline.result.SceneRecord.Choice;
import org.brandimage.spi.plan.Placement;

/** The files of the library that a result shows, by scene and candidate. */
final class AssetFiles {
  private static final String NONE = "(no picture)";

  private final MediaLibrary library;
  private final Map<String, SceneRecord> scenes = new HashMap<>();
  private final Set<String> incomplete = new LinkedHashSet<>();

  AssetFiles(RunResult result, MediaLibrary library) {
    this.library = library;
    result.scenes().forEach(scene -> scenes.put(scene.id(), scene));
    result.warnings().forEach(warning -> incomplete.add(warning.where()));
  }

  /** Returns the product files a candidate shows; those of its scene when nothing was placed. */
  String products(CandidateRecord candidate) {
    SceneRecord scene = scenes.get(candidate.sceneId());
    if (scene == null) {
      return NONE;
    }
    Set<String> files = new LinkedHashSet<>();
    for (int product = 0; product < scene.products().size(); product++) {
      files.add(product(scene.products().get(product).assetId(), product, candidate));
    }
    return String.join(" + ", files);
  }

  /** Returns the background file of a candidate's scene. */
  String background(CandidateRecord candidate) {
    SceneRecord scene = scenes.get(candidate.sceneId());
    return scene == null ? NONE : background(scene);
  }

  /** Returns the preferred files of everything a scene is made of. */
  String scene(SceneRecord scene) {
    Set<String> files = new LinkedHashSet<>();
    scene.products().forEach(choice -> files.add(preferred(choice.assetId())));
    if (!scene.setting().isEmpty()) {
      files.add(background(scene));
    }
    return String.join(" + ", files);
  }

  private String background(SceneRecord scene) {
    return scene.setting().stream()
        .map(Choice::assetId)
        .findFirst()
        .map(this::preferred)
        .orElse(NONE);
  }

  /**
   * Returns the file of the photo that was placed. A placement counts the photos that were cut out,
   * so where a warning says that one was left out, the files cannot be told apart.
   */
  private String product(String assetId, int product, CandidateRecord candidate) {
    List<String> files = library.files(assetId);
    if (files.size() < 2) {
      return preferred(assetId);
    }
    if (incomplete.contains("product " + assetId)) {
      return "one of " + String.join(", ", files);
    }
    return candidate.placements().stream()
        .filter(placement -> placement.product() == product)
        .map(Placement::photo)
        .filter(photo -> photo < files.size())
        .findFirst()
        .map(files::get)
        .orElse(files.get(0));
  }

  /** A pinned or refined asset may be of another library; its id is all there is then. */
  private String preferred(String assetId) {
    if (assetId.isEmpty()) {
      return NONE;
    }
    List<String> files = library.files(assetId);
    return files.isEmpty() ? assetId : files.get(0);
  }
}
