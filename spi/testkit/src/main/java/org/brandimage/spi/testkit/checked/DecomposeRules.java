package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;

/** The rules of a decomposer that one request and its result can show. */
public final class DecomposeRules {
  private DecomposeRules() {}

  static void all(DecomposeRequest request, Decomposition parts) {
    d1(request, parts);
    d2(request, parts);
    d4(parts);
  }

  /**
   * Checks D1: every phrase is found in the prompt or in a note.
   *
   * @param request the request
   * @param parts the decomposition
   */
  public static void d1(DecomposeRequest request, Decomposition parts) {
    String text = text(request);
    for (Entity entity : entities(parts)) {
      assertThat(text)
          .as("D1 every phrase is found in the prompt or in a note")
          .contains(folded(entity.phrase()));
    }
  }

  /**
   * Checks D2: each list keeps the order of the text. A phrase counts where it stands first; D1
   * covers those that stand nowhere.
   *
   * @param request the request
   * @param parts the decomposition
   */
  public static void d2(DecomposeRequest request, Decomposition parts) {
    String text = text(request);
    for (List<Entity> list : List.of(parts.products(), parts.backgrounds(), parts.themes())) {
      List<Integer> places =
          list.stream()
              .map(entity -> text.indexOf(folded(entity.phrase())))
              .filter(place -> place >= 0)
              .toList();
      assertThat(places).as("D2 each list keeps the order of the text").isSorted();
    }
  }

  /**
   * Checks D4: a name is in lower case and has neither article nor outer blanks.
   *
   * @param parts the decomposition
   */
  public static void d4(Decomposition parts) {
    for (Entity entity : entities(parts)) {
      assertThat(entity.name())
          .as("D4 a name is in lower case and has neither article nor outer blanks")
          .isEqualTo(entity.name().toLowerCase(Locale.ROOT))
          .isEqualTo(entity.name().strip())
          .doesNotStartWith("a ")
          .doesNotStartWith("an ")
          .doesNotStartWith("the ");
    }
  }

  /**
   * Returns all entities of a decomposition.
   *
   * @param parts the decomposition
   * @return products, backgrounds and themes
   */
  public static List<Entity> entities(Decomposition parts) {
    List<Entity> entities = new ArrayList<>(parts.products());
    entities.addAll(parts.backgrounds());
    entities.addAll(parts.themes());
    return entities;
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
