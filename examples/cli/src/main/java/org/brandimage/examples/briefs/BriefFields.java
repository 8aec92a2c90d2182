package org.brandimage.examples.briefs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;

/**
 * The reader of the fields of briefs. Each field is checked by itself, so that a second wrong field
 * of a brief is found too. Not thread-safe.
 */
final class BriefFields {
  static final List<String> NAMES =
      List.of("prompt", "label", "canvases", "brand", "pins", "seed", "finalists");

  static final String USE_ONLY = "use only " + String.join(", ", NAMES);

  /** Stands for the other fields while one is checked. */
  private static final String ANY_PROMPT = "a product";

  private final Path folder;
  private final Function<String, CampaignBrief.Builder> defaults;
  private final Function<String, Asset> library;
  private final Problems problems;
  private final Map<Path, Optional<BrandKit>> brands = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  /**
   * Creates a reader.
   *
   * @param folder the folder from which paths of brand kits start
   * @param defaults gives the builder of a brief for a prompt
   * @param library finds a pinned asset, or throws an {@link InvalidInputException}
   * @param problems takes what is wrong
   */
  BriefFields(
      Path folder,
      Function<String, CampaignBrief.Builder> defaults,
      Function<String, Asset> library,
      Problems problems) {
    this.folder = folder;
    this.defaults = defaults;
    this.library = library;
    this.problems = problems;
  }

  /** Returns the brief of a row, or empty when it has a problem. */
  Optional<CampaignBrief> read(BriefRow row) {
    int before = problems.count();
    onlyKnown(row);
    String prompt = prompt(row);
    CampaignBrief.Builder brief = defaults.apply(prompt);
    text(row, "label").ifPresent(label -> label(row, label, brief));
    texts(row, "canvases").ifPresent(sizes -> canvases(row, sizes, brief));
    text(row, "brand").flatMap(file -> brand(row, file)).ifPresent(brief::brandKit);
    texts(row, "pins").ifPresent(names -> pins(row, names, brief));
    number(row, "seed").ifPresent(seed -> seed(row, seed, brief));
    number(row, "finalists").ifPresent(count -> finalists(row, count, brief));
    if (problems.count() > before) {
      return Optional.empty();
    }
    return problems.reading(row.where(), brief::build);
  }

  private void onlyKnown(BriefRow row) {
    for (Iterator<String> names = row.fields().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!NAMES.contains(name)) {
        problems.add(row.where() + " field", name, USE_ONLY);
      }
    }
  }

  private String prompt(BriefRow row) {
    String field = row.where() + " prompt";
    if (!row.fields().has("prompt")) {
      problems.add(field, "", "name a product, like \"a shoe on a beach\"");
      return ANY_PROMPT;
    }
    return text(row, "prompt")
        .flatMap(text -> problems.reading(field, () -> CampaignBrief.of(text).prompt()))
        .orElse(ANY_PROMPT);
  }

  private void label(BriefRow row, String label, CampaignBrief.Builder brief) {
    if (label.isEmpty()) {
      return;
    }
    String field = row.where() + " label";
    check(field, () -> CampaignBrief.builder(ANY_PROMPT).label(label).build());
    String first = labels.putIfAbsent(label.toLowerCase(Locale.ROOT), row.where());
    if (first != null) {
      problems.add(field, label, "give each brief a label of its own; " + first + " has the same");
    }
    brief.label(label);
  }

  private void canvases(BriefRow row, List<String> sizes, CampaignBrief.Builder brief) {
    List<CanvasSize> canvases = new ArrayList<>();
    String field = row.where() + " canvases";
    for (String size : sizes) {
      problems.reading(field, () -> CanvasSize.parse(size)).ifPresent(canvases::add);
    }
    if (canvases.size() == sizes.size()) {
      check(field, () -> CampaignBrief.builder(ANY_PROMPT).canvases(canvases).build());
    }
    brief.canvases(canvases);
  }

  /** Reads a brand kit; one that many briefs name is read, and its problem told, once. */
  private Optional<BrandKit> brand(BriefRow row, String name) {
    String field = row.where() + " brand";
    try {
      Path file = folder.resolve(name);
      if (!brands.containsKey(file)) {
        brands.put(file, brandKit(field + " " + name, file));
      }
      return brands.getOrDefault(file, Optional.empty());
    } catch (InvalidPathException e) {
      problems.add(field, name, "give the path of a brand kit in YAML or JSON");
      return Optional.empty();
    }
  }

  private Optional<BrandKit> brandKit(String field, Path file) {
    try {
      return Optional.of(BrandFile.read(file));
    } catch (InvalidInputException e) {
      problems.add(field + ": " + e.field(), e.value(), e.remedy());
      return Optional.empty();
    }
  }

  private void pins(BriefRow row, List<String> names, CampaignBrief.Builder brief) {
    List<Asset> assets = new ArrayList<>();
    for (String name : names) {
      problems
          .reading(row.where() + " pins", () -> library.apply(name))
          .filter(asset -> !assets.contains(asset))
          .ifPresent(assets::add);
    }
    brief.pinnedAssets(assets);
  }

  private void seed(BriefRow row, long seed, CampaignBrief.Builder brief) {
    check(row.where() + " seed", () -> CampaignBrief.builder(ANY_PROMPT).seed(seed).build());
    brief.seed(seed);
  }

  private void finalists(BriefRow row, long count, CampaignBrief.Builder brief) {
    int finalists = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, count));
    check(
        row.where() + " finalists",
        () -> CampaignBrief.builder(ANY_PROMPT).finalists(finalists).build());
    brief.finalists(finalists);
  }

  private void check(String field, Supplier<CampaignBrief> brief) {
    problems.reading(field, brief);
  }

  private Optional<String> text(BriefRow row, String name) {
    JsonNode value = row.fields().path(name);
    if (value.isTextual()) {
      return Optional.of(value.textValue());
    }
    if (!value.isMissingNode()) {
      problems.add(row.where() + " " + name, value, "give a text; quote a number");
    }
    return Optional.empty();
  }

  private Optional<List<String>> texts(BriefRow row, String name) {
    JsonNode value = row.fields().path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (item.isTextual()) {
        texts.add(item.textValue());
      }
    }
    if (!value.isArray() || texts.size() < value.size()) {
      problems.add(row.where() + " " + name, value, "give a list of texts");
      return Optional.empty();
    }
    return Optional.of(texts);
  }

  private Optional<Long> number(BriefRow row, String name) {
    JsonNode value = row.fields().path(name);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return Optional.of(value.longValue());
    }
    if (!value.isMissingNode()) {
      problems.add(row.where() + " " + name, value, "give a whole number");
    }
    return Optional.empty();
  }
}
