package org.brandimage.local.library;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.brandimage.spi.decompose.EntityKind;

/** Figures of an ingested library, and which of its vectors are damaged. Immutable. */
public final class LibraryHealth {
  private final int assets;
  private final Map<String, Integer> kinds;
  private final String textModel;
  private final String contentModel;
  private final int textVectors;
  private final int contentVectors;
  private final int unusedVectors;
  private final List<String> damaged;

  LibraryHealth(
      int assets,
      Map<String, Integer> kinds,
      String textModel,
      String contentModel,
      int textVectors,
      int contentVectors,
      int unusedVectors,
      List<String> damaged) {
    this.assets = assets;
    this.kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    this.textModel = textModel;
    this.contentModel = contentModel;
    this.textVectors = textVectors;
    this.contentVectors = contentVectors;
    this.unusedVectors = unusedVectors;
    this.damaged = List.copyOf(damaged);
  }

  /**
   * Returns how many assets the library has.
   *
   * @return how many assets the library has
   */
  public int assets() {
    return assets;
  }

  /**
   * Returns how many assets of each kind it has, by the kind's label.
   *
   * @return how many assets of each kind it has, by the kind's label
   */
  public Map<String, Integer> kinds() {
    return kinds;
  }

  /**
   * Returns the model of descriptions, names and tags.
   *
   * @return the model of descriptions, names and tags
   */
  public String textModel() {
    return textModel;
  }

  /**
   * Returns the model of pictures; empty when pictures are not embedded.
   *
   * @return the model of pictures; empty when pictures are not embedded
   */
  public String contentModel() {
    return contentModel;
  }

  /**
   * Returns how many vectors of texts there are, those of removed assets not among them.
   *
   * @return how many vectors of texts there are, those of removed assets not among them
   */
  public int textVectors() {
    return textVectors;
  }

  /**
   * Returns how many vectors of pictures there are, those of removed assets not among them.
   *
   * @return how many vectors of pictures there are, those of removed assets not among them
   */
  public int contentVectors() {
    return contentVectors;
  }

  /**
   * Returns how many vectors of removed and replaced assets there are, until the files are
   * rewritten.
   *
   * @return how many vectors of removed and replaced assets there are, until the files are
   *     rewritten
   */
  public int unusedVectors() {
    return unusedVectors;
  }

  /**
   * Returns the ids of assets whose vectors fail their checksum; ingest again to repair them.
   *
   * @return the ids of assets whose vectors fail their checksum; ingest again to repair them
   */
  public List<String> damaged() {
    return damaged;
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

  @Override
  public String toString() {
    return "LibraryHealth[" + assets + " assets, " + damaged.size() + " damaged]";
  }
}
