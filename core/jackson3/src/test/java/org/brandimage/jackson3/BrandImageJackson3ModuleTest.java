package org.brandimage.jackson3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.brandimage.archive.RunJson;
import org.brandimage.archive.ValueJson;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.StageId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BrandImageJackson3ModuleTest {
  private static final RunResult RESULT =
      RunResult.builder(
              "run-1",
              CampaignBrief.builder("a mug on a table").label("4711").build(),
              Provenance.builder("1", Instant.EPOCH, "a mug on a table").seed(7).build())
          .candidates(
              List.of(
                  CandidateRecord.builder("c1", "scene-1", new CanvasSize(64, 64), Fate.REJECTED)
                      .reasons(List.of("no-halo: a rim"))
                      .build()))
          .warnings(List.of(new Warning("what", "where", "do")))
          .build();

  private final JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();

  record Reply(String state, RunResult result, Map<String, PipelineEvent> events) {}

  @Test
  void write_resultInsideAnotherValue_hasTheFormOfRunJson() {
    PipelineEvent event = new StageProgress(new RunRef("r", "l"), StageId.JUDGE, 1, 2);
    Reply reply = new Reply("done", RESULT, Map.of("last", event));

    JsonNode tree = mapper.readTree(mapper.writeValueAsString(reply));

    assertThat(tree.get("result")).isEqualTo(mapper.readTree(RunJson.create().write(RESULT)));
    assertThat(tree.get("events").get("last"))
        .isEqualTo(mapper.readTree(ValueJson.create().write(event)));
    assertThat(tree.at("/result/brief/label").stringValue()).isEqualTo("4711");
    assertThat(mapper.valueToTree(reply).toString()).isEqualTo(tree.toString());
  }

  @Test
  void read_whatWasWritten_isTheSameResult() {
    RunResult read = mapper.readValue(mapper.writeValueAsString(RESULT), RunResult.class);

    assertThat(read).usingRecursiveComparison().isEqualTo(RESULT);
  }

  @Test
  void read_otherJson_isRefused() {
    assertThatThrownBy(() -> mapper.readValue("{\"format\":\"other\"}", RunResult.class))
        .isInstanceOf(DatabindException.class)
        .hasMessageContaining("run.json");
  }
}
