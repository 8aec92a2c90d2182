package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/**
 * A captioner that asks a language model for a draft, its criticism and the finished caption in one
 * reply. The caption must obey {@link org.brandimage.spi.caption.CaptionRules}, name every product,
 * and name none of the brand's forbidden elements. A mistake that can be corrected without a change
 * of meaning is corrected; otherwise the model is asked once more with the rules that the caption
 * breaks. If the second caption breaks a rule too, a plain caption made of its parts replaces it.
 * So every caption of this stage obeys all rules. Thread-safe.
 *
 * <p>Cost: one call, or two when the first caption cannot be corrected.
 */
public final class PromptedCaptioner implements Captioner, Identified, Priced<CaptionRequest> {
  private static final int MAX_OUTPUT_TOKENS = 2048;

  private final ModelQuestion question;

  private PromptedCaptioner(LanguageModel model, Prompt prompt) {
    this.question = new ModelQuestion(model, prompt, MAX_OUTPUT_TOKENS);
  }

  /**
   * Returns a captioner with the bundled prompt {@code caption}.
   *
   * @param model the model; the caller closes it
   * @return the stage
   */
  public static PromptedCaptioner create(LanguageModel model) {
    return create(model, Prompt.bundled("caption"));
  }

  /**
   * Returns a captioner with other instructions.
   *
   * @param model the model; the caller closes it
   * @param prompt {@code Prompt.bundled("caption").withInstructions(..)}
   * @return the stage
   */
  public static PromptedCaptioner create(LanguageModel model, Prompt prompt) {
    return new PromptedCaptioner(model, prompt);
  }

  @Override
  public StageIdentity identity() {
    return question.identity("PromptedCaptioner");
  }

  @Override
  public Cost estimate(CaptionRequest request) {
    return question.estimateOfAsking(data(request), List.of());
  }

  @Override
  public Caption caption(CaptionRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    CaptionRepair repair = new CaptionRepair(request);
    Draft[] last = new Draft[1];
    try {
      return question.ask(
          data(request),
          List.of(),
          reply -> {
            last[0] = draft(reply);
            return finished(repair, last[0]);
          },
          context);
    } catch (MalformedReplyException e) {
      Draft draft = last[0];
      if (draft == null) {
        throw e;
      }
      return repair.plain(draft);
    }
  }

  private static Caption finished(CaptionRepair repair, Draft draft) {
    Caption caption = repair.mend(draft);
    List<String> broken = repair.violations(caption);
    if (!broken.isEmpty()) {
      throw new MalformedReplyException("text", String.join("; ", broken), "");
    }
    return caption;
  }

  private static Draft draft(JsonNode reply) {
    return new Draft(
        reply.path("text").asText(),
        reply.path("subject").asText(),
        reply.path("reference").asText(),
        reply.path("environment").asText(),
        reply.path("position").asText(),
        reply.path("lighting").asText(),
        reply.path("camera").asText(),
        reply.path("style").asText(),
        reply.path("negative_text").asText());
  }

  private static DataBlocks data(CaptionRequest request) {
    Scene scene = request.scene();
    DataBlocks data =
        new DataBlocks()
            .list("products", scene.products().stream().map(PromptedCaptioner::line).toList())
            .text("place", scene.setting().map(Entity::name).orElse(""))
            .text("background picture", scene.background().map(PromptedCaptioner::line).orElse(""))
            .list("themes", scene.themes().stream().map(Entity::name).toList())
            .list(
                "pictures of the themes",
                scene.themeAssets().stream().map(PromptedCaptioner::line).toList())
            .list("forbidden elements", request.brandKit().forbiddenElements());
    return data.list("wishes", request.notes());
  }

  private static String line(Selection product) {
    return product.entity().name() + " (" + line(product.asset()) + ")";
  }

  private static String line(Asset asset) {
    Set<String> tags = new TreeSet<>(asset.tags());
    String words = asset.description().isBlank() ? asset.id() : asset.description();
    return tags.isEmpty() ? words : words + "; tags: " + String.join(", ", tags);
  }

  /** The parts of a caption in the model's reply. */
  record Draft(
      String text,
      String subject,
      String reference,
      String environment,
      String position,
      String lighting,
      String camera,
      String style,
      String negativeText) {}
}
