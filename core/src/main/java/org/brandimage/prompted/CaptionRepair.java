package org.brandimage.prompted;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.brandimage.prompted.PromptedCaptioner.Draft;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.caption.CaptionRules;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.retrieve.Scene;

/** Mends what a model's caption breaks, and composes a plain one where nothing can be mended. */
final class CaptionRepair {
  private static final int LONGEST = 1024;
  private static final int LONGEST_PART = 160;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
  private static final Pattern CLAUSE_END = Pattern.compile("(?<=[,;])\\s+");

  private final List<String> products;
  private final List<String> forbidden;
  private final Scene scene;

  CaptionRepair(CaptionRequest request) {
    BrandKit brand = request.brandKit();
    this.scene = request.scene();
    this.products = scene.products().stream().map(product -> product.entity().name()).toList();
    this.forbidden =
        brand.forbiddenElements().stream().filter(element -> !element.isBlank()).toList();
  }

  /** Returns the rules a caption breaks, those of its request included, in words of our own. */
  List<String> violations(Caption caption) {
    List<String> broken = new ArrayList<>(CaptionRules.violations(caption));
    String text = folded(caption.text());
    if (!products.stream().map(CaptionRepair::folded).allMatch(text::contains)) {
      broken.add("text does not name every product as the data does");
    }
    if (forbidden.stream().map(CaptionRepair::folded).anyMatch(text::contains)) {
      broken.add("text names a forbidden element");
    }
    String negative = folded(caption.negativeText());
    if (!forbidden.stream().map(CaptionRepair::folded).allMatch(negative::contains)) {
      broken.add("negative_text does not name every forbidden element");
    }
    return broken;
  }

  /** Drops what breaks a rule where the rest still says what is shown. */
  Caption mend(Draft draft) {
    String text = tidy(draft.text());
    String kept = within(withoutOffence(text, SENTENCE_END), LONGEST);
    if (!says(kept, draft)) {
      kept = within(withoutOffence(text, CLAUSE_END), LONGEST);
    }
    return caption(draft, says(kept, draft) ? kept : within(text, LONGEST));
  }

  /** Composes a caption of those parts that break no rule. */
  Caption plain(Draft draft) {
    String subject = String.join(" and ", products);
    String reference = firstClean(draft.reference(), "the ground");
    String place = scene.setting().map(Entity::name).orElse("");
    String environment = firstClean(draft.environment(), place, "a quiet studio");
    StringBuilder text =
        new StringBuilder("A photograph of " + subject + " by " + reference + ", " + environment);
    for (String part : List.of(draft.lighting(), draft.camera(), draft.style())) {
      String clean = tidy(part);
      if (fits(clean) && text.length() + clean.length() < LONGEST - 2) {
        text.append(", ").append(clean);
      }
    }
    Draft bare =
        new Draft("", subject, reference, environment, "", "", "", "", draft.negativeText());
    Caption caption = caption(bare, within(text.append('.').toString(), LONGEST));
    List<String> broken = violations(caption);
    if (!broken.isEmpty()) {
      throw new MalformedReplyException("text", String.join("; ", broken), "");
    }
    return caption;
  }

  private Caption caption(Draft draft, String text) {
    String body = text.isBlank() ? "A photograph." : text;
    return Caption.builder(
            body, named(draft.subject(), body), part(draft.reference()), part(draft.environment()))
        .position(optional(draft.position()))
        .lighting(optional(draft.lighting()))
        .camera(optional(draft.camera()))
        .style(optional(draft.style()))
        .negativeText(negative(draft.negativeText()))
        .build();
  }

  /** A subject that the text puts in other words is taken from the products it does name. */
  private String named(String subject, String text) {
    String clean = part(subject);
    boolean said = !clean.isEmpty() && folded(text).contains(folded(clean));
    return said ? clean : products.get(0);
  }

  private boolean says(String text, Draft draft) {
    String folded = folded(text);
    return !text.isBlank()
        && products.stream().map(CaptionRepair::folded).allMatch(folded::contains)
        && folded.contains(folded(part(draft.reference())))
        && folded.contains(folded(part(draft.environment())));
  }

  private String withoutOffence(String text, Pattern end) {
    String kept =
        end.splitAsStream(text).filter(this::fits).collect(Collectors.joining(" ")).strip();
    String unended = kept.replaceAll("[,;]+$", "");
    return unended.isEmpty() || unended.matches("(?s).*[.!?]$") ? unended : unended + ".";
  }

  /** Tells whether a piece of text breaks no rule by itself. */
  private boolean fits(String piece) {
    String folded = folded(piece);
    if (piece.isBlank()
        || forbidden.stream().map(CaptionRepair::folded).anyMatch(folded::contains)) {
      return false;
    }
    String checked = piece.length() <= LONGEST ? piece : piece.substring(0, LONGEST);
    return CaptionRules.violations(Caption.builder(checked, checked, checked, checked).build())
        .isEmpty();
  }

  private String firstClean(String... parts) {
    for (String part : parts) {
      String clean = part(part);
      if (clean.length() <= LONGEST_PART && fits(clean)) {
        return clean;
      }
    }
    return "its surroundings";
  }

  /** The nouns of the model that hold no negation, after the brand's forbidden elements. */
  private String negative(String proposed) {
    Set<String> nouns = new LinkedHashSet<>(forbidden);
    for (String noun : tidy(proposed).split(",", -1)) {
      String clean = noun.strip();
      if (!clean.isEmpty() && negationFree(clean)) {
        nouns.add(clean);
      }
    }
    String joined = "";
    for (String noun : nouns) {
      String longer = joined.isEmpty() ? noun : joined + ", " + noun;
      joined = longer.length() <= LONGEST ? longer : joined;
    }
    return joined;
  }

  private static boolean negationFree(String text) {
    String checked = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    Caption caption = Caption.builder("x", "x", "x", "x").negativeText(checked).build();
    return CaptionRules.violations(caption).isEmpty();
  }

  private static String optional(String text) {
    String clean = part(text);
    return negationFree(clean) ? clean : "";
  }

  private static String part(String text) {
    return tidy(text).replaceAll("[.,;]+$", "");
  }

  private static String tidy(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Cuts after the last whole sentence, clause or word that fits. */
  private static String within(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    String head = text.substring(0, longest - 1);
    int sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf("! "));
    if (sentence > 0) {
      return head.substring(0, sentence + 1);
    }
    int word = Math.max(head.lastIndexOf(", "), head.lastIndexOf(' '));
    return (word > 0 ? head.substring(0, word) : head).replaceAll("[,;]+$", "") + ".";
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
