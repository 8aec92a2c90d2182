package org.brandimage.local.library;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.brandimage.spi.error.BrandImageException;

/**
 * What an ingest did.
 *
 * @param added assets that are new in the library
 * @param replaced assets that had changed
 * @param removed assets whose files are gone
 * @param unchanged assets that were left as they are, and not embedded again
 * @param skipped files that could not be used, by their path below the folder, and why; an asset
 *     ingested earlier from such a file stays as it was
 * @param elapsed how long it took
 */
public record IngestReport(
    int added,
    int replaced,
    int removed,
    int unchanged,
    Map<String, BrandImageException> skipped,
    Duration elapsed) {
  /** Copies the values. */
  public IngestReport {
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
  }
}
