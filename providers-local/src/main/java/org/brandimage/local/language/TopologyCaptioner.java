package org.brandimage.local.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/**
 * Stage 3 by rules: the sentence a photographer would write under the picture, from the parts of
 * the scene in the order generators weigh them: subject, point of reference, environment, position,
 * light, camera, style.
 *
 * <pre>{@code
 * A photograph of a rubber duck on the pavement, with an urban street in the background, in sharp
 * focus in the foreground. Warm, low sunlight at sunset. Eye-level view through a 50 mm lens with a
 * shallow depth of field. Realistic, high-end product photography.
 * }</pre>
 *
 * <p>A product has the name of the brief, or the library's description when that contains the name
 * ("a blue enamel mug" for "mug"). Words of briefs and libraries are untrusted: only a first clause
 * of them is used, cut to 80 characters, without control characters, brackets, quotes, addresses
 * and negations ("a beach without people" is a beach). Whatever the brand forbids is left out of
 * the text and listed in the negative text before the usual faults of generators. Of the notes,
 * only wishes about the light are applied ("softer", "brighter", "warmer").
 *
 * <p>Never fails; deterministic; thread-safe. Cost: next to nothing.
 */
public final class TopologyCaptioner implements Captioner, Identified {
  private static final int LONGEST_PART = 80;
  private static final int LONGEST_SUBJECT = 640;
  private static final String CAMERA =
      "eye-level view through a 50 mm lens with a shallow depth of field";
  private static final List<String> FAULTS =
      List.of(
          "blurry",
          "distorted",
          "deformed",
          "watermark",
          "text",
          "extra limbs",
          "extra objects",
          "low quality");

  private TopologyCaptioner() {}

  /**
   * Returns the captioner.
   *
   * @return a captioner to keep and share
   */
  public static TopologyCaptioner create() {
    return new TopologyCaptioner();
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("TopologyCaptioner", "1", "");
  }

  @Override
  public Caption caption(CaptionRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    Scene scene = request.scene();
    List<String> forbidden = request.brandKit().forbiddenElements();
    String subject = subject(scene, forbidden);
    Topology topology = topology(scene, forbidden);
    Mood mood = mood(request, topology, forbidden);
    String position = permitted(position(scene), forbidden);
    String camera = permitted(CAMERA, forbidden);
    String start =
        "A photograph of "
            + subject
            + " on "
            + topology.reference()
            + ", with "
            + topology.environment()
            + " in the background";
    String first = position.isEmpty() ? start + "." : start + ", " + position + ".";
    return Caption.builder(
            text(first, List.of(mood.lighting(), camera, mood.style())),
            subject,
            topology.reference(),
            topology.environment())
        .position(position)
        .lighting(mood.lighting())
        .camera(camera)
        .style(mood.style())
        .negativeText(negativeText(forbidden))
        .build();
  }

  private static String subject(Scene scene, List<String> forbidden) {
    List<String> described = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (Selection product : scene.products()) {
      String name = name(product);
      String plain = Articles.withArticle(name, product.entity().phrase());
      String words = CaptionWords.clause(product.asset().description(), LONGEST_PART + 1);
      boolean fits = contains(words, name) && isUsable(words, forbidden);
      described.add(fits ? Articles.withArticle(words) : plain);
      named.add(plain);
    }
    String whole = Articles.enumeration(described);
    return whole.length() <= LONGEST_SUBJECT
        ? whole
        : CaptionWords.cut(Articles.enumeration(named), LONGEST_SUBJECT);
  }

  private static String name(Selection product) {
    String name = CaptionWords.name(product.entity().name(), LONGEST_PART);
    if (name.isEmpty()) {
      name = CaptionWords.name(product.asset().description(), LONGEST_PART);
    }
    return name.isEmpty() ? "product" : name;
  }

  private static Topology topology(Scene scene, List<String> forbidden) {
    String setting =
        scene.setting().map(place -> CaptionWords.clause(place.name(), LONGEST_PART)).orElse("");
    String shown =
        scene
            .background()
            .map(Asset::description)
            .map(words -> CaptionWords.clause(words, LONGEST_PART + 1))
            .orElse("");
    boolean better = setting.isEmpty() || isSameThing(shown, setting);
    String place = better && isUsable(shown, forbidden) ? shown : setting;
    if (!isUsable(place, forbidden)) {
      return neutral(forbidden);
    }
    Topology topology = Topology.of(place);
    return isUsable(topology.reference(), forbidden)
            && !CaptionWords.holdsAny(topology.environment(), forbidden)
        ? topology
        : neutral(forbidden);
  }

  /** "An urban street at sunset" is an urban street; "a desert cactus" is no desert. */
  private static boolean isSameThing(String shown, String setting) {
    String part = "(?i)(?:(?!\\b(?:on|in|at|with|of|by|and)\\b)[^,])*\\b";
    String rest = "(?:,.*| (?:at|in|on|by|with|near|of)\\b.*)?";
    return shown.matches(part + Pattern.quote(setting) + rest);
  }

  private static Topology neutral(List<String> forbidden) {
    boolean allowed =
        !CaptionWords.holdsAny(Topology.STUDIO.reference(), forbidden)
            && !CaptionWords.holdsAny(Topology.STUDIO.environment(), forbidden);
    return allowed ? Topology.STUDIO : new Topology("even ground", "an open space");
  }

  private static Mood mood(CaptionRequest request, Topology topology, List<String> forbidden) {
    List<String> themes =
        request.scene().themes().stream()
            .map(Entity::name)
            .map(theme -> CaptionWords.clause(theme, LONGEST_PART))
            .filter(theme -> isUsable(theme, forbidden))
            .toList();
    List<String> notes =
        request.notes().stream().map(note -> CaptionWords.name(note, LONGEST_PART * 2)).toList();
    Mood mood = Mood.of(themes, notes);
    String lighting = mood.lighting();
    for (String theme : themes) {
      // The light of a mood that the surroundings name already, without naming it again.
      if (contains(topology.environment(), theme)) {
        lighting = lighting.replaceAll(" (?:at|in|of|on|under) " + Pattern.quote(theme), "");
      }
    }
    return new Mood(permitted(lighting, forbidden), permitted(mood.style(), forbidden));
  }

  private static String position(Scene scene) {
    return scene.products().size() == 1
        ? "in sharp focus in the foreground"
        : "side by side in sharp focus in the foreground";
  }

  /** The first sentence is always kept; the others are left out where they do not fit. */
  private static String text(String first, List<String> rest) {
    StringBuilder text = new StringBuilder(first);
    for (String sentence : rest) {
      if (!sentence.isEmpty() && text.length() + sentence.length() + 2 <= Caption.MAX_LENGTH) {
        text.append(' ').append(capitalised(sentence)).append('.');
      }
    }
    return text.toString();
  }

  private static String negativeText(List<String> forbidden) {
    List<String> nouns = new ArrayList<>();
    forbidden.forEach(element -> nouns.add(CaptionWords.name(element, LONGEST_PART)));
    nouns.addAll(FAULTS);
    return CaptionWords.list(nouns, Caption.MAX_LENGTH);
  }

  private static String permitted(String words, List<String> forbidden) {
    return CaptionWords.holdsAny(words, forbidden) ? "" : words;
  }

  private static boolean isUsable(String words, List<String> forbidden) {
    return !words.isEmpty()
        && words.length() <= LONGEST_PART
        && !CaptionWords.holdsAny(words, forbidden);
  }

  private static boolean contains(String words, String name) {
    return words.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  private static String capitalised(String sentence) {
    int first = sentence.offsetByCodePoints(0, 1);
    return sentence.substring(0, first).toUpperCase(Locale.ROOT) + sentence.substring(first);
  }
}
