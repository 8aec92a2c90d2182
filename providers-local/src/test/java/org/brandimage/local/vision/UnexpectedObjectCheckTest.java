package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts and what does not, with a network that sees one thing, always in the same place. */
class UnexpectedObjectCheckTest {
  private static final Size SIZE = new Size(300, 300);
  private static final int PERSON = 4;
  private static final int MUG = 12;

  /** In the lowest layer, its cell about in the middle of the picture: a box of some 30 pixels. */
  private static final int ANCHOR = (9 * 19 + 9) * 3;

  private static final Box THERE = new Box(135, 135, 30, 30);
  private static final Box ELSEWHERE = new Box(10, 200, 60, 80);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "A bottle on a table, FAIL",
    "A bottle on a table beside a woman, PASS",
    "A bottle for somebody womanly, FAIL"
  })
  void check_personBesideTheProduct_failsUnlessAskedFor(String caption, Outcome outcome)
      throws Exception {
    GuidelineResult result = check(PERSON, 0.9f, ELSEWHERE, caption, false);

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.number().orElseThrow() >= UnexpectedObjectCheck.THRESHOLD)
        .isEqualTo(outcome == Outcome.FAIL);
  }

  @ParameterizedTest
  @CsvSource({"0.29, PASS", "0.31, FAIL"})
  void check_person_countsFromTheThresholdOn(float score, Outcome outcome) throws Exception {
    assertThat(check(PERSON, score, ELSEWHERE, "A bottle", false).outcome()).isEqualTo(outcome);
  }

  @Test
  void check_personWhereTheProductIs_passes() throws Exception {
    assertThat(check(PERSON, 0.9f, THERE, "A doll", false).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void check_personInTheBackgroundBefore_passes() throws Exception {
    assertThat(check(PERSON, 0.9f, ELSEWHERE, "A bottle", true).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void check_thingOfAnotherKind_passes() throws Exception {
    assertThat(check(MUG, 0.9f, ELSEWHERE, "A bottle", false).outcome()).isEqualTo(Outcome.PASS);
  }

  private GuidelineResult check(
      int label, float score, Box product, String caption, boolean backgroundKnown)
      throws Exception {
    ImageSource picture = ImageSource.of(RasterImage.filled(SIZE, -1));
    CheckRequest.Builder request =
        CheckRequest.builder(
            new Candidate(
                "c",
                List.of(new Placement(0, 0, product.width(), product.height(), 0, product, 0))),
            picture,
            picture,
            ImageSource.of(RasterImage.filled(SIZE, 0)),
            Mask.of(SIZE, (x, y) -> product.contains(new Box(x, y, 1, 1))),
            Fixtures.duckScene(),
            Caption.builder(caption, "a bottle", "", "").build());
    if (backgroundKnown) {
      request.background(picture);
    }
    try (ObjectDetector detector =
        ObjectDetector.open(TinyModels.ssd(folder, ANCHOR, label, score))) {
      return UnexpectedObjectCheck.over(detector).check(request.build(), StageContext.standalone());
    }
  }
}
