package org.brandimage.pipeline.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.brandimage.imaging.restore.Fidelity;
import org.brandimage.imaging.restore.RestoreReport;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;

class ResultValuesTest {
  private static final RestoreReport PERFECT =
      new RestoreReport(Fidelity.PERFECT, Fidelity.PERFECT);

  private final Caption caption =
      Caption.builder("A duck on a beach.", "a duck", "sand", "a beach").build();
  private final ImageSource image =
      ImageSource.of(RasterImage.filled(new Size(320, 320), 0xFF808080));
  private final CandidateRecord candidate =
      CandidateRecord.builder("c1", "s1", new CanvasSize(320, 320), Fate.FINALIST).build();

  @Test
  void finalist_providedNotSet_isTheFinishedPicture() {
    Finalist finalist = Finalist.builder(1, candidate, caption, image, image, PERFECT).build();

    assertThat(finalist.provided()).isSameAs(image);
    assertThat(finalist.id()).isEqualTo("c1");
    assertThat(finalist).hasToString("Finalist[320x320 1 c1]");
  }

  @Test
  void finalist_placeBelowOne_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Finalist.builder(0, candidate, caption, image, image, PERFECT))
        .withMessageContaining("0");
  }

  @Test
  void candidate_listChangedAfterwards_staysAsItWas() {
    List<String> reasons = new ArrayList<>(List.of("too dark"));
    CandidateRecord rejected =
        CandidateRecord.builder("c2", "s1", new CanvasSize(320, 320), Fate.REJECTED)
            .reasons(reasons)
            .build();

    reasons.clear();

    assertThat(rejected.reasons()).containsExactly("too dark");
  }

  @Test
  void round_sameValues_isEqualAndOtherIsNot() {
    RoundRecord.Builder round =
        RoundRecord.builder(1)
            .scenes(List.of("s1"))
            .candidates(9)
            .outpainted(4)
            .passed(3)
            .failures(Map.of("halo", 1))
            .cost(new Cost(4, 0));
    RoundRecord first = round.build();

    assertThat(round.build()).isEqualTo(first).hasSameHashCodeAs(first);
    assertThat(round.passed(2).build()).isNotEqualTo(first);
  }

  @Test
  void history_sameRounds_isEqualAndUnknownIsNot() {
    RunHistory.Builder history =
        RunHistory.builder().rounds(List.of(RoundRecord.builder(1).build())).ending("enough");

    assertThat(history.build()).isEqualTo(history.build()).isNotEqualTo(RunHistory.UNKNOWN);
    assertThat(RunHistory.builder().build()).isEqualTo(RunHistory.UNKNOWN);
  }
}
