package org.brandimage.pipeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.brandimage.prompted.ContactSheetScorer;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.scene.SceneReader;
import org.jspecify.annotations.Nullable;

/** The stages of a built pipeline, none missing. */
record Stages(
    Decomposer decomposer,
    AssetRetriever retriever,
    List<CutoutMaker> cutoutMakers,
    Captioner captioner,
    CompositionPlanner planner,
    Outpainter outpainter,
    List<GuidelineCheck> checks,
    List<Guideline> guidelines,
    QualityJudge judge,
    Ranker ranker,
    Ranker fallbackRanker,
    Refiner refiner,
    @Nullable ContactSheetScorer contactSheetScorer,
    @Nullable SceneReader sceneReader) {
  Stages {
    cutoutMakers = List.copyOf(cutoutMakers);
    checks = List.copyOf(checks);
    guidelines = List.copyOf(guidelines);
  }

  /** Returns who does the work of each stage, for provenance. */
  Map<StageId, StageIdentity> identities() {
    EnumMap<StageId, StageIdentity> identities = new EnumMap<>(StageId.class);
    identities.put(StageId.DECOMPOSE, StageIdentity.of(decomposer));
    identities.put(StageId.RETRIEVE, StageIdentity.of(retriever));
    identities.put(StageId.CUTOUT, StageIdentity.of(cutoutMakers.get(0)));
    identities.put(StageId.CAPTION, StageIdentity.of(captioner));
    identities.put(StageId.PLAN, StageIdentity.of(planner));
    identities.put(StageId.OUTPAINT, StageIdentity.of(outpainter));
    identities.put(StageId.JUDGE, StageIdentity.of(judge));
    identities.put(StageId.RANK, StageIdentity.of(ranker));
    identities.put(StageId.REFINE, StageIdentity.of(refiner));
    if (sceneReader != null) {
      identities.put(StageId.SCENE, StageIdentity.of(sceneReader));
    }
    return identities;
  }
}
