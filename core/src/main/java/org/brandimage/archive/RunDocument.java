package org.brandimage.archive;

import java.util.List;
import org.brandimage.imaging.restore.RestoreReport;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.caption.Caption;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code run.json}. Adding a field keeps the version; renaming, removing or changing
 * the meaning of one raises it.
 */
record RunDocument(
    String format,
    int version,
    String runId,
    @Nullable BriefJson brief,
    @Nullable List<Warning> warnings,
    Provenance provenance,
    List<SceneRecord> scenes,
    List<CandidateRecord> candidates,
    List<FinalistEntry> finalists) {
  static final String FORMAT = "brandimage-run";
  static final int VERSION = 2;

  /** A finalist with the names of its files in the same folder; {@code original} may be empty. */
  record FinalistEntry(
      int place,
      String candidateId,
      Caption caption,
      RestoreReport fidelity,
      String image,
      String mask,
      String product,
      String original) {}
}
