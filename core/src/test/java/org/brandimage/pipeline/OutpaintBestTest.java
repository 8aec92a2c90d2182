package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.quality.GuidelineSet;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.junit.jupiter.api.Test;

/** Outpainting only the best composites: by measures, or by a model over a contact sheet. */
class OutpaintBestTest {
  @Test
  void run_outpaintBestThree_outpaintsThreeAndSaysWhatWasSaved() {
    FakePaidOutpainter painter = new FakePaidOutpainter();
    RunResult all = CountedStages.run(paid(painter), PipelineOptions.builder());
    RunResult best =
        CountedStages.run(
            paid(painter),
            PipelineOptions.builder().rounds(RoundOptions.DEFAULT.withOutpaintBest(3)));

    RoundRecord whole = all.provenance().history().rounds().get(0);
    RoundRecord few = best.provenance().history().rounds().get(0);
    assertThat(whole.outpainted()).isEqualTo(9);
    assertThat(whole.spared()).isEqualTo(Cost.NONE);
    assertThat(few.outpainted()).isEqualTo(3);
    assertThat(few.spared().units()).isEqualTo(6);
    assertThat(few.cost().units() + few.spared().units()).isEqualTo(whole.cost().units());
    assertThat(best.candidates())
        .filteredOn(candidate -> candidate.fate() == Fate.NOT_SELECTED)
        .hasSize(6)
        .allMatch(candidate -> candidate.reasons().get(0).startsWith("not outpainted: number"));
    assertThat(best.finalists())
        .anyMatch(finalist -> finalist.id().endsWith(".p0s1r+0x1.0"))
        .hasSize(3);
  }

  @Test
  void run_outpaintBest_isAStepOfItsOwnWithEventsAndATiming() {
    List<PipelineEvent> events = new ArrayList<>();
    RunResult result =
        CountedStages.run(
            paid(new FakePaidOutpainter()).addListener(events::add),
            PipelineOptions.builder().rounds(RoundOptions.DEFAULT.withOutpaintBest(3)));

    assertThat(events)
        .filteredOn(e -> e instanceof StageStarted started && started.stage() == StageId.PRESELECT)
        .hasSize(1);
    assertThat(events)
        .filteredOn(e -> e instanceof StageProgress step && step.stage() == StageId.PRESELECT)
        .hasSize(9);
    assertThat(result.provenance().timings())
        .filteredOn(timing -> timing.stage() == StageId.PRESELECT)
        .singleElement()
        .satisfies(timing -> assertThat(timing.pieces()).isEqualTo(9));
  }

  @Test
  void run_wholeGridOutpainted_hasNoPreselection() {
    RunResult result = CountedStages.run(paid(new FakePaidOutpainter()), PipelineOptions.builder());

    assertThat(result.provenance().timings())
        .noneMatch(timing -> timing.stage() == StageId.PRESELECT);
  }

  @Test
  void run_contactSheet_outpaintsWhatTheModelLikes() {
    FakeLanguageModel model = new FakeLanguageModel(OutpaintBestTest::likesTheLastTwo);
    RunResult result =
        CountedStages.run(
            paid(new FakePaidOutpainter()).languageModel(model),
            PipelineOptions.builder()
                .rounds(RoundOptions.DEFAULT.withOutpaintBest(2).withContactSheet(true)));

    assertThat(model.calls()).isEqualTo(1);
    assertThat(result.candidates())
        .filteredOn(candidate -> candidate.fate() != Fate.NOT_SELECTED)
        .extracting(CandidateRecord::id)
        .containsExactly("scene-1.320x320.p0s1r-15x1.0", "scene-1.320x320.p0s2r-15x1.0");
  }

  @Test
  void run_contactSheetTheModelCannotScore_fallsBackOnMeasures() {
    FakeLanguageModel model = new FakeLanguageModel(request -> "{}");
    RunResult result =
        CountedStages.run(
            paid(new FakePaidOutpainter()).languageModel(model),
            PipelineOptions.builder()
                .rounds(RoundOptions.DEFAULT.withOutpaintBest(2).withContactSheet(true)));

    assertThat(result.finalists()).hasSize(2);
    assertThat(result.warnings()).anyMatch(w -> w.what().startsWith("the contact sheet"));
  }

  @Test
  void build_contactSheetWithoutAModel_isRefused() {
    PipelineBuilder builder =
        paid(new FakePaidOutpainter())
            .options(
                PipelineOptions.builder()
                    .rounds(RoundOptions.DEFAULT.withContactSheet(true))
                    .build());

    assertThatThrownBy(builder::build)
        .isInstanceOf(PipelineConfigurationException.class)
        .hasMessageContaining("contactSheet");
  }

  private static String likesTheLastTwo(LanguageRequest request) {
    StringBuilder json = new StringBuilder("{\"sketches\":[");
    for (int i = 1; i <= 9; i++) {
      json.append(i == 1 ? "" : ",");
      json.append("{\"number\":" + i + ",\"reason\":\"r\",\"score\":" + (i > 7 ? 10 : 0) + "}");
    }
    assertThat(request.images()).hasSize(1);
    return json.append("]}").toString();
  }

  private static PipelineBuilder paid(FakePaidOutpainter painter) {
    return PipelineFixtures.withoutOutpainter()
        .outpainter(painter)
        .guidelines(GuidelineSet.of(List.of()));
  }
}
