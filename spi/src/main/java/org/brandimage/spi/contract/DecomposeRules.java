package org.brandimage.spi.contract;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a decomposer that one request and its result can show. Stateless and thread-safe.
 */
public final class DecomposeRules {
  private DecomposeRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1; empty when there are none
   */
  public static List<BrokenRule> structure(
      DecomposeRequest request, @Nullable Decomposition result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    return List.of();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, D1, D2 and D4; empty when there are none
   */
  public static List<BrokenRule> all(DecomposeRequest request, @Nullable Decomposition result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = new Findings();
    String text = text(request);
    findEntities("product", result.products(), text, findings);
    findEntities("background", result.backgrounds(), text, findings);
    findEntities("theme", result.themes(), text, findings);
    return findings.toList();
  }

  /** A phrase counts where it stands first; D2 passes over those that stand nowhere. */
  private static void findEntities(
      String kind, List<Entity> entities, String text, Findings findings) {
    int last = -1;
    for (int i = 0; i < entities.size(); i++) {
      String label = kind + " " + i;
      int place = text.indexOf(folded(entities.get(i).phrase()));
      findings.addIf(place < 0, Rule.D1, label + " has a phrase of its own");
      findings.addIf(place >= 0 && place < last, Rule.D2, label + " stands before the one above");
      findings.addIf(!plain(entities.get(i).name()), Rule.D4, label + " has another name");
      last = Math.max(last, place);
    }
  }

  private static boolean plain(String name) {
    return name.equals(name.toLowerCase(Locale.ROOT))
        && name.equals(name.strip())
        && Stream.of("a ", "an ", "the ").noneMatch(name::startsWith);
  }

  private static String text(DecomposeRequest request) {
    return Stream.concat(Stream.of(request.prompt()), request.notes().stream())
        .map(DecomposeRules::folded)
        .collect(Collectors.joining("\n"));
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
