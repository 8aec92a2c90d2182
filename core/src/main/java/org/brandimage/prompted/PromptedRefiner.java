package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;

/**
 * A refiner that asks a language model which stages to repeat, and how, after a failed round or a
 * person's feedback. Its refinements name only pluggable stages, each with a note, and exclude only
 * assets of the round. A clause of the feedback that the model ignores becomes a note for the
 * captioner. Thread-safe.
 *
 * <p>Cost: one call, two when the first reply cannot be used, none when no guideline failed and
 * there is no feedback.
 */
public final class PromptedRefiner implements Refiner, Identified, Priced<RefineRequest> {
  private static final int MAX_OUTPUT_TOKENS = 2048;
  private static final int MOST_REASONS = 3;

  private final ModelQuestion question;

  private PromptedRefiner(LanguageModel model, Prompt prompt) {
    this.question = new ModelQuestion(model, prompt, MAX_OUTPUT_TOKENS);
  }

  /**
   * Returns a refiner with the bundled prompt {@code refine}.
   *
   * @param model the model; the caller closes it
   * @return the stage
   */
  public static PromptedRefiner create(LanguageModel model) {
    return create(model, Prompt.bundled("refine"));
  }

  /**
   * Returns a refiner with other instructions.
   *
   * @param model the model; the caller closes it
   * @param prompt {@code Prompt.bundled("refine").withInstructions(..)}
   * @return the stage
   */
  public static PromptedRefiner create(LanguageModel model, Prompt prompt) {
    return new PromptedRefiner(model, prompt);
  }

  @Override
  public StageIdentity identity() {
    return question.identity("PromptedRefiner");
  }

  @Override
  public Cost estimate(RefineRequest request) {
    return nothingToMend(request) ? Cost.NONE : question.estimateOfAsking(data(request), List.of());
  }

  @Override
  public Refinement refine(RefineRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    if (nothingToMend(request)) {
      return Refinement.NONE;
    }
    return question.ask(data(request), List.of(), reply -> read(reply, request), context);
  }

  private static boolean nothingToMend(RefineRequest request) {
    return request.feedback().isEmpty() && failures(request.verdicts()).isEmpty();
  }

  private static Refinement read(JsonNode reply, RefineRequest request) {
    EnumMap<StageId, List<String>> notes = new EnumMap<>(StageId.class);
    for (JsonNode change : reply.path("changes")) {
      StageId stage = StageId.valueOf(change.path("stage").asText().toUpperCase(Locale.ROOT));
      String note = change.path("note").asText().replaceAll("\\s+", " ").strip();
      if (!note.isEmpty()) {
        notes.computeIfAbsent(stage, key -> new ArrayList<>()).add(note);
      }
    }
    Set<String> excluded = new TreeSet<>();
    reply.path("exclude_assets").forEach(id -> excluded.add(id.asText()));
    excluded.retainAll(request.assets());
    String wish = request.feedback().map(Feedback::text).orElse("").strip();
    if (notes.isEmpty() && !wish.isEmpty()) {
      notes.put(excluded.isEmpty() ? StageId.CAPTION : StageId.RETRIEVE, List.of(wish));
    }
    return new Refinement(notes, excluded);
  }

  private static DataBlocks data(RefineRequest request) {
    DataBlocks data =
        new DataBlocks()
            .text("brief", request.prompt())
            .list("captions", request.captions().stream().map(Caption::text).toList())
            .list("failed guidelines", failures(request.verdicts()))
            .list("assets in use", request.assets())
            .list("earlier notes", earlier(request.earlier()));
    request
        .feedback()
        .ifPresent(
            said ->
                data.text("the person's words", said.text())
                    .list("pictures the person liked", said.picked())
                    .list("pictures the person rejected", said.rejected()));
    return data;
  }

  private static List<String> earlier(Refinement refinement) {
    List<String> lines = new ArrayList<>();
    refinement
        .notes()
        .forEach((stage, texts) -> texts.forEach(text -> lines.add(stage.label() + ": " + text)));
    return lines;
  }

  /**
   * Returns one line per guideline: how many pictures failed it, and some of the reasons and hints.
   */
  private static List<String> failures(List<Verdict> verdicts) {
    Map<String, List<GuidelineResult>> byGuideline = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      for (GuidelineResult result : verdict.results()) {
        if (result.outcome() == Outcome.FAIL) {
          byGuideline.computeIfAbsent(result.guidelineId(), id -> new ArrayList<>()).add(result);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    byGuideline.forEach((id, failed) -> lines.add(line(id, failed, verdicts.size())));
    return lines;
  }

  private static String line(String id, List<GuidelineResult> failed, int pictures) {
    List<String> said =
        failed.stream()
            .map(result -> (result.reason() + " " + result.hint()).strip())
            .distinct()
            .limit(MOST_REASONS)
            .toList();
    return id + ": " + failed.size() + " of " + pictures + " failed; " + String.join(" / ", said);
  }
}
