package org.brandimage.spi.retrieve;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.brandimage.spi.result.Fingerprint;

/**
 * A filter on the assets that may be found, independent of their content: an asset must have all of
 * the tags and all of the attributes. A tenant, a season or a market is an attribute.
 *
 * @param tags tags an asset must have, capitals aside
 * @param attributes attributes an asset must have, name to value
 */
public record AssetFilter(Set<String> tags, Map<String, String> attributes) {
  /** Lets every asset pass. */
  public static final AssetFilter NONE = new AssetFilter(Set.of(), Map.of());

  /** Copies the values. */
  public AssetFilter {
    Set<String> folded = new TreeSet<>();
    tags.forEach(tag -> folded.add(tag.toLowerCase(Locale.ROOT)));
    tags = Collections.unmodifiableSet(folded);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /**
   * Returns a filter for one attribute.
   *
   * @param name its name, such as "tenant"
   * @param value the value it must have
   * @return the filter
   */
  public static AssetFilter attribute(String name, String value) {
    return new AssetFilter(Set.of(), Map.of(name, value));
  }

  /**
   * Returns a filter for one tag.
   *
   * @param tag the tag
   * @return the filter
   */
  public static AssetFilter tag(String tag) {
    return new AssetFilter(Set.of(tag), Map.of());
  }

  /**
   * Returns a filter that is as narrow as both together.
   *
   * @param other another filter
   * @return both; one that lets nothing pass when they want different values of an attribute
   */
  public AssetFilter and(AssetFilter other) {
    Set<String> bothTags = new TreeSet<>(tags);
    bothTags.addAll(other.tags);
    Map<String, String> both = new TreeMap<>(attributes);
    other.attributes.forEach(
        (name, value) -> {
          String own = both.put(name, value);
          if (own != null && !own.equals(value)) {
            // no value has this character, so nothing passes
            both.put(name, own + "\u0000" + value);
          }
        });
    return new AssetFilter(bothTags, both);
  }

  /**
   * Tells whether an asset may be found.
   *
   * @param asset the asset
   * @return whether it has all tags and attributes
   */
  public boolean matches(Asset asset) {
    Objects.requireNonNull(asset, "asset");
    boolean tagged =
        tags.isEmpty()
            || asset.tags().stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toSet())
                .containsAll(tags);
    return tagged && asset.attributes().entrySet().containsAll(attributes.entrySet());
  }

  void addTo(Fingerprint print) {
    print.addAll(tags).add(attributes.size());
    attributes.forEach((name, value) -> print.add(name).add(value));
  }
}
