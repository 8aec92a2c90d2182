package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.brandimage.scene.ClassicalSceneReader;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneRequest;
import org.brandimage.spi.scene.ShareGrid;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptedSceneReaderTest {
  private static final String ANSWER = "a model's answer";
  private static final SceneRequest REQUEST =
      SceneRequest.of(
          "table",
          ImageSource.of(TestPictures.landscape(new Size(160, 120), 0xFF80B8F0, 0xFFE8D8A0)));
  private static final List<List<Point>> CORNER =
      List.of(List.of(new Point(0, 0), new Point(0.5, 0), new Point(0.5, 0.5), new Point(0, 0.5)));

  @Test
  void read_answers_standInTheMapWithTheirSource() throws InterruptedException {
    SceneMap map = read(REQUEST, reply -> {});

    assertThat(map.ground().sample(0.5, 0.75)).isGreaterThan(0.9f);
    assertThat(map.ground().sample(0.5, 0.25)).isZero();
    assertThat(map.horizon()).hasValue(0.3);
    assertThat(map.frameWidth().orElseThrow().centimetres()).isEqualTo(90);
    assertThat(map.frameWidth().orElseThrow().error()).isGreaterThan(2);
    assertThat(map.light()).contains("left");
    assertThat(map.usable()).isTrue();
    assertThat(map.confidence()).isEqualTo(0.8);
    assertThat(map.sources())
        .containsEntry("ground", ANSWER)
        .containsEntry("horizon", ANSWER)
        .containsEntry("frameWidth", ANSWER)
        .containsEntry("light", ANSWER)
        .doesNotContainValue("library");
  }

  @Test
  void read_whatTheModelCannotTell_isReadByTheOtherReader() throws InterruptedException {
    SceneMap map =
        read(
            REQUEST,
            reply -> {
              reply.putObject("horizon").put("known", false).put("y", 0);
              reply.putObject("width").put("reason", "").put("known", false).put("cm", 0);
              reply.put("light", "unknown");
            });
    SceneMap without = new ClassicalSceneReader().read(REQUEST, TestContexts.active(1));

    assertThat(map.sources()).containsEntry("ground", ANSWER);
    assertThat(map.horizon()).isEqualTo(without.horizon());
    assertThat(map.light()).isEqualTo(without.light());
    for (String part : List.of("horizon", "frameWidth", "light")) {
      assertThat(map.sources().get(part)).isEqualTo(without.sources().get(part));
    }
  }

  @Test
  void read_unusable_isRefusedByTheModelNotByTheLibrary() throws InterruptedException {
    SceneMap map =
        read(
            REQUEST,
            reply -> {
              reply.put("usable", false);
              reply.putArray("ground");
            });

    assertThat(map.usable()).isFalse();
    assertThat(map.reason()).contains("model").doesNotContain("library");
    assertThat(map.sources()).containsEntry("usable", ANSWER);
  }

  @Test
  void read_whatAPersonSaid_winsOverEachAnswer() throws InterruptedException {
    SceneFacts said = SceneFacts.builder().ground(CORNER).widthCm(77).build();
    SceneMap map = read(REQUEST.withFacts(said), reply -> reply.put("usable", false));

    assertThat(map.usable()).isTrue();
    assertThat(map.ground().sample(0.25, 0.25)).isGreaterThan(0.9f);
    assertThat(map.ground().sample(0.5, 0.75)).isZero();
    assertThat(map.confidence()).isEqualTo(1);
    assertThat(map.frameWidth().orElseThrow().centimetres()).isEqualTo(77);
    assertThat(map.frameWidth().orElseThrow().error()).isEqualTo(1);
    assertThat(map.sources())
        .containsEntry("ground", "library")
        .containsEntry("frameWidth", "library")
        .containsEntry("horizon", ANSWER)
        .containsEntry("light", ANSWER);
  }

  @Test
  void read_usableByAPerson_isNotRefused() throws InterruptedException {
    SceneFacts said = SceneFacts.builder().usable(true).build();
    SceneMap map = read(REQUEST.withFacts(said), reply -> reply.put("usable", false));

    assertThat(map.usable()).isTrue();
    assertThat(map.sources()).containsEntry("usable", "library");
  }

  @Test
  void read_everythingSaidOrRefused_asksNothing() throws InterruptedException {
    FakeLanguageModel model = new FakeLanguageModel(Replies::sensible);
    PromptedSceneReader reader = PromptedSceneReader.create(model);
    SceneFacts all =
        SceneFacts.builder().ground(CORNER).horizon(0.1).widthCm(77).light("back").build();
    for (SceneFacts facts : List.of(all, SceneFacts.builder().usable(false).build())) {
      SceneRequest request = REQUEST.withFacts(facts);
      SceneMap map = reader.read(request, TestContexts.active(1));

      assertThat(map.sources()).doesNotContainValue(ANSWER);
      assertThat(reader.estimate(request)).isEqualTo(Cost.NONE);
    }

    assertThat(model.calls()).isZero();
    assertThat(reader.estimate(REQUEST).units()).isEqualTo(2);
  }

  @Test
  void read_request_holdsThePhotoAndTheDescriptionAsData() throws InterruptedException {
    List<LanguageRequest> requests = new ArrayList<>();
    PromptedSceneReader.create(
            new FakeLanguageModel(
                request -> {
                  requests.add(request);
                  return Replies.sensible(request);
                }))
        .read(REQUEST.withDescription("a wide beach"), TestContexts.active(1));

    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).images()).containsExactly(REQUEST.photo());
    assertThat(Replies.text(requests.get(0), "what its owner wrote")).isEqualTo("a wide beach");
    assertThat(Replies.text(requests.get(0), "size of the photo")).isEqualTo("160 x 120 pixels");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no ground | {'ground':[]} | covers nothing",
        "a line | {'ground':[{'points':[{'x':0,'y':0},{'x':1,'y':1},{'x':0,'y':0}]}]} | covers",
        "in the sky | {'horizon':{'known':true,'y':1.5}} | above the horizon",
        "no width | {'width':{'reason':'','known':true,'cm':0}} | centimetres",
        "two points | {'ground':[{'points':[{'x':0,'y':0},{'x':1,'y':1}]}]} | minItems",
        "in pixels | {'ground':[{'points':[{'x':0,'y':0},{'x':160,'y':0},{'x':9,'y':9}]}]} | maximum",
        "far horizon | {'horizon':{'known':true,'y':7}} | maximum",
        "a text | {'usable':'true'} | type",
        "another light | {'light':'from the left'} | enum",
        "a key more | {'note':'zqx'} | note",
      })
  void read_wrongReply_isAskedForOnceMoreWithTheReason(String what, String part, String reason)
      throws Exception {
    ObjectNode change = (ObjectNode) Replies.JSON.readTree(part.replace('\'', '"'));
    List<LanguageRequest> requests = new ArrayList<>();
    FakeLanguageModel mending =
        new FakeLanguageModel(
            request -> {
              requests.add(request);
              ObjectNode reply = Replies.scene();
              return (requests.size() == 1 ? reply.setAll(change) : reply).toString();
            });
    SceneMap map = PromptedSceneReader.create(mending).read(REQUEST, TestContexts.active(1));

    assertThat(map.sources()).as(what).containsEntry("ground", ANSWER);
    assertThat(requests).hasSize(2);
    assertThat(Replies.text(requests.get(1), "what was wrong with your first reply"))
        .contains(reason)
        .doesNotContain("zqx");
  }

  @Test
  void read_wrongReplyTwice_failsAsMalformed() {
    for (String reply : List.of("", "[]", "{}", "nonsense", "{\"usable\":true}")) {
      FakeLanguageModel model = new FakeLanguageModel(request -> reply);

      assertThatExceptionOfType(MalformedReplyException.class)
          .as(reply)
          .isThrownBy(
              () -> PromptedSceneReader.create(model).read(REQUEST, TestContexts.active(1)));
      assertThat(model.calls()).isEqualTo(2);
    }
  }

  @Test
  void read_horizonAboveThePhoto_isTaken() throws InterruptedException {
    SceneMap map =
        read(REQUEST, reply -> reply.putObject("horizon").put("known", true).put("y", -1.5));

    assertThat(map.horizon()).hasValue(-1.5);
  }

  @Test
  void read_severalPolygons_areAllGround() throws InterruptedException {
    SceneMap map =
        read(
            REQUEST,
            reply -> {
              ArrayNode points = ((ArrayNode) reply.get("ground")).addObject().putArray("points");
              points.addObject().put("x", 0).put("y", 0);
              points.addObject().put("x", 0.3).put("y", 0);
              points.addObject().put("x", 0).put("y", 0.4);
            });

    assertThat(map.ground().sample(0.05, 0.05)).isGreaterThan(0.9f);
    assertThat(map.ground().sample(0.5, 0.75)).isGreaterThan(0.9f);
    assertThat(map.ground().sample(0.6, 0.25)).isZero();
  }

  @Test
  void create_otherReaderWithAPrice_isRefused() {
    FakeLanguageModel model = new FakeLanguageModel(Replies::sensible);
    PromptedSceneReader priced = PromptedSceneReader.create(model);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PromptedSceneReader.create(model, Prompt.bundled("scene"), priced))
        .withMessageContaining("base");
  }

  @Test
  void identity_anotherPromptOrReader_isAnother() {
    FakeLanguageModel model = new FakeLanguageModel(Replies::sensible);
    Prompt prompt = Prompt.bundled("scene");
    PromptedSceneReader usual = PromptedSceneReader.create(model);
    PromptedSceneReader same =
        PromptedSceneReader.create(model, prompt, new ClassicalSceneReader());
    PromptedSceneReader words =
        PromptedSceneReader.create(
            model, prompt.withInstructions("Measure."), new ClassicalSceneReader());
    PromptedSceneReader other =
        PromptedSceneReader.create(model, prompt, (request, context) -> blank(request));

    assertThat(same.identity()).isEqualTo(usual.identity());
    assertThat(words.identity()).isNotEqualTo(usual.identity());
    assertThat(other.identity()).isNotEqualTo(usual.identity());
    assertThat(usual).hasToString(usual.identity().toString());
  }

  private static SceneMap blank(SceneRequest request) {
    return SceneMap.builder(request.photo().size(), ShareGrid.filled(new Size(1, 1), 0)).build();
  }

  private static SceneMap read(SceneRequest request, Consumer<ObjectNode> change)
      throws InterruptedException {
    FakeLanguageModel model =
        new FakeLanguageModel(
            any -> {
              ObjectNode reply = Replies.scene();
              change.accept(reply);
              return reply.toString();
            });
    return PromptedSceneReader.create(model).read(request, TestContexts.active(1));
  }
}
