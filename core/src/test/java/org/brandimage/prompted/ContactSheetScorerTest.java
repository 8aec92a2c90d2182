package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

class ContactSheetScorerTest {
  @Test
  void score_fivePictures_areOneSheetInReadingOrder() throws InterruptedException {
    LanguageRequest[] seen = new LanguageRequest[1];
    FakeLanguageModel model =
        new FakeLanguageModel(
            request -> {
              seen[0] = request;
              return reply(3, 1, 2, 5, 4);
            });

    ContactSheetScorer.Scores scores =
        ContactSheetScorer.create(model).score(request(5), TestContexts.active(1));

    assertThat(scores.values()).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
    assertThat(model.calls()).isEqualTo(1);
    RasterImage sheet = seen[0].images().get(0).raster();
    assertThat(seen[0].images()).hasSize(1);
    assertThat(sheet.size()).isEqualTo(new Size(8 + 3 * 108, 8 + 2 * 58));
    assertThat(sheet.argb(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(sheet.argb(58, 30)).isEqualTo(0xFF000010);
    assertThat(sheet.argb(58 + 108, 30)).isEqualTo(0xFF000020);
    assertThat(sheet.argb(58, 30 + 58)).isEqualTo(0xFF000040);
    assertThat(sheet.argb(58 + 216, 30 + 58)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void score_pictureScoredTwice_failsAsMalformed() {
    ContactSheetScorer scorer =
        ContactSheetScorer.create(new FakeLanguageModel(request -> reply(1, 2, 2)));

    assertThatThrownBy(() -> scorer.score(request(3), TestContexts.active(1)))
        .isInstanceOf(MalformedReplyException.class)
        .hasMessageContaining("once each");
  }

  private static ContactSheetScorer.Request request(int count) {
    List<ImageSource> pictures =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> RasterImage.filled(new Size(100, 50), 0xFF000000 + i * 16))
            .map(ImageSource::of)
            .toList();
    return new ContactSheetScorer.Request(pictures, Fixtures.caption());
  }

  private static String reply(int... numbers) {
    StringBuilder json = new StringBuilder("{\"sketches\":[");
    for (int i = 0; i < numbers.length; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"number\":" + numbers[i] + ",\"reason\":\"r\",\"score\":" + numbers[i] + "}");
    }
    return json.append("]}").toString();
  }
}
