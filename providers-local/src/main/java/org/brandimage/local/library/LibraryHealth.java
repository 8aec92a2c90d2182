package org.brandimage.local.library;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.brandimage.spi.decompose.EntityKind;

/**
 * Figures of an ingested library, and which of its vectors are damaged.
 *
 * @param assets how many assets
 * @param kinds how many of each kind, by the kind's label
 * @param textModel the model of descriptions, names and tags
 * @param contentModel the model of pictures; empty when pictures are not embedded
 * @param textVectors vectors of texts, those of removed assets not among them
 * @param contentVectors vectors of pictures, likewise
 * @param unusedVectors vectors of removed and replaced assets, until the files are rewritten
 * @param damaged ids of assets whose vectors fail their checksum; ingest again to repair them
 */
public record LibraryHealth(
    int assets,
    Map<String, Integer> kinds,
    String textModel,
    String contentModel,
    int textVectors,
    int contentVectors,
    int unusedVectors,
    List<String> damaged) {
  /** Copies the values. */
  public LibraryHealth {
    kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    damaged = List.copyOf(damaged);
  }

  static LibraryHealth of(LibrarySnapshot library) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (EntityKind kind : EntityKind.values()) {
      kinds.put(kind.label(), library.count(kind));
    }
    int text = library.text().live().cardinality();
    int content = library.content().live().cardinality();
    return new LibraryHealth(
        library.size(),
        kinds,
        library.header().textModel(),
        library.header().contentModel(),
        text,
        content,
        library.text().size() + library.content().size() - text - content,
        library.damagedVectors());
  }
}
