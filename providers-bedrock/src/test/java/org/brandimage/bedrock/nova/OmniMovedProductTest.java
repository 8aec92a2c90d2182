package org.brandimage.bedrock.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.brandimage.bedrock.gateway.Reply;
import org.brandimage.bedrock.gateway.Requests;
import org.brandimage.bedrock.gateway.Seen;
import org.brandimage.bedrock.gateway.ServiceAnswers;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.quality.ProductNotDuplicatedCheck;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.testkit.fake.Compositions;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

/** Core's duplicate check of a product that Nova 2 Omni, which takes no mask, has moved. */
class OmniMovedProductTest {
  private static final int AWAY = Requests.CANVAS.width() / 3;

  @Test
  void picture_productWhereItWasPlaced_passes() throws Exception {
    assertThat(answered(0).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void picture_productFoundElsewhere_isADuplicate() throws Exception {
    GuidelineResult result = answered(AWAY);
    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.reason()).contains("looks like the product");
  }

  /** The service answers with the picture it was sent, rolled to the right. */
  private static GuidelineResult answered(int right) throws Exception {
    try (TestBedrock server = TestBedrock.start(request -> rolled(request, right))) {
      TestContext context = TestContexts.active();
      ImageSource picture =
          NovaOmniOutpainter.create(server.gateway(), NovaOmniOutpainter.NOVA_2_OMNI)
              .outpaint(Requests.outpaint(1), context)
              .images()
              .get(0)
              .image();
      return ProductNotDuplicatedCheck.create()
          .check(Compositions.check(picture.raster()).build(), context);
    }
  }

  private static Reply rolled(Seen request, int right) {
    String sent =
        request.body().path("messages").path(0).path("content").findValue("bytes").asText();
    byte[] bytes = java.util.Base64.getDecoder().decode(sent);
    RasterImage picture =
        ImageDecoder.create().decode(EncodedImage.of(EncodedImage.Format.PNG, bytes), "sent");
    int width = picture.width();
    String png =
        ServiceAnswers.png(
            picture.size(), (x, y) -> picture.argb(Math.floorMod(x - right, width), y));
    return ServiceAnswers.converse(
        "end_turn", "{\"image\": {\"format\": \"png\", \"source\": {\"bytes\": \"" + png + "\"}}}");
  }
}
