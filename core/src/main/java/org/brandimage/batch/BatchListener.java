package org.brandimage.batch;

/** A listener to the progress of a batch. Several threads call it, but only one at a time. */
@FunctionalInterface
public interface BatchListener {
  /**
   * Receives the entry of a brief that has ended: finished, failed, found done, or not started. It
   * must return quickly, because the batch waits for it. An exception from a listener is logged
   * once and is not propagated.
   *
   * @param entry the entry
   * @param ended the number of briefs that have ended, this one included
   * @param total the number of briefs in the batch
   */
  void onEntry(BatchEntry entry, int ended, int total);
}
