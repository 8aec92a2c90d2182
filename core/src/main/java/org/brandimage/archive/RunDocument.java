package org.brandimage.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.brandimage.imaging.restore.RestoreReport;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.caption.Caption;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code run.json}. Adding a field keeps the version; renaming, removing or changing
 * the meaning of one raises it. From version 3 on the one in a folder has pinned assets and lists
 * all other files of the run; a result sent as JSON has neither.
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
    List<FinalistEntry> finalists,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PinnedAsset> pins,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FileEntry> files) {
  static final String FORMAT = "brandimage-run";
  static final int VERSION = 3;
  static final int FIRST_WITH_FILES = 3;

  RunDocument {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(provenance, "provenance");
    warnings = warnings == null ? null : List.copyOf(warnings);
    scenes = List.copyOf(Objects.requireNonNull(scenes, "scenes"));
    candidates = List.copyOf(Objects.requireNonNull(candidates, "candidates"));
    finalists = List.copyOf(Objects.requireNonNull(finalists, "finalists"));
    pins = List.copyOf(Objects.requireNonNullElse(pins, List.of()));
    files = files == null ? null : List.copyOf(files);
    requireDistinctFiles(pictures(finalists, pins), files == null ? List.of() : files);
  }

  /** Returns the names of all pictures. */
  List<String> pictures() {
    return pictures(finalists, pins);
  }

  private static List<String> pictures(List<FinalistEntry> finalists, List<PinnedAsset> pins) {
    return Stream.concat(
            finalists.stream().flatMap(entry -> entry.names().stream()),
            pins.stream().flatMap(pin -> pin.photos().stream()))
        .toList();
  }

  private static void requireDistinctFiles(List<String> names, List<FileEntry> files) {
    Set<String> pictures = new HashSet<>();
    for (String name : names) {
      if (!pictures.add(name)) {
        throw new IllegalArgumentException("two pictures have the same file: " + name);
      }
    }
    Set<String> listed = new HashSet<>();
    for (FileEntry file : files) {
      if (!listed.add(file.name())) {
        throw new IllegalArgumentException("a file is listed twice: " + file.name());
      }
    }
  }

  /** A finalist with the names of its files in the same folder; {@code original} may be empty. */
  record FinalistEntry(
      int place,
      String candidateId,
      Caption caption,
      RestoreReport fidelity,
      String image,
      String mask,
      String product,
      String original) {
    FinalistEntry {
      if (place < 1) {
        throw new IllegalArgumentException("place must be at least 1: " + place);
      }
      Objects.requireNonNull(candidateId, "candidateId");
      Objects.requireNonNull(caption, "caption");
      Objects.requireNonNull(fidelity, "fidelity");
      FileEntry.requireName(image);
      FileEntry.requireName(mask);
      FileEntry.requireName(product);
      if (!Objects.requireNonNull(original, "original").isEmpty()) {
        FileEntry.requireName(original);
      }
    }

    /** Returns the names of its files. */
    List<String> names() {
      return original.isEmpty()
          ? List.of(image, mask, product)
          : List.of(image, mask, product, original);
    }
  }
}
