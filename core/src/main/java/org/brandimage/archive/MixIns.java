package org.brandimage.archive;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import org.brandimage.imaging.restore.Fidelity;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.refine.Refinement;

/**
 * How the values that have builders stand in {@code run.json}: with their fields, in the order
 * given here. A mix-in lends its annotations to a value, and its inner one to the value's builder;
 * the arguments of its constructor are those of the builder's.
 */
final class MixIns {
  private MixIns() {}

  static JsonMapper.Builder addTo(JsonMapper.Builder mapper) {
    return mapper
        .addMixIn(Fidelity.class, FidelityForm.class)
        .addMixIn(Caption.class, CaptionForm.class)
        .addMixIn(Caption.Builder.class, CaptionForm.Building.class)
        .addMixIn(CallRecord.class, CallRecordForm.class)
        .addMixIn(CallRecord.Builder.class, CallRecordForm.Building.class)
        .addMixIn(GuidelineResult.class, GuidelineResultForm.class)
        .addMixIn(GuidelineResult.Builder.class, GuidelineResultForm.Building.class)
        .addMixIn(CandidateRecord.class, CandidateRecordForm.class)
        .addMixIn(CandidateRecord.Builder.class, CandidateRecordForm.Building.class)
        .addMixIn(SceneRecord.class, SceneRecordForm.class)
        .addMixIn(SceneRecord.Builder.class, SceneRecordForm.Building.class)
        .addMixIn(RoundRecord.class, RoundRecordForm.class)
        .addMixIn(RoundRecord.Builder.class, RoundRecordForm.Building.class)
        .addMixIn(RunHistory.class, RunHistoryForm.class)
        .addMixIn(RunHistory.Builder.class, RunHistoryForm.Building.class)
        .addMixIn(Provenance.class, ProvenanceForm.class)
        .addMixIn(Provenance.Builder.class, ProvenanceForm.Building.class)
        .addMixIn(Refinement.class, RefinementForm.class);
  }

  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonPropertyOrder({"maxDifference", "meanDifference", "leak", "growth", "halo", "colourShift"})
  abstract static class FidelityForm {
    @JsonCreator
    FidelityForm(
        @JsonProperty("maxDifference") double maxDifference,
        @JsonProperty("meanDifference") double meanDifference,
        @JsonProperty("leak") double leak,
        @JsonProperty("growth") double growth,
        @JsonProperty("halo") double halo,
        @JsonProperty("colourShift") double colourShift) {}
  }

  @JsonDeserialize(builder = Caption.Builder.class)
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonPropertyOrder({
    "text",
    "subject",
    "reference",
    "environment",
    "position",
    "lighting",
    "camera",
    "style",
    "negativeText"
  })
  interface CaptionForm {
    @JsonPOJOBuilder(withPrefix = "")
    abstract class Building {
      @JsonCreator
      Building(
          @JsonProperty("text") String text,
          @JsonProperty("subject") String subject,
          @JsonProperty("reference") String reference,
          @JsonProperty("environment") String environment) {}
    }
  }

  @JsonDeserialize(builder = CallRecord.Builder.class)
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonPropertyOrder({
    "provider",
    "model",
    "promptVersion",
    "parameters",
    "usage",
    "cost",
    "elapsed",
    "attempts",
    "requestId",
    "reused"
  })
  interface CallRecordForm {
    @JsonPOJOBuilder(withPrefix = "")
    abstract class Building {
      @JsonCreator
      Building(@JsonProperty("provider") String provider, @JsonProperty("model") String model) {}
    }
  }

  @JsonDeserialize(builder = GuidelineResult.Builder.class)
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({
    "guidelineId",
    "outcome",
    "source",
    "reason",
    "number",
    "threshold",
    "hint",
    "cause"
  })
  interface GuidelineResultForm {
    @JsonPOJOBuilder(withPrefix = "")
    abstract class Building {
      @JsonCreator
      Building(
          @JsonProperty("guidelineId") String guidelineId,
          @JsonProperty("outcome") Outcome outcome,
          @JsonProperty("source") String source,
          @JsonProperty("reason") String reason) {}
    }
  }

  @JsonDeserialize(builder = CandidateRecord.Builder.class)
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({
    "id",
    "sceneId",
    "canvas",
    "fate",
    "placements",
    "results",
    "reasons",
    "score",
    "features",
    "backgroundCrop"
  })
  interface CandidateRecordForm {
    @JsonPOJOBuilder(withPrefix = "")
    abstract class Building {
      @JsonCreator
      Building(
          @JsonProperty("id") String id,
          @JsonProperty("sceneId") String sceneId,
          @JsonProperty("canvas") CanvasSize canvas,
          @JsonProperty("fate") Fate fate) {}
    }
  }

  @JsonDeserialize(builder = SceneRecord.Builder.class)
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonPropertyOrder({"id", "products", "setting", "themes", "caption"})
  interface SceneRecordForm {
    @JsonPOJOBuilder(withPrefix = "")
    abstract class Building {
      @JsonCreator
      Building(@JsonProperty("id") String id, @JsonProperty("caption") Caption caption) {}
    }
  }

  @JsonDeserialize(builder = RoundRecord.Builder.class)
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonPropertyOrder({
    "number",
    "change",
    "scenes",
    "candidates",
    "outpainted",
    "passed",
    "failures",
    "cost",
    "spared"
  })
  interface RoundRecordForm {
    @JsonPOJOBuilder(withPrefix = "")
    abstract class Building {
      @JsonCreator
      Building(@JsonProperty("number") int number) {}
    }
  }

  @JsonDeserialize(builder = RunHistory.Builder.class)
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonPropertyOrder({"previousRunId", "feedback", "refinement", "rounds", "ending"})
  interface RunHistoryForm {
    @JsonPOJOBuilder(withPrefix = "")
    abstract class Building {
      @JsonCreator
      Building() {}
    }
  }

  @JsonDeserialize(builder = Provenance.Builder.class)
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonPropertyOrder({
    "libraryVersion",
    "startedAt",
    "waited",
    "elapsed",
    "prompt",
    "seed",
    "stages",
    "timings",
    "work",
    "calls",
    "cost",
    "reused",
    "plans",
    "policy",
    "history"
  })
  interface ProvenanceForm {
    @JsonPOJOBuilder(withPrefix = "")
    abstract class Building {
      @JsonCreator
      Building(
          @JsonProperty("libraryVersion") String libraryVersion,
          @JsonProperty("startedAt") Instant startedAt,
          @JsonProperty("prompt") String prompt) {}
    }
  }

  /** Whether it is empty is no field of a refinement. */
  @JsonIgnoreProperties("empty")
  interface RefinementForm {}
}
