package org.brandimage.local.library;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.brandimage.spi.error.BrandImageException;

/** What an ingest did. Immutable. */
public final class IngestReport {
  private final int added;
  private final int replaced;
  private final int removed;
  private final int unchanged;
  private final Map<String, BrandImageException> skipped;
  private final Duration elapsed;

  IngestReport(
      int added,
      int replaced,
      int removed,
      int unchanged,
      Map<String, BrandImageException> skipped,
      Duration elapsed) {
    this.added = added;
    this.replaced = replaced;
    this.removed = removed;
    this.unchanged = unchanged;
    this.skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    this.elapsed = elapsed;
  }

  /**
   * Returns how many assets are new in the library.
   *
   * @return how many assets are new in the library
   */
  public int added() {
    return added;
  }

  /**
   * Returns how many assets had changed.
   *
   * @return how many assets had changed
   */
  public int replaced() {
    return replaced;
  }

  /**
   * Returns how many assets are gone with their files.
   *
   * @return how many assets are gone with their files
   */
  public int removed() {
    return removed;
  }

  /**
   * Returns how many assets were left as they are, and not embedded again.
   *
   * @return how many assets were left as they are, and not embedded again
   */
  public int unchanged() {
    return unchanged;
  }

  /**
   * Returns the files that could not be used, by their path below the folder, and why; an asset
   * ingested earlier from such a file stays as it was.
   *
   * @return the files that could not be used, by their path below the folder, and why; an asset
   *     ingested earlier from such a file stays as it was
   */
  public Map<String, BrandImageException> skipped() {
    return skipped;
  }

  /**
   * Returns how long it took.
   *
   * @return how long it took
   */
  public Duration elapsed() {
    return elapsed;
  }

  @Override
  public String toString() {
    return "IngestReport["
        + added
        + " added, "
        + replaced
        + " replaced, "
        + removed
        + " removed, "
        + unchanged
        + " unchanged, "
        + skipped.size()
        + " skipped]";
  }
}
