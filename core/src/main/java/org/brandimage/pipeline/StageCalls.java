package org.brandimage.pipeline;

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
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;

/** The calls of the pluggable stages: each gets its own seed, and those that cost money a claim. */
record StageCalls(Stages stages, PaidCalls paid, RunState state, long seed) {
  Decomposition decompose(DecomposeRequest request) throws InterruptedException {
    return paid.once(
        stages.decomposer(),
        Decomposition.class,
        request.fingerprint(),
        context("decompose"),
        context -> stages.decomposer().decompose(request, context));
  }

  Retrieval retrieve(RetrieveRequest request) throws InterruptedException {
    return paid.once(
        stages.retriever(),
        Retrieval.class,
        request.fingerprint(),
        context(request.entity().name()),
        context -> stages.retriever().retrieve(request, context));
  }

  Caption caption(CaptionRequest request) throws InterruptedException {
    return paid.once(
        stages.captioner(),
        Caption.class,
        request.fingerprint(),
        context(request.scene().id()),
        context -> stages.captioner().caption(request, context));
  }

  CompositionPlan plan(PlanRequest request) throws InterruptedException {
    return paid.once(
        stages.planner(),
        CompositionPlan.class,
        request.fingerprint(),
        context(request.scene().id() + request.canvas()),
        context -> stages.planner().plan(request, context));
  }

  Outpainting outpaint(OutpaintRequest request) throws InterruptedException {
    return paid.once(
        stages.outpainter(),
        Outpainting.class,
        request.fingerprint(),
        state.context(request.seed()),
        context -> stages.outpainter().outpaint(request, context));
  }

  Verdict judge(JudgeRequest request, String id) throws InterruptedException {
    return paid.once(
        stages.judge(),
        Verdict.class,
        request.fingerprint(),
        context(id),
        context -> stages.judge().judge(request, context));
  }

  Ranking rank(RankRequest request, String canvas) throws InterruptedException {
    return paid.once(
        stages.ranker(),
        Ranking.class,
        request.fingerprint(),
        context(canvas),
        context -> stages.ranker().rank(request, context));
  }

  Refinement refine(RefineRequest request) throws InterruptedException {
    return paid.once(
        stages.refiner(),
        Refinement.class,
        request.fingerprint(),
        context("refine" + request.round()),
        context -> stages.refiner().refine(request, context));
  }

  Scores sift(ContactSheetScorer sifter, Request request) throws InterruptedException {
    Fingerprint print = Fingerprint.of("sift").add(request.caption().fingerprint());
    request.pictures().forEach(picture -> print.add(picture.digest()));
    return paid.once(
        sifter,
        Scores.class,
        print.toHex(),
        context("sift"),
        context -> sifter.score(request, context));
  }

  /** Returns the context of a piece of work, whose seed depends on nothing but the piece. */
  RunContext context(String piece) {
    return state.context(Seeds.derive(seed, piece));
  }
}
