package org.brandimage.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.archive.PictureReference.Kind;
import org.brandimage.archive.RunDocument.FinalistEntry;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.retrieve.Asset;
import org.jspecify.annotations.Nullable;

/**
 * Results as JSON, in the form of {@code run.json}: everything a result says, with its pictures by
 * name. Immutable and thread-safe.
 *
 * <pre>{@code
 * RunJson json = RunJson.create();
 * String text = json.write(result);
 * RunResult again = json.read(text, reference -> pictures.open(reference.name()));
 * }</pre>
 */
public final class RunJson {
  private final DocumentJson json = new DocumentJson();

  private RunJson() {}

  /** {@return a reader and writer} */
  public static RunJson create() {
    return new RunJson();
  }

  /**
   * Writes a result. Opens no picture.
   *
   * @param result the result
   * @return indented JSON, from some kilobytes to some hundred
   */
  public String write(RunResult result) {
    return json.write(document(result, List.of(), null));
  }

  /**
   * Reads a result whose pictures stay names: opening one is an {@link
   * org.brandimage.spi.error.UnreadableImageException}.
   *
   * @param text what {@link #write} gave, or a {@code run.json}; untrusted
   * @return the result
   * @throws InvalidInputException when it is not one of ours
   */
  public RunResult read(String text) {
    return read(text, PictureResolver.unresolved());
  }

  /**
   * Reads a result.
   *
   * @param text what {@link #write} gave, or a {@code run.json}; untrusted
   * @param pictures finds its pictures
   * @return the result; where the provider's own bytes were not kept, the finished picture stands
   *     for them
   * @throws InvalidInputException when it is not one of ours
   */
  public RunResult read(String text, PictureResolver pictures) {
    return result(json.read(text), pictures, List.of());
  }

  /** Writes a result with its pinned assets and the list of the files beside it. */
  String write(RunResult result, List<PinnedAsset> pins, List<FileEntry> files) {
    return json.write(document(result, pins, files));
  }

  /** Reads what {@link #result} makes a result of. */
  RunDocument parse(String text) {
    return json.read(text);
  }

  /** Returns the result that a document describes, with these assets pinned in its brief. */
  RunResult result(RunDocument document, PictureResolver pictures, List<Asset> pins) {
    Map<String, CandidateRecord> candidates = new HashMap<>();
    document.candidates().forEach(candidate -> candidates.put(candidate.id(), candidate));
    List<Finalist> finalists = new ArrayList<>();
    for (FinalistEntry entry : document.finalists()) {
      CandidateRecord candidate = candidates.get(entry.candidateId());
      if (candidate == null) {
        throw new InvalidInputException(
            RunArchive.RUN_JSON + " finalist", entry.candidateId(), "is not among its candidates");
      }
      finalists.add(finalist(document.runId(), entry, candidate, pictures));
    }
    CampaignBrief brief = brief(document).toBuilder().pinnedAssets(pins).build();
    return RunResult.builder(document.runId(), brief, document.provenance())
        .finalists(finalists)
        .candidates(document.candidates())
        .scenes(document.scenes())
        .warnings(Objects.requireNonNullElse(document.warnings(), List.of()))
        .build();
  }

  /** Returns the tree of a result. */
  JsonNode tree(RunResult result) {
    return json.tree(document(result, List.of(), null));
  }

  /** Returns the names of a finalist's pictures, as they stand in a document. */
  static FinalistEntry entry(Finalist finalist) {
    String base = finalist.candidate().canvas() + "-" + finalist.place();
    return new FinalistEntry(
        finalist.place(),
        finalist.id(),
        finalist.caption(),
        finalist.fidelity(),
        base + ".png",
        base + ".mask.png",
        base + ".product.png",
        original(finalist)
            .map(image -> image.format().name().toLowerCase(Locale.ROOT))
            .map(ending -> base + ".original." + ending)
            .orElse(""));
  }

  /** Returns the provider's own bytes, unless the finished picture stands for them. */
  static Optional<EncodedImage> original(Finalist finalist) {
    return finalist.provided().equals(finalist.image())
        ? Optional.empty()
        : finalist.provided().original();
  }

  private static RunDocument document(
      RunResult result, List<PinnedAsset> pins, @Nullable List<FileEntry> files) {
    return new RunDocument(
        RunDocument.FORMAT,
        RunDocument.VERSION,
        result.runId(),
        BriefJson.of(result.brief()),
        result.warnings(),
        result.provenance(),
        result.scenes(),
        result.candidates(),
        result.finalists().stream().map(RunJson::entry).toList(),
        pins,
        files);
  }

  /** A run written before briefs were kept has at least its prompt and seed. */
  private static CampaignBrief brief(RunDocument document) {
    BriefJson brief = document.brief();
    try {
      return brief != null
          ? brief.toValue()
          : CampaignBrief.builder(document.provenance().prompt())
              .seed(document.provenance().seed())
              .build();
    } catch (IllegalArgumentException | InvalidInputException e) {
      throw DocumentJson.damaged("brief", e);
    }
  }

  private static Finalist finalist(
      String runId, FinalistEntry entry, CandidateRecord candidate, PictureResolver pictures) {
    Finalist.Builder finalist =
        Finalist.builder(
            entry.place(),
            candidate,
            entry.caption(),
            pictures.resolve(reference(runId, entry, candidate, Kind.IMAGE, entry.image())),
            pictures.resolve(reference(runId, entry, candidate, Kind.PRODUCT, entry.product())),
            entry.fidelity());
    if (!entry.original().isEmpty()) {
      finalist.provided(
          pictures.resolve(reference(runId, entry, candidate, Kind.PROVIDED, entry.original())));
    }
    return finalist.build();
  }

  private static PictureReference reference(
      String runId, FinalistEntry entry, CandidateRecord candidate, Kind kind, String name) {
    return new PictureReference(runId, candidate.canvas(), entry.place(), kind, name);
  }
}
