package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;

/** The rules of a retriever that one request and its result can show. */
public final class RetrieveRules {
  private static final Comparator<AssetMatch> BEST_FIRST =
      Comparator.comparingDouble(AssetMatch::score)
          .reversed()
          .thenComparing(match -> match.asset().id());

  private RetrieveRules() {}

  static void all(RetrieveRequest request, Retrieval retrieval) {
    a1(request, retrieval);
    a2(request, retrieval);
    a3(request, retrieval);
    a4(retrieval);
    a5(retrieval);
    a8(request, retrieval);
  }

  /**
   * Checks A1: there are at most as many matches as asked for.
   *
   * @param request the request
   * @param retrieval the retrieval
   */
  public static void a1(RetrieveRequest request, Retrieval retrieval) {
    assertThat(retrieval.matches())
        .as("A1 there are at most as many matches as asked for")
        .hasSizeLessThanOrEqualTo(request.limit());
  }

  /**
   * Checks A2: every match and miss is of the entity's kind.
   *
   * @param request the request
   * @param retrieval the retrieval
   */
  public static void a2(RetrieveRequest request, Retrieval retrieval) {
    assertThat(found(retrieval))
        .as("A2 every match and miss is of the entity's kind")
        .allMatch(match -> match.asset().kind() == request.entity().kind());
  }

  /**
   * Checks A3: no match and no miss is excluded.
   *
   * @param request the request
   * @param retrieval the retrieval
   */
  public static void a3(RetrieveRequest request, Retrieval retrieval) {
    assertThat(found(retrieval))
        .as("A3 no match and no miss is excluded")
        .noneMatch(match -> request.excludedIds().contains(match.asset().id()));
  }

  /**
   * Checks A4: no id stands twice.
   *
   * @param retrieval the retrieval
   */
  public static void a4(Retrieval retrieval) {
    assertThat(found(retrieval))
        .as("A4 no id stands twice")
        .extracting(match -> match.asset().id())
        .doesNotHaveDuplicates();
  }

  /**
   * Checks A5: matches and misses stand best first, ties by id.
   *
   * @param retrieval the retrieval
   */
  public static void a5(Retrieval retrieval) {
    assertThat(retrieval.matches())
        .as("A5 matches stand best first, ties by id")
        .isSortedAccordingTo(BEST_FIRST);
    assertThat(retrieval.nearestMisses())
        .as("A5 misses stand best first, ties by id")
        .isSortedAccordingTo(BEST_FIRST);
  }

  /**
   * Checks A8: a retrieval names the entity that was looked for.
   *
   * @param request the request
   * @param retrieval the retrieval
   */
  public static void a8(RetrieveRequest request, Retrieval retrieval) {
    assertThat(retrieval.entity())
        .as("A8 a retrieval names the entity that was looked for")
        .isEqualTo(request.entity());
  }

  /**
   * Returns the matches and the nearest misses.
   *
   * @param retrieval the retrieval
   * @return matches first
   */
  public static List<AssetMatch> found(Retrieval retrieval) {
    List<AssetMatch> found = new ArrayList<>(retrieval.matches());
    found.addAll(retrieval.nearestMisses());
    return found;
  }
}
