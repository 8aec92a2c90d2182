package org.brandimage.spi.testkit.fake;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;

/** A decomposer with a list of nouns, which it finds word by word. Thread-safe. */
public final class FakeDecomposer implements Decomposer {
  private final Map<String, EntityKind> nouns;
  private final Pattern pattern;

  /**
   * Creates a decomposer with the names of the assets of {@link Fixtures#library()} and "beach".
   */
  public FakeDecomposer() {
    this(libraryNouns());
  }

  /**
   * Creates a decomposer of your own nouns.
   *
   * @param nouns lower-case noun phrases and what each is, at least one
   */
  public FakeDecomposer(Map<String, EntityKind> nouns) {
    if (nouns.isEmpty()) {
      throw new IllegalArgumentException("nouns must name at least one");
    }
    this.nouns = Map.copyOf(nouns);
    String longestFirst =
        nouns.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(noun -> noun))
            .map(Pattern::quote)
            .collect(joining("|"));
    this.pattern =
        Pattern.compile(
            "\\b(?:(?:a|an|the)\\s+)?(" + longestFirst + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  @Override
  public Decomposition decompose(DecomposeRequest request, StageContext context)
      throws InterruptedException {
    List<String> texts = new ArrayList<>(List.of(request.prompt()));
    texts.addAll(request.notes());
    context.checkActive();
    Map<String, Entity> found = new LinkedHashMap<>();
    for (String text : texts) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        found.putIfAbsent(name, new Entity(kindOf(name), name, matcher.group()));
      }
    }
    return new Decomposition(
        ofKind(found, EntityKind.PRODUCT),
        ofKind(found, EntityKind.BACKGROUND),
        ofKind(found, EntityKind.THEME));
  }

  private EntityKind kindOf(String name) {
    return nouns.getOrDefault(name, EntityKind.PRODUCT);
  }

  private static List<Entity> ofKind(Map<String, Entity> found, EntityKind kind) {
    return found.values().stream().filter(entity -> entity.kind() == kind).toList();
  }

  private static Map<String, EntityKind> libraryNouns() {
    Map<String, EntityKind> nouns = new LinkedHashMap<>();
    Fixtures.library().forEach(asset -> nouns.put(Fixtures.nameOf(asset), asset.kind()));
    nouns.put("beach", EntityKind.BACKGROUND);
    return nouns;
  }
}
