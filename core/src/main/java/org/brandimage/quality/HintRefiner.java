package org.brandimage.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;

/**
 * A refiner by rules, for pipelines without a language model. The hint of a failed guideline
 * becomes a note for the stage that its guideline belongs to, or that the judge's hint names. Each
 * clause of a person's feedback becomes a note: for the planner when it is about size, for the
 * decomposer when it names a place ("put it on a wooden table"), else for the captioner.
 * Deterministic, thread-safe, costs nothing.
 */
public final class HintRefiner implements Refiner, Identified {
  private static final Pattern CLAUSES = Pattern.compile("[,;.\\n]+|\\band then\\b|\\bbut\\b");
  private static final Pattern SIZE =
      Pattern.compile(
          "\\b(larger|bigger|smaller|closer|farther|further away|enlarge|shrink|size)\\b");
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(on|in|at|by|under|beside|into|onto) (a|an|the|some)\\b|\\bbackground\\b");

  /** The stages by the first word of a judge's hint, and by guidelines that depend on one stage. */
  private static final Map<String, StageId> STAGES =
      Map.ofEntries(
          Map.entry("caption:", StageId.CAPTION),
          Map.entry("reference:", StageId.RETRIEVE),
          Map.entry("background:", StageId.RETRIEVE),
          Map.entry("scale:", StageId.PLAN),
          Map.entry("position:", StageId.PLAN),
          Map.entry("repeat:", StageId.OUTPAINT),
          Map.entry("plausible-size", StageId.PLAN),
          Map.entry("product-complete", StageId.PLAN),
          Map.entry("contact-shadow", StageId.CAPTION),
          Map.entry("shadow-side", StageId.CAPTION),
          Map.entry("product-stands-out", StageId.CAPTION),
          Map.entry("brand-palette", StageId.CAPTION),
          Map.entry("matches-caption", StageId.CAPTION));

  private HintRefiner() {}

  /** {@return the refiner, which has no state} */
  public static HintRefiner create() {
    return new HintRefiner();
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("HintRefiner", "1", "");
  }

  @Override
  public Refinement refine(RefineRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    Map<StageId, Set<String>> notes = new EnumMap<>(StageId.class);
    for (Verdict verdict : request.verdicts()) {
      verdict.results().stream()
          .filter(result -> result.outcome() == Outcome.FAIL)
          .forEach(result -> add(notes, stage(result), note(result)));
    }
    String wish = request.feedback().map(Feedback::text).orElse("");
    CLAUSES
        .splitAsStream(wish)
        .map(String::strip)
        .filter(clause -> !clause.isEmpty())
        .forEach(clause -> add(notes, stage(clause), clause));
    EnumMap<StageId, List<String>> ordered = new EnumMap<>(StageId.class);
    notes.forEach((stage, texts) -> ordered.put(stage, new ArrayList<>(texts)));
    return new Refinement(ordered, Set.of());
  }

  private static void add(Map<StageId, Set<String>> notes, StageId stage, String note) {
    notes.computeIfAbsent(stage, key -> new TreeSet<>()).add(note);
  }

  private static String note(GuidelineResult result) {
    return result.hint().isBlank() ? "mend " + result.guidelineId() : result.hint();
  }

  private static StageId stage(GuidelineResult result) {
    String about = result.hint().substring(0, result.hint().indexOf(':') + 1);
    return STAGES.getOrDefault(about, STAGES.getOrDefault(result.guidelineId(), StageId.OUTPAINT));
  }

  private static StageId stage(String clause) {
    String words = clause.toLowerCase(Locale.ROOT);
    if (SIZE.matcher(words).find()) {
      return StageId.PLAN;
    }
    return PLACE.matcher(words).find() ? StageId.DECOMPOSE : StageId.CAPTION;
  }
}
