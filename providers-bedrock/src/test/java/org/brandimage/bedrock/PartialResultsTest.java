package org.brandimage.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.brandimage.bedrock.canvas.NovaCanvasOutpainter;
import org.brandimage.bedrock.gateway.Reply;
import org.brandimage.bedrock.gateway.Requests;
import org.brandimage.bedrock.gateway.Seen;
import org.brandimage.bedrock.gateway.ServiceAnswers;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.bedrock.nova.NovaOmniOutpainter;
import org.brandimage.bedrock.stability.StabilityOutpainter;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fewer pictures than asked for are ordinary: what came is used, the rest is said. */
class PartialResultsTest {
  @Test
  void canvas_someBlocked_givesTheOthersAndBillsThem() throws Exception {
    TestContext context = TestContexts.active();
    Outpainting outpainting =
        canvas(
            request -> {
              var reply =
                  (com.fasterxml.jackson.databind.node.ObjectNode)
                      TestBedrock.parse(ServiceAnswers.of(request).body());
              ((com.fasterxml.jackson.databind.node.ArrayNode) reply.path("images")).remove(0);
              reply.put(
                  "error",
                  "Some of the generated images have been blocked by our content filters.");
              return Reply.json(reply.toString());
            },
            context);
    assertThat(outpainting.images()).hasSize(2);
    assertThat(outpainting.rejections())
        .singleElement()
        .extracting(OutpaintRejection::index, OutpaintRejection::category)
        .containsExactly(2, "output image");
    assertThat(context.costs().spent()).isEqualTo(new Cost(2, 80_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"images\": [], \"error\": \"All of the generated images have been blocked by our content"
            + " filters.\"}",
        "{\"status\": \"Request Moderated\", \"details\": {\"Moderation Reasons\": [\"x\"]}}"
      })
  void canvas_allBlocked_areRejectionsWithTheirCategory(String reply) throws Exception {
    Outpainting outpainting = canvas(request -> Reply.json(reply), TestContexts.active());
    assertThat(outpainting.images()).isEmpty();
    assertThat(outpainting.rejections())
        .hasSize(3)
        .allMatch(rejection -> rejection.category().equals("output image"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"images\": []}",
        "{}",
        "{\"images\": [\"%%%\"]}",
        "{\"images\": [\"aGVsbG8gd29ybGQ=\"]}",
        "{\"images\": [7]}"
      })
  void canvas_replyWithoutUsablePictures_isMalformedAndBilled(String reply) {
    TestContext context = TestContexts.active();
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> canvas(request -> Reply.json(reply), context));
    assertThat(context.costs().spent().units()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompt", "output image", "input image"})
  void stability_blockedOne_isARejectionBesideTheOthers(String category) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Outpainting outpainting =
        stability(
            request ->
                calls.incrementAndGet() == 2
                    ? Reply.json("{\"finish_reasons\": [\"Filter reason: " + category + "\"]}")
                    : ServiceAnswers.of(request));
    assertThat(outpainting.images()).hasSize(2);
    assertThat(outpainting.rejections())
        .singleElement()
        .extracting(OutpaintRejection::index, OutpaintRejection::category)
        .containsExactly(1, category);
  }

  @Test
  void stability_failureAfterAPicture_keepsThePicture() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Outpainting outpainting =
        stability(
            request -> calls.incrementAndGet() == 1 ? ServiceAnswers.of(request) : Reply.dropped());
    assertThat(outpainting.images()).hasSize(1);
    assertThat(outpainting.rejections())
        .extracting(OutpaintRejection::category)
        .containsExactly("UnknownOutcome", "UnknownOutcome");
    assertThat(calls).hasValue(2);
  }

  @Test
  void stability_inferenceError_isMalformedNotContent() {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(
            () -> stability(request -> Reply.json("{\"finish_reasons\": [\"Inference error\"]}")));
  }

  @Test
  void omni_answerInWords_isARejection() throws Exception {
    try (TestBedrock server =
        TestBedrock.start(
            request -> ServiceAnswers.converse("end_turn", "{\"text\": \"I cannot.\"}"))) {
      Outpainting outpainting =
          NovaOmniOutpainter.create(server.gateway(), NovaOmniOutpainter.NOVA_2_OMNI)
              .outpaint(Requests.outpaint(1), TestContexts.active());
      assertThat(outpainting.rejections())
          .singleElement()
          .extracting(OutpaintRejection::category)
          .isEqualTo("no picture");
    }
  }

  @Test
  void omni_filtered_isContentRejected() {
    try (TestBedrock server =
        TestBedrock.start(request -> ServiceAnswers.converse("content_filtered"))) {
      assertThatExceptionOfType(ContentRejectedException.class)
          .isThrownBy(
              () ->
                  NovaOmniOutpainter.create(server.gateway(), NovaOmniOutpainter.NOVA_2_OMNI)
                      .outpaint(Requests.outpaint(1), TestContexts.active()));
    }
  }

  private static Outpainting canvas(Function<Seen, Reply> script, TestContext context)
      throws InterruptedException {
    try (TestBedrock server = TestBedrock.start(script)) {
      return NovaCanvasOutpainter.create(server.gateway()).outpaint(Requests.outpaint(3), context);
    }
  }

  private static Outpainting stability(Function<Seen, Reply> script) throws InterruptedException {
    try (TestBedrock server = TestBedrock.start(script)) {
      return StabilityOutpainter.create(server.gateway())
          .outpaint(Requests.outpaint(3), TestContexts.active());
    }
  }
}
