package org.brandimage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.brandimage.archive.PictureReference.Kind;
import org.brandimage.pipeline.SampleRun;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.CandidateRejected;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineEvent.RunWarning;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunJsonTest {
  private static final RunResult RESULT = SampleRun.result();

  private final RunJson json = RunJson.create();
  private final ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();

  record Reply(
      String state, RunResult result, List<Finalist> pictures, Map<String, Warning> notes) {}

  @Test
  void write_result_isWhatTheArchiveWritesButForTheListOfFiles(@TempDir Path folder)
      throws Exception {
    RunArchive.create().write(RESULT, folder);

    ObjectNode archived =
        (ObjectNode) mapper.readTree(Files.readString(folder.resolve("run.json")));
    assertThat(archived.remove("files")).hasSize(9);
    assertThat(mapper.readTree(json.write(RESULT))).isEqualTo(archived);
  }

  @Test
  void read_whatWasWritten_isTheSameResultWithItsPicturesByName() {
    RunResult read = json.read(json.write(RESULT));

    assertThat(read.runId()).isEqualTo(RESULT.runId());
    assertThat(read.candidates()).usingRecursiveComparison().isEqualTo(RESULT.candidates());
    assertThat(read.provenance()).usingRecursiveComparison().isEqualTo(RESULT.provenance());
    assertThat(read.brief()).usingRecursiveComparison().isEqualTo(RESULT.brief());
    assertThat(json.write(read)).isEqualTo(json.write(RESULT));
    Finalist first = read.finalists().get(0);
    assertThat(first.image().size()).isEqualTo(RESULT.finalists().get(0).image().size());
    assertThatThrownBy(() -> first.image().raster())
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("320x320-1.png")
        .hasMessageContaining("PictureResolver");
  }

  @Test
  void read_resolverGiven_isAskedForEveryPictureWithItsReference() {
    List<PictureReference> asked = new ArrayList<>();
    RunResult read =
        json.read(
            json.write(RESULT),
            reference -> {
              asked.add(reference);
              return RESULT.finalists().get(reference.place() - 1).image();
            });

    assertThat(asked).extracting(PictureReference::runId).containsOnly(RESULT.runId());
    assertThat(asked)
        .filteredOn(reference -> reference.kind() == Kind.IMAGE)
        .extracting(PictureReference::name)
        .containsExactly("320x320-1.png", "320x320-2.png", "320x320-3.png");
    assertThat(read.finalists().get(2).image()).isSameAs(RESULT.finalists().get(2).image());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "{}", "{\"format\":\"other\",\"version\":2}", "{\"a\":"})
  void read_notOneOfOurs_isRefused(String text) {
    assertThatThrownBy(() -> json.read(text)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void module_resultInsideAnotherValue_hasTheFormOfTheArchive() throws Exception {
    Reply reply =
        new Reply(
            "done", RESULT, RESULT.finalists(), Map.of("a", new Warning("what", "where", "do")));

    JsonNode tree = mapper.readTree(mapper.writeValueAsString(reply));

    assertThat(tree.get("result")).isEqualTo(mapper.readTree(json.write(RESULT)));
    assertThat(tree.at("/result/brief/prompt").textValue()).isEqualTo(RESULT.brief().prompt());
    assertThat(tree.at("/pictures/0/image").textValue()).isEqualTo("320x320-1.png");
    assertThat(tree.at("/notes/a/remedy").textValue()).isEqualTo("do");
    assertThat(mapper.valueToTree(reply).toString()).isEqualTo(tree.toString());
  }

  @Test
  void module_readsAResultBack() throws Exception {
    RunResult read = mapper.readValue(mapper.writeValueAsString(RESULT), RunResult.class);

    assertThat(json.write(read)).isEqualTo(json.write(RESULT));
    assertThatThrownBy(() -> mapper.readValue("{\"format\":1}", RunResult.class))
        .isInstanceOf(JsonMappingException.class);
  }

  @Test
  void module_events_areFlatAndNamed() throws Exception {
    RunRef run = new RunRef("r1", "order 7");

    assertThat(text(new StageProgress(run, StageId.OUTPAINT, 2, 9)))
        .isEqualTo(
            "{\"type\":\"stage-progress\",\"runId\":\"r1\",\"label\":\"order 7\","
                + "\"stage\":\"OUTPAINT\",\"done\":2,\"total\":9}");
    assertThat(text(new RunStarted(run, Duration.ofMillis(1500))))
        .contains("\"waited\":\"PT1.5S\"");
    assertThat(text(new CandidateRejected(run, "c1", List.of("halo: a rim"), List.of("halo"))))
        .contains("\"candidateId\":\"c1\",\"reasons\":[\"halo: a rim\"]");
    assertThat(text(new RunWarning(run, new Warning("a", "b", "c"))))
        .contains("\"warning\":{\"what\":\"a\",\"where\":\"b\",\"remedy\":\"c\"}");
    assertThat(text(new RunFinished(run, 3, Duration.ofSeconds(2), new Cost(1, 40_000))))
        .contains("\"type\":\"run-finished\"", "\"finalists\":3", "\"microUsd\":40000");
  }

  @Test
  void write_typeWithoutAForm_isRefused() {
    assertThatThrownBy(() -> ValueJson.create().write("text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("String");
  }

  private String text(PipelineEvent event) throws JsonProcessingException {
    return mapper.writeValueAsString(event);
  }
}
