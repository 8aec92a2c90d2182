package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.caption.CaptionRules;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

class PromptedCaptionerTest {
  private static final List<String> THINGS =
      List.of(
          "shoe",
          "teapot",
          "leather handbag",
          "desk lamp",
          "wrist watch",
          "rubber duck",
          "pepper mill",
          "rain coat",
          "garden chair",
          "water bottle");
  private static final List<String> PLACES =
      List.of(
          "beach",
          "kitchen",
          "urban street",
          "forest path",
          "rooftop",
          "library",
          "market",
          "snowy field",
          "train platform",
          "studio");
  private static final List<UnaryOperator<String>> OFFENCES =
      List.of(
          text -> text + " There are no people.",
          text -> "Create a picture. " + text,
          text -> text.replaceFirst("A photograph", "Please make a photograph"),
          text -> text + " It was never seen without a crowd.",
          text -> text + " " + "The slabs are pale and very old, as old as the town. ".repeat(40),
          text -> text.replaceFirst(" on pale stone slabs", ""),
          text -> text.replaceFirst(" of a [^,]*? on pale", " of a thing on pale"),
          text -> text + " A crowd walks by.",
          text -> "");

  @Test
  void caption_hundredBriefsWithEveryThirdBroken_allObeyEveryRule() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    List<String> broken = new ArrayList<>();
    PromptedCaptioner captioner =
        PromptedCaptioner.create(
            new FakeLanguageModel(
                request -> {
                  ObjectNode reply = Replies.caption(request, "");
                  int call = calls.incrementAndGet();
                  if (call % 3 == 0) {
                    reply = spoilt(reply, OFFENCES.get(call / 3 % OFFENCES.size()));
                    broken.add(reply.get("text").asText());
                  }
                  return reply.toString();
                }));
    BrandKit brand = BrandKit.builder("b").forbiddenElements(List.of("crowd", "logo")).build();
    for (int i = 0; i < 100; i++) {
      Scene scene = scene(THINGS.get(i / 10), PLACES.get(i % 10));
      CaptionRequest request = new CaptionRequest(scene, brand, List.of());
      Caption caption = captioner.caption(request, TestContexts.active(i));

      String text = caption.text().toLowerCase(Locale.ROOT);
      assertThat(CaptionRules.violations(caption)).as(caption.text()).isEmpty();
      assertThat(caption.text().length()).isLessThanOrEqualTo(1024);
      assertThat(text).contains(THINGS.get(i / 10)).doesNotContain("crowd");
      assertThat(caption.negativeText()).contains("crowd").contains("logo");
    }
    assertThat(broken).hasSizeGreaterThanOrEqualTo(33);
  }

  @Test
  void caption_everyOffenceTwice_stillObeysEveryRule() throws InterruptedException {
    for (UnaryOperator<String> offence : OFFENCES) {
      PromptedCaptioner captioner =
          PromptedCaptioner.create(
              new FakeLanguageModel(
                  request -> spoilt(Replies.caption(request, ""), offence).toString()));
      BrandKit brand = BrandKit.builder("b").forbiddenElements(List.of("crowd")).build();
      CaptionRequest request = new CaptionRequest(scene("shoe", "beach"), brand, List.of());
      try {
        Caption caption = captioner.caption(request, TestContexts.active(1));
        assertThat(CaptionRules.violations(caption)).isEmpty();
        assertThat(caption.text()).contains("shoe").doesNotContain("crowd");
      } catch (MalformedReplyException e) {
        assertThat(offence.apply("x")).as("only an empty text gives no caption").isEmpty();
      }
    }
  }

  @Test
  void caption_negationInASentenceOfItsOwn_isMendedWithoutAnotherCall()
      throws InterruptedException {
    FakeLanguageModel model =
        new FakeLanguageModel(
            request -> Replies.caption(request, " There are no people around.").toString());

    Caption caption =
        PromptedCaptioner.create(model).caption(request(List.of()), TestContexts.active(1));

    assertThat(model.calls()).isEqualTo(1);
    assertThat(caption.text()).doesNotContain("people").contains("soft shadow to the left");
  }

  @Test
  void caption_productNotNamed_isAskedAgainOnceWithTheReason() throws InterruptedException {
    List<LanguageRequest> requests = new ArrayList<>();
    PromptedCaptioner captioner =
        PromptedCaptioner.create(
            new FakeLanguageModel(
                request -> {
                  requests.add(request);
                  ObjectNode reply = Replies.caption(request, "");
                  return (requests.size() == 1
                          ? spoilt(reply, text -> text.replace("rubber duck", "toy"))
                          : reply)
                      .toString();
                }));

    Caption caption = captioner.caption(request(List.of("warmer light")), TestContexts.active(1));

    assertThat(requests).hasSize(2);
    assertThat(Replies.text(requests.get(1), "what was wrong with your first reply"))
        .contains("does not name every product");
    assertThat(Replies.items(requests.get(0), "wishes")).containsExactly("warmer light");
    assertThat(caption.text()).contains("rubber duck");
  }

  @Test
  void caption_noJsonTwice_failsAsMalformed() {
    PromptedCaptioner captioner =
        PromptedCaptioner.create(new FakeLanguageModel(request -> "sorry"));

    assertThatThrownBy(() -> captioner.caption(request(List.of()), TestContexts.active(1)))
        .isInstanceOf(MalformedReplyException.class);
  }

  private static CaptionRequest request(List<String> notes) {
    return new CaptionRequest(Fixtures.duckScene(), BrandKit.neutral(), notes);
  }

  private static ObjectNode spoilt(ObjectNode reply, UnaryOperator<String> offence) {
    return reply.put("text", offence.apply(reply.get("text").asText()));
  }

  private static Scene scene(String thing, String place) {
    Selection product =
        new Selection(Fixtures.entity(EntityKind.PRODUCT, thing), Fixtures.library().get(0));
    return Scene.builder("scene-1", List.of(product))
        .setting(new Entity(EntityKind.BACKGROUND, place, "a " + place))
        .build();
  }
}
