package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.error.AllCandidatesFailedException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.fake.FakeStages;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class IsolationAndBudgetTest {
  @Test
  void run_oneCandidateFails_keepsTheOthers() {
    AtomicInteger calls = new AtomicInteger();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                PipelineFixtures.before(
                    request -> {
                      if (calls.getAndIncrement() == 4) {
                        throw new StageException("the fifth fails");
                      }
                    }))
            .options(PipelineFixtures.threads(1).build())
            .build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.finalists()).hasSize(3);
      assertThat(result.rejected())
          .singleElement()
          .satisfies(
              failed -> {
                assertThat(failed.fate()).isEqualTo(Fate.FAILED);
                assertThat(failed.reasons()).containsExactly("the fifth fails");
              });
      // The book keeps the order of the grid even for what failed.
      assertThat(result.candidates().get(4).fate()).isEqualTo(Fate.FAILED);
    }
  }

  @Test
  void run_allCandidatesFail_saysWhyEachDid() {
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                (request, context) -> {
                  throw new ContentRejectedException(
                      "prompt", "refused", StageException.RetryInfo.once(false));
                })
            .build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOfSatisfying(
              AllCandidatesFailedException.class,
              e -> {
                assertThat(e.reasons()).hasSize(9).containsValue("refused");
                assertThat(e).hasMessageContaining("9 x refused");
              });
    }
  }

  @Test
  void runAll_oneBriefEndsInAnError_keepsTheOtherResults() {
    FakeDecomposer fake = new FakeDecomposer();
    Decomposer decomposer =
        (request, context) -> {
          if (request.prompt().startsWith("a fatal")) {
            throw new StackOverflowError("too deep");
          }
          return fake.decompose(request, context);
        };
    try (BrandImagePipeline pipeline =
        BrandImagePipeline.builder().stages(new FakeStages()).decomposer(decomposer).build()) {
      CampaignBrief fatal = CampaignBrief.of("a fatal duck on a street");

      List<RunOutcome> outcomes = pipeline.runAll(List.of(BRIEF, fatal, BRIEF));

      assertThat(outcomes).extracting(RunOutcome::brief).containsExactly(BRIEF, fatal, BRIEF);
      assertThat(outcomes.get(0).result()).isPresent();
      assertThat(outcomes.get(2).result()).isPresent();
      assertThat(outcomes.get(1).failure())
          .containsInstanceOf(StageException.class)
          .get()
          .satisfies(e -> assertThat(e).hasRootCauseInstanceOf(StackOverflowError.class));
    }
  }

  @Test
  void run_providerRejectsSome_booksThemAsRejected() {
    FakeOutpainter painter = new FakeOutpainter();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                (request, context) ->
                    request.candidate().placements().get(0).rotation() == 0
                        ? painter.outpaint(request, context)
                        : new Outpainting(
                            List.of(), List.of(new OutpaintRejection(0, "output", "blocked"))))
            .build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.rejected()).hasSize(6);
      assertThat(result.rejected())
          .extracting(CandidateRecord::reasons)
          .containsOnly(List.of("output: blocked"));
    }
  }

  @Test
  void run_pictureOfTheWrongSize_failsThatCandidateOnly() {
    FakeOutpainter painter = new FakeOutpainter();
    AtomicInteger calls = new AtomicInteger();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                (request, context) ->
                    calls.getAndIncrement() == 0
                        ? PipelineFixtures.wrongSize()
                        : painter.outpaint(request, context))
            .options(PipelineFixtures.threads(1).build())
            .build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.rejected()).hasSize(1);
      assertThat(result.rejected().get(0).reasons().get(0)).contains("10x10").contains("320x320");
    }
  }

  @Test
  void run_capOfFiveUnitsOverSixtyFourThreads_neverBuysSix() {
    CampaignBrief brief = PipelineFixtures.brief(8, 8);
    for (int round = 0; round < 20; round++) {
      FakePaidOutpainter paid = new FakePaidOutpainter();
      try (BrandImagePipeline pipeline =
          PipelineFixtures.withoutOutpainter()
              .outpainter(paid)
              .options(PipelineFixtures.threads(64).budget(Budget.ofUnits(5)).build())
              .build()) {
        RunResult result = pipeline.run(brief);

        assertThat(paid.calls()).isEqualTo(5);
        assertThat(result.provenance().cost().units()).isEqualTo(5);
        assertThat(result.provenance().calls()).hasSize(5);
        assertThat(result.rejected()).hasSize(59);
        assertThat(result.rejected().get(0).reasons().get(0)).contains("budget");
      }
    }
  }

  @Test
  void run_repeatedWithTheSameStore_buysNothingTwice() {
    ResultStore store = ResultStore.inMemory();
    FakePaidOutpainter paid = new FakePaidOutpainter();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter().outpainter(paid).resultStore(store).build()) {
      pipeline.run(BRIEF);
      RunResult second = pipeline.run(BRIEF);

      assertThat(paid.calls()).isEqualTo(9);
      assertThat(second.finalists()).hasSize(3);
      assertThat(second.provenance().cost()).isEqualTo(Cost.NONE);
    }
  }

  @Test
  void run_unknownOutcome_isNeverBoughtAgain() {
    AtomicInteger sent = new AtomicInteger();
    FakePaidOutpainter paid =
        new FakePaidOutpainter(
            (request, context) -> {
              sent.incrementAndGet();
              throw new UnknownOutcomeException(
                  "timed out after sending", null, StageException.RetryInfo.once(false));
            });
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter().outpainter(paid).build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOf(AllCandidatesFailedException.class);
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOf(AllCandidatesFailedException.class)
          .hasMessageContaining("known outcome");
      assertThat(sent).hasValue(9);
    }
  }

  @Test
  void run_textWithAnUnknownOutcome_isAskedForAgainByALaterRun() {
    PaidDecomposer decomposer = new PaidDecomposer(new AtomicInteger());
    try (BrandImagePipeline pipeline =
        BrandImagePipeline.builder().stages(new FakeStages()).decomposer(decomposer).build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF)).isInstanceOf(UnknownOutcomeException.class);
      assertThat(pipeline.run(BRIEF).candidates()).isNotEmpty();
      assertThat(decomposer.asked()).hasValue(2);
    }
  }

  /** Its first call ends without a known outcome. */
  private record PaidDecomposer(AtomicInteger asked)
      implements Decomposer, Priced<DecomposeRequest> {
    @Override
    public Cost estimate(DecomposeRequest request) {
      return new Cost(1, 1);
    }

    @Override
    public Set<String> unpricedModels() {
      return Set.of();
    }

    @Override
    public Decomposition decompose(DecomposeRequest request, StageContext context)
        throws InterruptedException {
      try (CostMeter.Reservation reservation = context.costs().reserve(estimate(request))) {
        reservation.settle(estimate(request));
        if (asked.incrementAndGet() == 1) {
          throw new UnknownOutcomeException(
              "timed out after sending", null, StageException.RetryInfo.once(false));
        }
        return new FakeDecomposer().decompose(request, context);
      }
    }
  }

  @Test
  void runAll_threeOfTwentyFail_givesSeventeenResultsAndThreeFailures() {
    List<CampaignBrief> briefs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String prompt = i % 7 == 3 ? "something nobody sells" : Fixtures.DUCK_PROMPT;
      briefs.add(CampaignBrief.builder(prompt).canvases(List.of(Fixtures.CANVAS)).seed(i).build());
    }
    try (BrandImagePipeline pipeline = PipelineFixtures.complete().build()) {
      List<RunOutcome> outcomes = pipeline.runAll(briefs);

      assertThat(outcomes).extracting(RunOutcome::brief).containsExactlyElementsOf(briefs);
      assertThat(outcomes).filteredOn(outcome -> outcome.result().isPresent()).hasSize(17);
      assertThat(outcomes).filteredOn(outcome -> outcome.failure().isPresent()).hasSize(3);
      assertThat(outcomes.get(3).failure().orElseThrow()).hasMessageContaining("prompt");
    }
  }
}
