package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.error.ResultMissingException;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Resolution;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.UnresolvedClaim;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.brandimage.spi.testkit.recorded.RecordedResults;
import org.brandimage.store.FileResultStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over results that outlive them. */
class DurableRunTest {
  private static final Cost WORDS = new Cost(1, 500);

  @TempDir private Path folder;
  private final FakePaidOutpainter painter = new FakePaidOutpainter();
  private final AtomicInteger verdicts = new AtomicInteger();
  private final AtomicInteger decompositions = new AtomicInteger();

  @Test
  void run_onTheResultsOfAnEarlierProcess_buysNothingAndGivesTheSamePictures() {
    RunResult first = runOn(BRIEF);
    RunResult second = runOn(BRIEF);

    assertThat(painter.calls()).isEqualTo(9);
    assertThat(verdicts).hasValue(9);
    assertThat(decompositions).hasValue(1);
    assertThat(digests(second)).isEqualTo(digests(first)).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(second.finalists().get(i).image().raster())
          .isEqualTo(first.finalists().get(i).image().raster());
    }
  }

  @Test
  void run_reusedResults_standInProvenanceAsPaidBefore() {
    RunResult first = runOn(BRIEF);
    RunResult second = runOn(BRIEF);

    assertThat(first.provenance().reused()).isEqualTo(Cost.NONE);
    assertThat(first.provenance().calls()).noneMatch(CallRecord::reused);
    assertThat(second.provenance().cost()).isEqualTo(Cost.NONE);
    assertThat(second.provenance().reused()).isEqualTo(first.provenance().cost());
    assertThat(second.provenance().calls()).hasSize(9).allMatch(CallRecord::reused);
  }

  @Test
  void run_ofAnotherTenant_sharesNothing() {
    runOn(BRIEF);
    runOn(
        CampaignBrief.builder(BRIEF.prompt())
            .canvases(BRIEF.canvases())
            .seed(BRIEF.seed())
            .tenant("zeta")
            .build());

    assertThat(painter.calls()).isEqualTo(18);
    try (FileResultStore store = FileResultStore.open(folder)) {
      assertThat(store.forget("zeta")).isEqualTo(19);
    }
    assertThat(runOn(BRIEF).provenance().cost()).isEqualTo(Cost.NONE);
  }

  @Test
  void run_ofRecordedResults_makesNoCallAndMissesWhatDiffers() {
    RunResult first = runOn(BRIEF);
    try (FileResultStore store = FileResultStore.openReadOnly(folder)) {
      RecordedResults recorded = RecordedResults.of(store);
      RunResult replayed = runOn(BRIEF, recorded);

      assertThat(digests(replayed)).isEqualTo(digests(first));
      assertThat(recorded.answered()).hasSize(19);
      CampaignBrief other =
          CampaignBrief.builder(BRIEF.prompt() + " today").canvases(BRIEF.canvases()).build();
      for (ResultStore results : List.of(recorded, store)) {
        assertThatExceptionOfType(ResultMissingException.class)
            .isThrownBy(() -> runOn(other, results))
            .satisfies(missing -> assertThat(missing.stage()).contains("decompose"));
      }
      assertThat(recorded.missing()).hasSize(1);
    }
    assertThat(painter.calls()).isEqualTo(9);
  }

  @Test
  void run_pictureThatIsNotRecorded_isAnErrorOfTheRunNotOfTheCandidate() {
    runOn(BRIEF);
    CampaignBrief otherSeed =
        CampaignBrief.builder(BRIEF.prompt()).canvases(BRIEF.canvases()).seed(8).build();
    try (FileResultStore store = FileResultStore.openReadOnly(folder)) {
      assertThatExceptionOfType(ResultMissingException.class)
          .isThrownBy(() -> runOn(otherSeed, store))
          .satisfies(missing -> assertThat(missing.stage()).contains("outpaint"));
    }
  }

  @Test
  void run_afterADeathInAText_asksForTheTextAgain() {
    try (FileResultStore store = FileResultStore.open(folder)) {
      Claimed claimed = new Claimed(store);
      assertThatExceptionOfType(ResultStoreException.class).isThrownBy(() -> runOn(BRIEF, claimed));
    }
    assertThat(runOn(BRIEF).finalists()).hasSize(3);
  }

  @Test
  void run_storeThatCannotKeep_deliversAndWarns() {
    RunResult result = runOn(BRIEF, new Full(ResultStore.inMemory()));

    assertThat(result.finalists()).hasSize(3);
    assertThat(result.provenance().cost().units()).isEqualTo(19);
    assertThat(result.warnings())
        .hasSize(19)
        .allSatisfy(
            warning -> assertThat(warning.toString()).contains("could not be kept", "disk full"));
  }

  private RunResult runOn(CampaignBrief brief) {
    try (FileResultStore store = FileResultStore.open(folder)) {
      return runOn(brief, store);
    }
  }

  private RunResult runOn(CampaignBrief brief, ResultStore store) {
    try (BrandImagePipeline pipeline =
        BrandImagePipeline.builder()
            .decomposer(new PaidWords())
            .assetRetriever(new FakeAssetRetriever())
            .addCutoutMaker(new FakeCutoutMaker())
            .captioner(new FakeCaptioner())
            .compositionPlanner(new PipelineFixtures.GridPlanner())
            .outpainter(painter)
            .qualityJudge(new PaidJudge())
            .ranker(new FakeRanker())
            .guidelineChecks(List.of())
            .resultStore(store)
            .build()) {
      return pipeline.run(brief);
    }
  }

  private static List<String> digests(RunResult result) {
    return result.finalists().stream().map(Finalist::image).map(image -> image.digest()).toList();
  }

  private final class PaidWords implements Decomposer, Priced<DecomposeRequest> {
    private final FakeDecomposer words = new FakeDecomposer();

    @Override
    public Cost estimate(DecomposeRequest request) {
      return WORDS;
    }

    @Override
    public Decomposition decompose(DecomposeRequest request, StageContext context)
        throws InterruptedException {
      decompositions.incrementAndGet();
      context.costs().reserve(WORDS).settle(WORDS);
      return words.decompose(request, context);
    }
  }

  private final class PaidJudge implements QualityJudge, Priced<JudgeRequest> {
    private final QualityJudge judge = new PipelineFixtures.AgreeableJudge();

    @Override
    public Cost estimate(JudgeRequest request) {
      return WORDS;
    }

    @Override
    public Verdict judge(JudgeRequest request, StageContext context) throws InterruptedException {
      verdicts.incrementAndGet();
      context.costs().reserve(WORDS).settle(WORDS);
      return judge.judge(request, context);
    }
  }

  /** A store that passes all on, to be changed in one thing. */
  private static class Passing implements ResultStore {
    private final ResultStore store;

    Passing(ResultStore store) {
      this.store = store;
    }

    @Override
    public Claim claim(ClaimRequest request) {
      return store.claim(request);
    }

    @Override
    public Completion complete(ClaimToken token, PaidResult result) {
      return store.complete(token, result);
    }

    @Override
    public void abandon(ClaimToken token, Outcome outcome) {
      store.abandon(token, outcome);
    }

    @Override
    public void await(String key, Duration timeout) throws InterruptedException {
      store.await(key, timeout);
    }

    @Override
    public Optional<PaidResult> find(String key) {
      return store.find(key);
    }

    @Override
    public List<UnresolvedClaim> unresolved() {
      return store.unresolved();
    }

    @Override
    public void resolve(String key, Resolution resolution) {
      store.resolve(key, resolution);
    }
  }

  /** A store whose process dies when a text was claimed, before the call ends. */
  private static final class Claimed extends Passing {
    Claimed(ResultStore store) {
      super(store);
    }

    @Override
    public Claim claim(ClaimRequest request) {
      Claim claim = super.claim(request);
      if (request.stage() == StageId.DECOMPOSE) {
        throw new ResultStoreException("the process ends here", null);
      }
      return claim;
    }
  }

  /** A store that gives claims and cannot keep a result. */
  private static final class Full extends Passing {
    Full(ResultStore store) {
      super(store);
    }

    @Override
    public Completion complete(ClaimToken token, PaidResult result) {
      throw new ResultStoreException("disk full - free space", null);
    }
  }
}
