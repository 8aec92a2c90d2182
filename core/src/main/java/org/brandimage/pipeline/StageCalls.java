package org.brandimage.pipeline;

import org.brandimage.prompted.PromptedSifter;
import org.brandimage.prompted.PromptedSifter.Request;
import org.brandimage.prompted.PromptedSifter.Scores;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.context.StageContext;
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
        () -> stages.decomposer().decompose(request, context("decompose")));
  }

  Retrieval retrieve(RetrieveRequest request) throws InterruptedException {
    return paid.once(
        stages.retriever(),
        Retrieval.class,
        request.fingerprint(),
        () -> stages.retriever().retrieve(request, context(request.entity().name())));
  }

  Caption caption(CaptionRequest request) throws InterruptedException {
    return paid.once(
        stages.captioner(),
        Caption.class,
        request.fingerprint(),
        () -> stages.captioner().caption(request, context(request.scene().id())));
  }

  CompositionPlan plan(PlanRequest request) throws InterruptedException {
    return paid.once(
        stages.planner(),
        CompositionPlan.class,
        request.fingerprint(),
        () -> stages.planner().plan(request, context(request.scene().id() + request.canvas())));
  }

  Outpainting outpaint(OutpaintRequest request) throws InterruptedException {
    return paid.once(
        stages.outpainter(),
        Outpainting.class,
        request.fingerprint(),
        () -> stages.outpainter().outpaint(request, state.context(request.seed())));
  }

  Verdict judge(JudgeRequest request, String id) throws InterruptedException {
    return paid.once(
        stages.judge(),
        Verdict.class,
        request.fingerprint(),
        () -> stages.judge().judge(request, context(id)));
  }

  Ranking rank(RankRequest request, String canvas) throws InterruptedException {
    return paid.once(
        stages.ranker(),
        Ranking.class,
        request.fingerprint(),
        () -> stages.ranker().rank(request, context(canvas)));
  }

  Refinement refine(RefineRequest request) throws InterruptedException {
    return paid.once(
        stages.refiner(),
        Refinement.class,
        request.fingerprint(),
        () -> stages.refiner().refine(request, context("refine" + request.round())));
  }

  Scores sift(PromptedSifter sifter, Request request) throws InterruptedException {
    Fingerprint print = Fingerprint.of("sift").add(request.caption().fingerprint());
    request.sketches().forEach(sketch -> print.add(sketch.digest()));
    return paid.once(
        sifter, Scores.class, print.toHex(), () -> sifter.sift(request, context("sift")));
  }

  /** Returns the context of a piece of work, whose seed depends on nothing but the piece. */
  StageContext context(String piece) {
    return state.context(Seeds.derive(seed, piece));
  }
}
