package org.brandimage.prompted;

import java.util.List;
import java.util.Objects;
import org.brandimage.scene.ClassicalSceneReader;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;

/**
 * A reader of background photos that asks a multimodal model where the free ground is, how high the
 * horizon is, how many centimetres the photo shows, where the light comes from, and whether
 * anything can stand there at all. What a person has said of the photo wins over each answer;
 * another reader adds what neither says. Thread-safe.
 *
 * <ul>
 *   <li>Nothing is asked when a person has said all of it, or that nothing can stand there.
 *   <li>A reply that breaks its schema or contradicts itself, such as ground above the horizon,
 *       leads to a second request that names the reason. If the second reply is no better, reading
 *       fails with {@link org.brandimage.spi.error.MalformedReplyException}.
 *   <li>How far a model's answers are off is not known: a width counts as being off by the factor
 *       of a guess, and the confidence is at most 0.8.
 * </ul>
 *
 * <p>Cost: one call with one picture, two when the first reply cannot be used; none when there is
 * nothing to ask; and the other reader's.
 */
public final class PromptedSceneReader implements SceneReader, Identified, Priced<SceneRequest> {
  private static final int MAX_OUTPUT_TOKENS = 4096;
  private static final String SOURCE = "a model's answer";
  private static final double MOST_CONFIDENCE = 0.8;

  /** The factor by which one width for all photos is off at the median. */
  private static final double GUESS_ERROR = 2.07;

  private final ModelQuestion question;
  private final SceneReader base;

  private PromptedSceneReader(LanguageModel model, Prompt prompt, SceneReader base) {
    this.question = new ModelQuestion(model, prompt, MAX_OUTPUT_TOKENS);
    this.base = Objects.requireNonNull(base, "base");
    if (base instanceof Priced<?>) {
      throw new InvalidInputException(
          "base", StageIdentity.of(base).name(), "give a reader that costs nothing");
    }
  }

  /**
   * Returns a reader with the bundled prompt {@code scene}, completed by {@link
   * ClassicalSceneReader}.
   *
   * @param model a model that accepts pictures; the caller closes it
   * @return the stage
   */
  public static PromptedSceneReader create(LanguageModel model) {
    return create(model, Prompt.bundled("scene"), new ClassicalSceneReader());
  }

  /**
   * Returns a reader with other instructions or completed by another reader.
   *
   * @param model a model that accepts pictures; the caller closes it
   * @param prompt {@code Prompt.bundled("scene")}, as it is or with other instructions
   * @param base adds what neither a person nor the model says, and takes the model's answers as
   *     facts; the caller closes it
   * @return the stage
   * @throws InvalidInputException when the other reader has a price, which nobody would estimate
   */
  public static PromptedSceneReader create(LanguageModel model, Prompt prompt, SceneReader base) {
    return new PromptedSceneReader(model, prompt, base);
  }

  @Override
  public StageIdentity identity() {
    StageIdentity own = question.identity("PromptedSceneReader");
    StageIdentity other = StageIdentity.of(base);
    return new StageIdentity(
        own.name(),
        own.version() + "-" + other.name() + other.version() + other.model(),
        own.model());
  }

  @Override
  public Cost estimate(SceneRequest request) {
    return isAsked(request.facts())
        ? question.estimateOfAsking(data(request), List.of(request.photo()))
        : Cost.NONE;
  }

  @Override
  public SceneMap read(SceneRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    SceneFacts said = request.facts();
    if (!isAsked(said)) {
      return base.read(request, context);
    }
    SceneFacts answer =
        question.ask(data(request), List.of(request.photo()), SceneAnswer::read, context);
    SceneMap map = base.read(request.withFacts(completed(said, answer)), context);
    return withSources(map, said, answer);
  }

  private static boolean isAsked(SceneFacts said) {
    boolean unusable = !said.usable().orElse(true);
    boolean complete =
        !said.ground().isEmpty()
            && said.horizon().isPresent()
            && said.widthCm().isPresent()
            && said.light().isPresent();
    return !unusable && !complete;
  }

  private static DataBlocks data(SceneRequest request) {
    Size size = request.photo().size();
    return new DataBlocks()
        .text("size of the photo", size.width() + " x " + size.height() + " pixels")
        .text("what its owner wrote", request.description());
  }

  /** Returns what a person has said, completed by what the model has answered. */
  private static SceneFacts completed(SceneFacts said, SceneFacts answer) {
    SceneFacts.Builder facts = SceneFacts.builder();
    facts.ground(said.ground().isEmpty() ? answer.ground() : said.ground());
    said.horizon()
        .ifPresentOrElse(facts::horizon, () -> answer.horizon().ifPresent(facts::horizon));
    said.widthCm()
        .ifPresentOrElse(facts::widthCm, () -> answer.widthCm().ifPresent(facts::widthCm));
    said.light().ifPresentOrElse(facts::light, () -> answer.light().ifPresent(facts::light));
    said.usable().ifPresent(facts::usable);
    if (isRefused(said, answer)) {
      facts.usable(false);
    }
    return facts.build();
  }

  /** Tells whether the model says that nothing can stand there, and no person says otherwise. */
  private static boolean isRefused(SceneFacts said, SceneFacts answer) {
    return said.usable().isEmpty() && said.ground().isEmpty() && answer.usable().isPresent();
  }

  /** Tells answers from what a person has said, which the other reader takes for the same. */
  private static SceneMap withSources(SceneMap map, SceneFacts said, SceneFacts answer) {
    SceneMap.Builder copy = map.toBuilder();
    if (said.ground().isEmpty() && !answer.ground().isEmpty()) {
      copy.source("ground", SOURCE).confidence(Math.min(MOST_CONFIDENCE, map.confidence()));
    }
    if (said.horizon().isEmpty() && answer.horizon().isPresent()) {
      copy.source("horizon", SOURCE);
    }
    if (said.light().isEmpty() && answer.light().isPresent()) {
      copy.source("light", SOURCE);
    }
    if (said.widthCm().isEmpty() && answer.widthCm().isPresent()) {
      map.frameWidth()
          .map(width -> new FrameWidth(width.centimetres(), width.row(), GUESS_ERROR))
          .ifPresent(width -> copy.frameWidth(width, SOURCE));
    }
    if (isRefused(said, answer)) {
      copy.unusable("The model that was asked says that nothing can stand in this photo.");
      copy.source("usable", SOURCE);
    }
    return copy.build();
  }

  @Override
  public String toString() {
    return identity().toString();
  }
}
