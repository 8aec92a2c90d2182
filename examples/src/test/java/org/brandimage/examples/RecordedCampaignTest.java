package org.brandimage.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.ResultMissingException;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.recorded.RecordedResults;
import org.brandimage.store.FileResultStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that was paid for once, as a test without calls. */
@Tag("slow")
class RecordedCampaignTest {
  @TempDir private Path recordings;

  @Test
  void replay_recordedCampaign_makesNoCall() throws Exception {
    try (SampleLibrary pictures = SampleLibrary.orFolder(null);
        LocalStages local = LocalStages.open(pictures.folder())) {
      FakePaidOutpainter painter = new FakePaidOutpainter(local.outpainter().orElseThrow());
      StageBundle paid = new PaidOutpainting(painter);
      record(paid, local);
      int bought = painter.calls();
      assertThat(bought).isPositive();

      // region recorded-campaign
      try (FileResultStore folder = FileResultStore.openReadOnly(recordings)) {
        RecordedResults recorded = RecordedResults.of(folder);
        try (BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(paid).stages(local).resultStore(recorded).build()) {
          RunResult result = pipeline.run(CampaignBrief.of("a shoe on a beach"));
          assertThat(result.finalists()).hasSize(3);
          assertThat(recorded.answered()).hasSize(9);
        }
      }
      // endregion
      assertThat(painter.calls()).isEqualTo(bought);
      requireMiss(paid, local);
    }
  }

  private void record(StageBundle paid, LocalStages local) {
    try (FileResultStore folder = FileResultStore.open(recordings);
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(paid).stages(local).resultStore(folder).build()) {
      pipeline.run(CampaignBrief.of("a shoe on a beach"));
    }
  }

  private void requireMiss(StageBundle paid, LocalStages local) {
    try (FileResultStore folder = FileResultStore.openReadOnly(recordings);
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(paid).stages(local).resultStore(folder).build()) {
      assertThatExceptionOfType(ResultMissingException.class)
          .isThrownBy(() -> pipeline.run(CampaignBrief.of("a boot on a beach")));
    }
  }

  private record PaidOutpainting(FakePaidOutpainter painter) implements StageBundle {
    @Override
    public String name() {
      return "paid";
    }

    @Override
    public Optional<Outpainter> outpainter() {
      return Optional.of(painter);
    }
  }
}
