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
 * The changes for the next round: notes for the stages to repeat, and assets to leave out.
 *
 * @param notes one or more notes for each stage to repeat, oldest first; stages that depend on one
 *     of these are repeated too; empty when no stage should be repeated
 * @param excludedAssets ids of assets not to use again
 */
public record Refinement(Map<StageId, List<String>> notes, Set<String> excludedAssets) {
  /** The refinement that changes nothing. */
  public static final Refinement NONE = new Refinement(Map.of(), Set.of());

  /** Checks and copies the values. */
  public Refinement {
    EnumMap<StageId, List<String>> copy = new EnumMap<>(StageId.class);
    notes.forEach((stage, texts) -> copy.put(stage, List.copyOf(texts)));
    notes = Collections.unmodifiableMap(copy);
    excludedAssets = Collections.unmodifiableSet(new TreeSet<>(excludedAssets));
  }

  /**
   * {@return the notes of one stage, oldest first; empty when it has none}
   *
   * @param stage any stage
   */
  public List<String> notes(StageId stage) {
    return notes.getOrDefault(stage, List.of());
  }

  /**
   * {@return whether this refinement changes nothing: true when there is neither a note nor an
   * excluded asset}
   */
  public boolean isEmpty() {
    return notes.isEmpty() && excludedAssets.isEmpty();
  }

  /**
   * Returns this refinement with a later one added. The later notes come last, and a note that is
   * already here is not repeated.
   *
   * @param later the later refinement
   * @return the sum of both; equal to this one when the later adds nothing new
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

  /** {@return the identity of the content, in lower-case hexadecimal} */
  public String fingerprint() {
    Fingerprint print = Fingerprint.of("refinement").add(notes.size());
    notes.forEach((stage, texts) -> print.add(stage.label()).addAll(texts));
    return print.addAll(excludedAssets).toHex();
  }
}
