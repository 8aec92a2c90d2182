package org.brandimage.local.library;

/** A listener to the progress of an ingest; called on the ingesting thread, so be quick. */
@FunctionalInterface
public interface IngestProgress {
  /**
   * Takes the number of assets looked at.
   *
   * @param done assets so far, unchanged ones among them
   * @param total how many there are, or 0 when that is not known
   */
  void on(int done, int total);
}
