package org.brandimage.spi.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.jspecify.annotations.Nullable;

/** The rules of a retriever that one request and its result can show. Stateless and thread-safe. */
public final class RetrieveRules {
  private static final Comparator<AssetMatch> BEST_FIRST =
      Comparator.comparingDouble(AssetMatch::score)
          .reversed()
          .thenComparing(match -> match.asset().id());

  private RetrieveRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, A1 to A4 and A8; empty when there are none
   */
  public static List<BrokenRule> structure(RetrieveRequest request, @Nullable Retrieval result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    return structural(request, result).toList();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, A1 to A5 and A8; empty when there are none
   */
  public static List<BrokenRule> all(RetrieveRequest request, @Nullable Retrieval result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = structural(request, result);
    findOrder("match", result.matches(), findings);
    findOrder("nearest miss", result.nearestMisses(), findings);
    return findings.toList();
  }

  private static Findings structural(RetrieveRequest request, Retrieval retrieval) {
    Findings findings = new Findings();
    int matches = retrieval.matches().size();
    findings.addIf(
        matches > request.limit(), Rule.A1, matches + " matches, limit " + request.limit());
    List<AssetMatch> found = new ArrayList<>(retrieval.matches());
    found.addAll(retrieval.nearestMisses());
    Set<String> seen = new HashSet<>();
    for (AssetMatch match : found) {
      String id = match.asset().id();
      String label = Findings.ids(List.of(id));
      findings.addIf(
          match.asset().kind() != request.entity().kind(),
          Rule.A2,
          label + " is a " + match.asset().kind().label());
      findings.addIf(request.excludedIds().contains(id), Rule.A3, label);
      findings.addIf(!seen.add(id), Rule.A4, label);
    }
    // An entity is a customer's words, so it is not quoted.
    findings.addIf(
        !retrieval.entity().equals(request.entity()), Rule.A8, "another entity is named");
    return findings;
  }

  private static void findOrder(String list, List<AssetMatch> matches, Findings findings) {
    for (int i = 1; i < matches.size(); i++) {
      findings.addIf(
          BEST_FIRST.compare(matches.get(i - 1), matches.get(i)) > 0,
          Rule.A5,
          list + " " + i + " should stand before the one above");
    }
  }
}
