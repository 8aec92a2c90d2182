package org.brandimage.spi.refine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.result.Fingerprint;

/**
 * What the next round does differently.
 *
 * @param notes a note or several for each stage to redo; stages that depend on one of them follow
 *     by themselves; empty when nothing would help
 * @param excludedAssets ids of assets not to use again
 */
public record Refinement(Map<StageId, List<String>> notes, Set<String> excludedAssets) {
  /** Nothing different. */
  public static final Refinement NONE = new Refinement(Map.of(), Set.of());

  /** Checks and copies the values. */
  public Refinement {
    EnumMap<StageId, List<String>> copy = new EnumMap<>(StageId.class);
    notes.forEach((stage, texts) -> copy.put(stage, List.copyOf(texts)));
    notes = Collections.unmodifiableMap(copy);
    excludedAssets = Collections.unmodifiableSet(new TreeSet<>(excludedAssets));
  }

  /**
   * Returns the notes of one stage.
   *
   * @param stage the stage
   * @return its notes, oldest first; empty when it has none
   */
  public List<String> notes(StageId stage) {
    return notes.getOrDefault(stage, List.of());
  }

  /**
   * Tells whether nothing is different.
   *
   * @return true when there is neither a note nor an excluded asset
   */
  public boolean isEmpty() {
    return notes.isEmpty() && excludedAssets.isEmpty();
  }

  /**
   * Returns this refinement with a later one added: notes follow those that stand, a note that
   * stands already is not repeated.
   *
   * @param later the later refinement
   * @return what both say; equal to this one when the later says nothing new
   */
  public Refinement plus(Refinement later) {
    EnumMap<StageId, List<String>> both = new EnumMap<>(StageId.class);
    both.putAll(notes);
    later.notes.forEach(
        (stage, texts) -> {
          LinkedHashSet<String> all = new LinkedHashSet<>(notes(stage));
          all.addAll(texts);
          both.put(stage, new ArrayList<>(all));
        });
    Set<String> excluded = new TreeSet<>(excludedAssets);
    excluded.addAll(later.excludedAssets);
    return new Refinement(both, excluded);
  }

  /**
   * Returns the identity of the content.
   *
   * @return lower-case hexadecimal
   */
  public String fingerprint() {
    Fingerprint print = Fingerprint.of("refinement").add(notes.size());
    notes.forEach((stage, texts) -> print.add(stage.label()).addAll(texts));
    return print.addAll(excludedAssets).toHex();
  }
}
