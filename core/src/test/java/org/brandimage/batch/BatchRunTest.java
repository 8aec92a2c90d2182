package org.brandimage.batch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brandimage.batch.BatchFixtures.PICTURES;
import static org.brandimage.batch.BatchFixtures.UNKNOWN_PRODUCT;
import static org.brandimage.batch.BatchFixtures.brief;
import static org.brandimage.batch.BatchFixtures.briefs;
import static org.brandimage.batch.BatchFixtures.concurrent;
import static org.brandimage.spi.testkit.fake.Fixtures.DUCK_PROMPT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.archive.RunArchive;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.review.ReviewPage;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BatchRunTest {
  @TempDir private Path folder;

  private final FakePaidOutpainter paid = new FakePaidOutpainter();

  @Test
  void run_oneOfThreeFails_finishesTheOthersAndReportsAll() {
    List<CampaignBrief> all =
        List.of(
            brief("spring"), brief("broken", UNKNOWN_PRODUCT, 0), brief("", "a rubber duck", 3));

    BatchResult result = run(all, concurrent(2));

    assertThat(result.entries())
        .extracting(BatchEntry::status)
        .containsExactly(Status.FINISHED, Status.FAILED, Status.FINISHED);
    assertThat(result.entries())
        .extracting(entry -> entry.folder().getFileName().toString())
        .containsExactly("spring", "broken", "brief-0003");
    BatchEntry finished = result.entries().get(0);
    assertThat(finished.finalists()).isEqualTo(PICTURES);
    assertThat(finished.cost()).isEqualTo(price(PICTURES));
    assertThat(finished.picture()).hasValueSatisfying(file -> assertThat(file).isRegularFile());
    assertThat(finished.folder().resolve(ReviewPage.FILE_NAME)).isRegularFile();
    assertThat(RunArchive.create().read(finished.folder()).finalists()).hasSize(PICTURES);
    BatchEntry failed = result.entries().get(1);
    assertThat(failed.failure().orElseThrow().type()).isEqualTo("UnsupportedInputException");
    assertThat(failed.failure().orElseThrow().message()).contains("prompt");
    assertThat(failed.picture()).isEmpty();
    assertThat(failed.folder()).doesNotExist();
    assertThat(result.cost()).isEqualTo(price(2 * PICTURES));
  }

  @Test
  void run_concurrencyOfTwo_hasTwoRunsAtOnceAndNeverMore() {
    CountDownLatch two = new CountDownLatch(2);
    AtomicReference<BrandImagePipeline> observed = new AtomicReference<>();
    AtomicInteger most = new AtomicInteger();
    FakeOutpainter painter = new FakeOutpainter();
    Outpainter counting =
        (request, context) -> {
          BrandImagePipeline pipeline = observed.get();
          most.accumulateAndGet(pipeline.runningRuns() + pipeline.queuedRuns(), Math::max);
          if (pipeline.runningRuns() == 2) {
            two.countDown();
            two.countDown();
          }
          // Both briefs of the first pair are there before either goes on.
          two.await(10, SECONDS);
          return painter.outpaint(request, context);
        };
    try (BrandImagePipeline pipeline = BatchFixtures.pipeline(counting, concurrent(8)).build();
        BatchRun batch = BatchRun.builder(pipeline, folder).concurrency(2).build()) {
      observed.set(pipeline);

      assertThat(batch.run(briefs(6)).count(Status.FINISHED)).isEqualTo(6);
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void run_moreAtOnceThanThePipelineTakes_waitsForPlaces() {
    PipelineOptions narrow =
        PipelineOptions.builder().threads(2).concurrentRuns(1).queueCapacity(0).build();
    try (BrandImagePipeline pipeline = BatchFixtures.pipeline(paid, narrow).build();
        BatchRun batch = BatchRun.builder(pipeline, folder).concurrency(3).build()) {
      assertThat(batch.run(briefs(5)).count(Status.FINISHED)).isEqualTo(5);
    }
  }

  @Test
  void run_budgetOfTheBatch_startsOnlyWhatItIsCertainToPay() {
    // Two pictures a brief cost 8 cents, so 20 cents pay two briefs and not a third.
    PipelineOptions options = concurrent(4).toBuilder().budget(Budget.ofUsd("0.08")).build();
    try (BrandImagePipeline pipeline = BatchFixtures.pipeline(paid, options).build();
        BatchRun batch = BatchRun.builder(pipeline, folder).budget(Budget.ofUsd("0.20")).build()) {
      BatchResult result = batch.run(briefs(5));

      assertThat(result.count(Status.FINISHED)).isEqualTo(2);
      assertThat(result.entries().subList(2, 5))
          .allSatisfy(
              entry -> {
                assertThat(entry.status()).isEqualTo(Status.NOT_STARTED);
                assertThat(entry.failure().orElseThrow().type())
                    .isEqualTo("BudgetExceededException");
                assertThat(entry.failure().orElseThrow().message())
                    .isEqualTo(
                        "not started: budget - $0.16 of $0.2 are spent, a brief may spend $0.08;"
                            + " raise the batch's budget");
              });
      assertThat(paid.calls()).isEqualTo(2 * PICTURES);
      assertThat(result.cost()).isEqualTo(price(2 * PICTURES));
    }
  }

  @Test
  void run_budgetWhenRunAgain_countsWhatTheEarlierRunHasSpent() {
    PipelineOptions options = concurrent(1).toBuilder().budget(Budget.ofUnits(2)).build();
    for (int round = 0; round < 2; round++) {
      try (BrandImagePipeline pipeline = BatchFixtures.pipeline(paid, options).build();
          BatchRun batch = BatchRun.builder(pipeline, folder).budget(Budget.ofUnits(5)).build()) {
        assertThat(batch.run(briefs(4)).count(Status.NOT_STARTED)).isEqualTo(2);
      }
    }
    assertThat(paid.calls()).isEqualTo(2 * PICTURES);
  }

  @Test
  void build_budgetWithoutOneOfTheBrief_namesTheRemedy() {
    try (BrandImagePipeline pipeline = BatchFixtures.pipeline(paid, concurrent(1)).build()) {
      assertThatThrownBy(
              () -> BatchRun.builder(pipeline, folder).budget(Budget.ofUsd("1.00")).build())
          .isInstanceOf(PipelineConfigurationException.class)
          .hasMessageContainingAll("$1", "PipelineOptions.budget");
    }
  }

  @Test
  void run_again_readsEqualBriefsAndRunsTheOthers() {
    List<CampaignBrief> first =
        List.of(brief("a"), brief("b", DUCK_PROMPT, 1), brief("c", UNKNOWN_PRODUCT, 2));
    run(first, concurrent(2));
    List<CampaignBrief> second =
        List.of(brief("a"), brief("b", DUCK_PROMPT, 9), brief("c", DUCK_PROMPT, 2));

    BatchResult result = run(second, concurrent(2));

    assertThat(result.entries())
        .extracting(BatchEntry::status)
        .containsExactly(Status.REUSED_FROM_EARLIER, Status.FINISHED, Status.FINISHED);
    BatchEntry reused = result.entries().get(0);
    assertThat(reused.finalists()).isEqualTo(PICTURES);
    assertThat(reused.cost()).isEqualTo(Cost.NONE);
    assertThat(reused.reused()).isEqualTo(price(PICTURES));
    assertThat(reused.picture()).hasValueSatisfying(file -> assertThat(file).isRegularFile());
    assertThat(paid.calls()).isEqualTo(4 * PICTURES);
  }

  @Test
  void run_againWithPins_readsTheSamePinsAndRunsOthers() {
    CampaignBrief pinned =
        brief("a").toBuilder().pinnedAssets(List.of(Fixtures.library().get(0))).build();
    run(List.of(pinned), concurrent(1));

    assertThat(run(List.of(pinned), concurrent(1)).entries().get(0).status())
        .isEqualTo(Status.REUSED_FROM_EARLIER);
    assertThat(run(List.of(brief("a")), concurrent(1)).entries().get(0).status())
        .isEqualTo(Status.FINISHED);
  }

  @Test
  void run_againWithAPictureMissing_runsThatBriefAgain() throws Exception {
    BatchResult first = run(List.of(brief("a")), concurrent(1));
    Files.delete(first.entries().get(0).picture().orElseThrow());

    BatchResult second = run(List.of(brief("a")), concurrent(1));

    assertThat(second.entries().get(0).status()).isEqualTo(Status.FINISHED);
    assertThat(second.entries().get(0).picture())
        .hasValueSatisfying(file -> assertThat(file).isRegularFile());
  }

  @Test
  void run_listener_hearsOfEveryEntryAndMayFail() {
    List<String> heard = new ArrayList<>();
    try (BrandImagePipeline pipeline = BatchFixtures.pipeline(paid, concurrent(1)).build();
        BatchRun batch =
            BatchRun.builder(pipeline, folder)
                .addListener(
                    (entry, ended, total) -> {
                      heard.add(entry.label() + " " + ended + "/" + total);
                      throw new IllegalStateException("broken listener");
                    })
                .build()) {
      assertThat(batch.run(List.of(brief("a"), brief("b"))).count(Status.FINISHED)).isEqualTo(2);
    }
    assertThat(heard).containsExactly("a 1/2", "b 2/2");
  }

  @Test
  void run_twoBriefsOfOneLabel_runsNothing() {
    assertThatThrownBy(() -> run(List.of(brief("a"), brief("b"), brief("A")), concurrent(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("label: A", "briefs 1 and 3");
    assertThat(paid.calls()).isZero();
  }

  @Test
  void run_labelsThatAreNoFileNames_stayInTheFolder() {
    List<CampaignBrief> all =
        List.of(
            brief("../../outside"),
            brief("con"),
            brief("batch.json"),
            brief("Größe 42/43"),
            brief("größe 42-43"));

    BatchResult result = run(all, concurrent(1));

    assertThat(result.count(Status.FINISHED)).isEqualTo(5);
    assertThat(result.entries())
        .extracting(entry -> entry.folder().getFileName().toString())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9-]+-[0-9a-f]{10}"));
    assertThat(result.entries()).allMatch(entry -> folder.equals(entry.folder().getParent()));
  }

  @Test
  void run_otherBatchInTheFolder_isRefused() {
    AtomicReference<Throwable> refused = new AtomicReference<>();
    try (BrandImagePipeline pipeline = BatchFixtures.pipeline(paid, concurrent(1)).build();
        BatchRun second = BatchRun.builder(pipeline, folder).build();
        BatchRun first =
            BatchRun.builder(pipeline, folder)
                .addListener(
                    (entry, ended, total) -> {
                      try {
                        second.run(briefs(1));
                      } catch (InvalidInputException e) {
                        refused.set(e);
                      }
                    })
                .build()) {
      first.run(briefs(1));
    }
    assertThat(refused.get()).hasMessageContainingAll("batch folder", "wait");
  }

  private BatchResult run(List<CampaignBrief> all, PipelineOptions options) {
    try (BrandImagePipeline pipeline = BatchFixtures.pipeline(paid, options).build();
        BatchRun batch = BatchRun.builder(pipeline, folder).build()) {
      return batch.run(all);
    }
  }

  private static Cost price(int pictures) {
    return new Cost(pictures, pictures * FakePaidOutpainter.PRICE.microUsd());
  }
}
