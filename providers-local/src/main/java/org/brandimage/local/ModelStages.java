package org.brandimage.local;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.imaging.cutout.AlphaCutoutMaker;
import org.brandimage.imaging.cutout.StudioCutoutMaker;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.rank.PhotographicRanker;
import org.brandimage.local.scene.ModelSceneReader;
import org.brandimage.local.vision.DinoSimilarity;
import org.brandimage.local.vision.EmbeddingSimilarity;
import org.brandimage.local.vision.IsnetCutoutMaker;
import org.brandimage.local.vision.NimaRanker;
import org.brandimage.local.vision.ObjectDetector;
import org.brandimage.local.vision.UnexpectedObjectCheck;
import org.brandimage.scene.ClassicalSceneReader;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.error.PrintableException;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.model.ImageSimilarity;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.text.PrintableText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stages of {@link LocalStages} that a model makes better, as far as its file is there. */
final class ModelStages implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelStages.class);

  private final List<AutoCloseable> owned = new ArrayList<>();
  private final List<CutoutMaker> cutoutMakers = new ArrayList<>();
  private final List<GuidelineCheck> checks = new ArrayList<>();
  private Ranker ranker = PhotographicRanker.create();
  private @Nullable ImageSimilarity similarity;
  private SceneReader sceneReader = new ClassicalSceneReader();

  private ModelStages() {
    cutoutMakers.add(AlphaCutoutMaker.create());
    cutoutMakers.add(StudioCutoutMaker.create());
  }

  static ModelStages open(@Nullable ModelStore store) {
    ModelStages stages = new ModelStages();
    try {
      if (store != null) {
        stages.load(store);
      }
    } catch (RuntimeException e) {
      stages.close();
      throw e;
    }
    LOG.debug("ranking by {}", StageIdentity.of(stages.ranker));
    return stages;
  }

  private void load(ModelStore store) {
    if (store.has(ModelCatalogue.NIMA_AESTHETIC)) {
      ranker = PhotographicRanker.withRatings(own(NimaRanker.aesthetic(store)));
    }
    if (store.has(ModelCatalogue.ISNET)) {
      cutoutMakers.add(own(IsnetCutoutMaker.open(store)));
    }
    if (ObjectDetector.isIn(store)) {
      checks.add(UnexpectedObjectCheck.over(own(ObjectDetector.open(store))));
    }
    if (ModelSceneReader.isIn(store)) {
      sceneReader = own(ModelSceneReader.open(store));
    }
    if (store.has(ModelCatalogue.DINO_V2)) {
      similarity = own(DinoSimilarity.open(store));
    } else if (store.has(ModelCatalogue.MOBILENET_V2)) {
      similarity = own(EmbeddingSimilarity.open(store));
    }
  }

  private <T extends AutoCloseable> T own(T model) {
    owned.add(model);
    return model;
  }

  Ranker ranker() {
    return ranker;
  }

  List<CutoutMaker> cutoutMakers() {
    return List.copyOf(cutoutMakers);
  }

  List<GuidelineCheck> checks() {
    return List.copyOf(checks);
  }

  @Nullable ImageSimilarity similarity() {
    return similarity;
  }

  SceneReader sceneReader() {
    return sceneReader;
  }

  @Override
  public void close() {
    for (AutoCloseable model : owned) {
      try {
        model.close();
      } catch (Exception e) {
        LOG.warn("closing {} failed", PrintableText.of(model), PrintableException.of(e));
      }
    }
  }
}
