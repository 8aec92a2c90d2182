package org.brandimage.spi.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What breaks which rule in one result. Long lists are cut, so that a message stays short. */
final class Findings {
  private static final int MOST = 5;
  private static final int LONGEST_ID = 60;

  private final Map<Rule, List<String>> found = new EnumMap<>(Rule.class);

  /** The answer to a result that is null, whatever the stage. */
  static List<BrokenRule> noResult() {
    return List.of(Rule.C1.brokenBy("null"));
  }

  void add(Rule rule, String text) {
    found.computeIfAbsent(rule, key -> new ArrayList<>()).add(text);
  }

  void addIf(boolean broken, Rule rule, String text) {
    if (broken) {
      add(rule, text);
    }
  }

  /** Adds what keeps the actual ids from being a permutation of the expected ones, if anything. */
  void addUnlessPermutation(Rule rule, String owner, List<?> expected, List<?> actual) {
    if (expected.equals(actual)) {
      return;
    }
    Map<String, Integer> surplus = new TreeMap<>();
    expected.forEach(id -> surplus.merge(String.valueOf(id), -1, Integer::sum));
    actual.forEach(id -> surplus.merge(String.valueOf(id), 1, Integer::sum));
    List<String> known = expected.stream().map(String::valueOf).toList();
    List<String> missing = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    surplus.forEach(
        (id, count) -> {
          if (count < 0) {
            missing.add(id);
          } else if (count > 0) {
            (known.contains(id) ? twice : unknown).add(id);
          }
        });
    List<String> parts = new ArrayList<>();
    addList(parts, "missing ", missing);
    addList(parts, "twice ", twice);
    addList(parts, "unknown ", unknown);
    if (!parts.isEmpty()) {
      add(rule, owner + String.join(", ", parts));
    }
  }

  /** {@return the first ids, each cut, and how many more there are} */
  static String ids(Collection<?> ids) {
    return cut(ids.stream().map(String::valueOf).map(Findings::shortened).toList(), "[", "]");
  }

  List<BrokenRule> toList() {
    List<BrokenRule> broken = new ArrayList<>();
    found.forEach((rule, texts) -> broken.add(rule.brokenBy(cut(texts, "", ""))));
    return List.copyOf(broken);
  }

  private static void addList(List<String> parts, String name, List<String> ids) {
    if (!ids.isEmpty()) {
      parts.add(name + ids(ids));
    }
  }

  private static String cut(List<String> texts, String start, String end) {
    String first = String.join(", ", texts.subList(0, Math.min(MOST, texts.size())));
    String more = texts.size() > MOST ? " and " + (texts.size() - MOST) + " more" : "";
    return start + first + more + end;
  }

  private static String shortened(String id) {
    return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID - 1) + "…";
  }
}
