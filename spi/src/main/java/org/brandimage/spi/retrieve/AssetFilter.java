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
 * A filter on the assets that may be found: an asset must have all of the tags and all of the
 * attributes. It is independent of what the entity asks for. A tenant, a season or a market is an
 * attribute.
 *
 * @param tags the tags that an asset must have; upper and lower case are the same
 * @param attributes the attributes that an asset must have, name to value
 */
public record AssetFilter(Set<String> tags, Map<String, String> attributes) {
  /** The filter that lets every asset pass. */
  public static final AssetFilter NONE = new AssetFilter(Set.of(), Map.of());

  /** Copies the values. */
  public AssetFilter {
    Set<String> folded = new TreeSet<>();
    tags.forEach(tag -> folded.add(tag.toLowerCase(Locale.ROOT)));
    tags = Collections.unmodifiableSet(folded);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /**
   * {@return a filter for one attribute}
   *
   * @param name the attribute's name, such as "tenant"
   * @param value the value it must have
   */
  public static AssetFilter attribute(String name, String value) {
    return new AssetFilter(Set.of(), Map.of(name, value));
  }

  /**
   * {@return a filter for one tag}
   *
   * @param tag the tag that an asset must have
   */
  public static AssetFilter tag(String tag) {
    return new AssetFilter(Set.of(tag), Map.of());
  }

  /**
   * {@return a filter that only lets pass what this one and another let pass; it lets nothing pass
   * when the two require different values of an attribute}
   *
   * @param other another filter
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
   * {@return whether an asset may be found: true when it has all tags and attributes}
   *
   * @param asset the asset
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
