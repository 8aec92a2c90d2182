package org.brandimage.pipeline;

import java.util.List;
import org.brandimage.pipeline.execution.ResultContract;
import org.brandimage.prompted.ContactSheetScorer;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.contract.CaptionRules;
import org.brandimage.spi.contract.CutoutRules;
import org.brandimage.spi.contract.DecomposeRules;
import org.brandimage.spi.contract.JudgeRules;
import org.brandimage.spi.contract.OutpaintRules;
import org.brandimage.spi.contract.PlanRules;
import org.brandimage.spi.contract.RankRules;
import org.brandimage.spi.contract.RefineRules;
import org.brandimage.spi.contract.RetrieveRules;
import org.brandimage.spi.contract.SceneRules;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneRequest;

/** The contracts by which a run checks every result of a pluggable stage. */
final class StageContracts {
  static final ResultContract<DecomposeRequest, Decomposition> DECOMPOSE =
      new ResultContract<>(StageId.DECOMPOSE, Decomposition.class, DecomposeRules::structure);
  static final ResultContract<RetrieveRequest, Retrieval> RETRIEVE =
      new ResultContract<>(StageId.RETRIEVE, Retrieval.class, RetrieveRules::structure);
  static final ResultContract<CutoutRequest, Cutout> CUTOUT =
      new ResultContract<>(StageId.CUTOUT, Cutout.class, CutoutRules::structure);
  static final ResultContract<CaptionRequest, Caption> CAPTION =
      new ResultContract<>(StageId.CAPTION, Caption.class, CaptionRules::structure);
  static final ResultContract<PlanRequest, CompositionPlan> PLAN =
      new ResultContract<>(StageId.PLAN, CompositionPlan.class, PlanRules::structure);
  static final ResultContract<SceneRequest, SceneMap> SCENE =
      new ResultContract<>(StageId.SCENE, SceneMap.class, SceneRules::structure);
  static final ResultContract<OutpaintRequest, Outpainting> OUTPAINT =
      new ResultContract<>(StageId.OUTPAINT, Outpainting.class, OutpaintRules::structure);
  static final ResultContract<JudgeRequest, Verdict> JUDGE =
      new ResultContract<>(StageId.JUDGE, Verdict.class, JudgeRules::structure);
  static final ResultContract<RankRequest, Ranking> RANK =
      new ResultContract<>(StageId.RANK, Ranking.class, RankRules::structure);
  static final ResultContract<RefineRequest, Refinement> REFINE =
      new ResultContract<>(StageId.REFINE, Refinement.class, RefineRules::structure);

  /** The scorer is core's own and checks what the model replies. */
  static final ResultContract<ContactSheetScorer.Request, ContactSheetScorer.Scores> CONTACT_SHEET =
      new ResultContract<>(
          StageId.PRESELECT, ContactSheetScorer.Scores.class, (request, scores) -> List.of());

  private StageContracts() {}
}
