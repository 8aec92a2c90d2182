package org.brandimage.pipeline.candidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The judged pictures of all rounds of a run, each picture once. Used by the run's own thread only.
 */
public final class JudgedPool {
  private final CandidateTracker tracker;
  private final List<JudgedImage> images = new ArrayList<>();
  private final Map<String, JudgedImage> known = new HashMap<>();

  /**
   * Creates an empty pool.
   *
   * @param tracker the tracker that records duplicates of earlier pictures
   */
  public JudgedPool(CandidateTracker tracker) {
    this.tracker = tracker;
  }

  /**
   * Adds the pictures of the first round, equal ones included.
   *
   * @param judged the pictures
   */
  public void addFirst(List<JudgedImage> judged) {
    images.addAll(judged);
    judged.forEach(image -> known.put(image.likeness(), image));
  }

  /**
   * Adds the new pictures of a later round; the tracker records the others as duplicates.
   *
   * @param judged the pictures
   */
  public void add(List<JudgedImage> judged) {
    for (JudgedImage image : judged) {
      JudgedImage before = known.putIfAbsent(image.likeness(), image);
      if (before == null) {
        images.add(image);
      } else if (before.failed() && !image.captionedAs(before)) {
        // The same picture may be right for another caption.
        images.set(images.indexOf(before), image);
        known.put(image.likeness(), image);
      } else {
        tracker.sameAgain(image);
      }
    }
  }

  /** {@return the pictures in the order in which they were added} */
  public List<JudgedImage> images() {
    return List.copyOf(images);
  }
}
