package org.brandimage.opensearch;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of assets that were added to an index.
 *
 * @param indexed how many are in the index now
 * @param refused asset id to the type of the error, for those OpenSearch would not take
 */
public record IndexReport(int indexed, Map<String, String> refused) {
  /** Nothing added, nothing refused. */
  static final IndexReport NONE = new IndexReport(0, Map.of());

  /** Copies the values. */
  public IndexReport {
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
  }

  IndexReport and(IndexReport other) {
    Map<String, String> both = new TreeMap<>(refused);
    both.putAll(other.refused);
    return new IndexReport(indexed + other.indexed, both);
  }
}
