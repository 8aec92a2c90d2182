package org.brandimage.spi.refine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.context.StageId;

/**
 * What the next round does differently.
 *
 * @param notes a note or several for each stage to redo; stages that depend on one of them follow
 *     by themselves; empty when nothing would help
 * @param excludedAssets ids of assets not to use again
 */
public record Refinement(Map<StageId, List<String>> notes, Set<String> excludedAssets) {
  /** Checks and copies the values. */
  public Refinement {
    EnumMap<StageId, List<String>> copy = new EnumMap<>(StageId.class);
    notes.forEach((stage, texts) -> copy.put(stage, List.copyOf(texts)));
    notes = Collections.unmodifiableMap(copy);
    excludedAssets = Collections.unmodifiableSet(new TreeSet<>(excludedAssets));
  }
}
