package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.model.LanguageModel;

/**
 * A decomposer that asks a language model; a lightweight one is enough. Entities that the model
 * invents are removed: an entity whose words are neither in the prompt nor in a note is dropped,
 * and a name that is not part of its phrase is replaced by the phrase. Thread-safe.
 *
 * <p>Cost: one call, or two when the first reply cannot be used.
 */
public final class PromptedDecomposer implements Decomposer, Identified, Priced<DecomposeRequest> {
  private static final int MAX_OUTPUT_TOKENS = 1024;
  private static final Pattern ARTICLE = Pattern.compile("^(?:(?:a|an|the)\\s+)+");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  private final ModelQuestion question;

  private PromptedDecomposer(LanguageModel model, Prompt prompt) {
    this.question = new ModelQuestion(model, prompt, MAX_OUTPUT_TOKENS);
  }

  /**
   * Returns a decomposer with the bundled prompt {@code decompose}.
   *
   * @param model the model; the caller closes it
   * @return the stage
   */
  public static PromptedDecomposer create(LanguageModel model) {
    return create(model, Prompt.bundled("decompose"));
  }

  /**
   * Returns a decomposer with other instructions.
   *
   * @param model the model; the caller closes it
   * @param prompt {@code Prompt.bundled("decompose").withInstructions(..)}
   * @return the stage
   */
  public static PromptedDecomposer create(LanguageModel model, Prompt prompt) {
    return new PromptedDecomposer(model, prompt);
  }

  @Override
  public StageIdentity identity() {
    return question.identity("PromptedDecomposer");
  }

  @Override
  public Cost estimate(DecomposeRequest request) {
    return question.estimateOfAsking(data(request), List.of());
  }

  @Override
  public Decomposition decompose(DecomposeRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    String text = folded(request.prompt() + "\n" + String.join("\n", request.notes()));
    return question.ask(data(request), List.of(), reply -> read(reply, text), context);
  }

  private static DataBlocks data(DecomposeRequest request) {
    return new DataBlocks().text("brief", request.prompt()).list("wishes", request.notes());
  }

  private static Decomposition read(JsonNode reply, String text) {
    List<Entity> products = entities(reply, "products", EntityKind.PRODUCT, text);
    if (products.isEmpty() && !reply.path("products").isEmpty()) {
      throw new MalformedReplyException(
          "products", "no phrase stands in the brief or in a wish; copy them letter by letter", "");
    }
    return new Decomposition(
        products,
        entities(reply, "backgrounds", EntityKind.BACKGROUND, text),
        entities(reply, "themes", EntityKind.THEME, text));
  }

  private static List<Entity> entities(JsonNode reply, String list, EntityKind kind, String text) {
    Map<String, Entity> byName = new LinkedHashMap<>();
    for (JsonNode item : reply.path(list)) {
      String phrase = item.path("phrase").asText().strip();
      String name = name(phrase, item.path("name").asText());
      if (!name.isEmpty() && text.contains(folded(phrase))) {
        byName.putIfAbsent(name, new Entity(kind, name, phrase));
      }
    }
    List<Entity> entities = new ArrayList<>(byName.values());
    entities.sort(Comparator.comparingInt(entity -> text.indexOf(folded(entity.phrase()))));
    return entities;
  }

  /** Returns the model's name for a phrase when it is part of the phrase, else the phrase's own. */
  private static String name(String phrase, String proposed) {
    String own = bare(phrase);
    String name = bare(proposed);
    return !name.isEmpty() && (" " + own + " ").contains(" " + name + " ") ? name : own;
  }

  private static String bare(String phrase) {
    String trimmed = EDGES.matcher(folded(phrase)).replaceAll("");
    return ARTICLE.matcher(trimmed).replaceFirst("").strip();
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
