package org.brandimage.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.brandimage.pipeline.RunProgress;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.judge.GuidelineResult;

/**
 * The values a web layer sends, as JSON: results and all that is in them, events and progress. A
 * result and its parts have the form they have in {@code run.json}; an event and a progress are
 * flat objects with names in lower case. Bindings to a JSON library hand these values on to it.
 * Immutable and thread-safe.
 */
public final class ValueJson {
  private final DocumentJson json = new DocumentJson();
  private final RunJson results = RunJson.create();
  private final Map<Class<?>, Function<Object, JsonNode>> forms =
      Map.ofEntries(
          Map.entry(RunResult.class, value -> results.tree((RunResult) value)),
          Map.entry(Finalist.class, value -> json.tree(RunJson.entry((Finalist) value))),
          Map.entry(CampaignBrief.class, value -> json.tree(BriefJson.of((CampaignBrief) value))),
          Map.entry(PipelineEvent.class, value -> event((PipelineEvent) value)),
          Map.entry(RunProgress.class, value -> progress((RunProgress) value)),
          Map.entry(CandidateRecord.class, json::tree),
          Map.entry(SceneRecord.class, json::tree),
          Map.entry(Provenance.class, json::tree),
          Map.entry(RunHistory.class, json::tree),
          Map.entry(RoundRecord.class, json::tree),
          Map.entry(GuidelineResult.class, json::tree),
          Map.entry(CallRecord.class, json::tree),
          Map.entry(Warning.class, json::tree),
          Map.entry(Cost.class, json::tree));

  private ValueJson() {}

  /** {@return a writer} */
  public static ValueJson create() {
    return new ValueJson();
  }

  /** {@return the types that have a form, each with its subtypes} */
  public List<Class<?>> types() {
    return List.copyOf(forms.keySet());
  }

  /**
   * Writes a value. Opens no picture.
   *
   * @param value one of {@link #types()}
   * @return a JSON object on one line
   * @throws IllegalArgumentException when the value's type has no form
   */
  public String write(Object value) {
    return tree(value).toString();
  }

  /** Returns a value as a tree. */
  JsonNode tree(Object value) {
    return forms.entrySet().stream()
        .filter(form -> form.getKey().isInstance(value))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("value has no form as JSON: " + value.getClass()))
        .getValue()
        .apply(value);
  }

  private JsonNode event(PipelineEvent event) {
    ObjectNode flat = json.object();
    flat.put("type", kebab(event.getClass().getSimpleName()));
    flat.put("runId", event.runId());
    flat.put("label", event.run().label());
    json.tree(event)
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("run")) {
                flat.set(field.getKey(), field.getValue());
              }
            });
    return flat;
  }

  private JsonNode progress(RunProgress progress) {
    ObjectNode fields = json.object();
    fields.put("status", progress.status().label());
    progress.stage().ifPresent(stage -> fields.put("stage", stage.name()));
    fields.put("done", progress.done());
    fields.put("total", progress.total());
    fields.put("waited", progress.waited().toString());
    fields.put("elapsed", progress.elapsed().toString());
    fields.set("spent", json.tree(progress.spent()));
    return fields;
  }

  /** Turns {@code StageStarted} into {@code stage-started}. */
  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
