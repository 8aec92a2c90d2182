package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.caption.Caption;

/**
 * What one scene showed, and what else it could have shown.
 *
 * @param id the scene's id
 * @param products the product of each entity, with the alternatives
 * @param setting the place, with the alternatives; empty when the brief names none
 * @param themes the moods, with retrieved pictures
 * @param caption the text written for it
 */
public record SceneRecord(
    String id, List<Choice> products, List<Choice> setting, List<Choice> themes, Caption caption) {
  /** Checks and copies the values. */
  public SceneRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caption, "caption");
    products = List.copyOf(products);
    setting = List.copyOf(setting);
    themes = List.copyOf(themes);
  }

  /**
   * An entity of the brief and the assets found for it.
   *
   * @param entity the entity's name
   * @param assetId the asset used; empty when none was
   * @param found the assets found, best first, with the nearest misses last
   */
  public record Choice(String entity, String assetId, List<Found> found) {
    /** Checks and copies the values. */
    public Choice {
      Objects.requireNonNull(entity, "entity");
      Objects.requireNonNull(assetId, "assetId");
      found = List.copyOf(found);
    }
  }

  /**
   * An asset the retriever named.
   *
   * @param assetId the asset
   * @param score its score
   * @param fits false for a miss below the retriever's floor
   */
  public record Found(String assetId, double score, boolean fits) {
    /** Checks the values. */
    public Found {
      Objects.requireNonNull(assetId, "assetId");
    }
  }
}
