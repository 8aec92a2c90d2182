package org.brandimage.pipeline;

import org.brandimage.pipeline.execution.PaidCalls;
import org.brandimage.pipeline.execution.RunContext;
import org.brandimage.pipeline.execution.RunState;
import org.brandimage.pipeline.execution.Seeds;
import org.brandimage.prompted.ContactSheetScorer;
import org.brandimage.prompted.ContactSheetScorer.Request;
import org.brandimage.prompted.ContactSheetScorer.Scores;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;

/** The calls of the pluggable stages: each gets its own seed, and those that cost money a claim. */
record StageCalls(Stages stages, PaidCalls paid, RunState state, long seed) {
  Decomposition decompose(DecomposeRequest request) throws InterruptedException {
    return paid.getOrCall(
        stages.decomposer(),
        StageContracts.DECOMPOSE,
        request,
        context("decompose"),
        stages.decomposer()::decompose);
  }

  Retrieval retrieve(RetrieveRequest request) throws InterruptedException {
    RunContext context = context(request.entity().name());
    return paid.getOrCall(
        stages.retriever(),
        StageContracts.RETRIEVE,
        request,
        context,
        stages.retriever()::retrieve);
  }

  SceneMap readScene(SceneReader reader, SceneRequest request) throws InterruptedException {
    return paid.getOrCall(
        reader, StageContracts.SCENE, request, context(request.name()), reader::read);
  }

  Caption caption(CaptionRequest request) throws InterruptedException {
    RunContext context = context(request.scene().id());
    return paid.getOrCall(
        stages.captioner(), StageContracts.CAPTION, request, context, stages.captioner()::caption);
  }

  CompositionPlan plan(PlanRequest request) throws InterruptedException {
    RunContext context = context(request.scene().id() + request.canvas());
    return paid.getOrCall(
        stages.planner(), StageContracts.PLAN, request, context, stages.planner()::plan);
  }

  Outpainting outpaint(OutpaintRequest request) throws InterruptedException {
    RunContext context = state.context(request.seed());
    return paid.getOrCall(
        stages.outpainter(),
        StageContracts.OUTPAINT,
        request,
        context,
        stages.outpainter()::outpaint);
  }

  Verdict judge(JudgeRequest request, String id) throws InterruptedException {
    return paid.getOrCall(
        stages.judge(), StageContracts.JUDGE, request, context(id), stages.judge()::judge);
  }

  Ranking rank(Ranker ranker, RankRequest request, String canvas) throws InterruptedException {
    return paid.getOrCall(ranker, StageContracts.RANK, request, context(canvas), ranker::rank);
  }

  Refinement refine(RefineRequest request) throws InterruptedException {
    RunContext context = context("refine" + request.round());
    return paid.getOrCall(
        stages.refiner(), StageContracts.REFINE, request, context, stages.refiner()::refine);
  }

  Scores lookAt(ContactSheetScorer scorer, Request request) throws InterruptedException {
    return paid.getOrCall(
        scorer, StageContracts.CONTACT_SHEET, request, context("sift"), scorer::score);
  }

  /** Returns the context of a piece of work, whose seed depends on nothing but the piece. */
  RunContext context(String piece) {
    return state.context(Seeds.derive(seed, piece));
  }
}
