package org.brandimage.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.brandimage.prompted.ContactSheetScorer;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.result.BlobStore;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Refusal;
import org.brandimage.spi.scene.SceneMap;

/**
 * Results of paid stages as JSON, for stores that outlive the process. Types have fixed names, not
 * those of classes; the words of a result have the form they have in {@code run.json}. The pictures
 * go to a {@link BlobStore}: their pixels without loss, the provider's own bytes, and their digest,
 * by which later stages are asked. Thread-safe.
 *
 * <p>Every result of a stage can be kept but a {@link org.brandimage.spi.retrieve.Retrieval}, which
 * holds photos of the library.
 */
public final class PaidResultJson {
  private static final int VERSION = 1;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("decomposition", Decomposition.class),
          Map.entry("caption", Caption.class),
          Map.entry("plan", CompositionPlan.class),
          Map.entry("outpainting", Outpainting.class),
          Map.entry("cutout", Cutout.class),
          Map.entry("verdict", Verdict.class),
          Map.entry("ranking", Ranking.class),
          Map.entry("refinement", Refinement.class),
          Map.entry("scores", ContactSheetScorer.Scores.class),
          Map.entry("refusal", Refusal.class),
          Map.entry("scene", SceneMap.class));

  private final JsonMapper mapper;

  private PaidResultJson(BlobStore blobs) {
    this.mapper = new DocumentJson().with(new StoredPictures(blobs), new StoredSceneMaps());
  }

  /**
   * Returns a reader and writer.
   *
   * @param blobs where the pictures are kept
   * @return the reader and writer
   */
  public static PaidResultJson over(BlobStore blobs) {
    return new PaidResultJson(Objects.requireNonNull(blobs, "blobs"));
  }

  /**
   * Writes a result; its pictures are in the blob store when the method returns. Encodes each
   * picture: some 100 ms for 1024 × 1024.
   *
   * @param result the result
   * @return a JSON object on one line
   * @throws ResultStoreException when the value has a type that cannot be kept, or a picture cannot
   *     be put
   */
  public String write(PaidResult result) {
    ObjectNode form = mapper.createObjectNode();
    form.put("type", nameOf(result.value().getClass()));
    form.put("version", VERSION);
    form.set("value", tree(result.value()));
    form.set("cost", tree(result.cost()));
    form.set("calls", tree(result.calls()));
    form.set("paidAt", tree(result.paidAt()));
    return form.toString();
  }

  /**
   * Reads a result. Its pictures are opened when they are asked for.
   *
   * @param json what {@link #write} gave
   * @return the result
   * @throws ResultStoreException when it is no such text, or of a later version
   */
  public PaidResult read(String json) {
    try {
      return form(mapper.readTree(json));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new ResultStoreException(
          "stored result: is not what this library has written ("
              + e.getClass().getSimpleName()
              + ") - take it out of the store, and it is made anew",
          e);
    }
  }

  /**
   * Returns the blobs that a result needs.
   *
   * @param json what {@link #write} gave
   * @return their SHA-256, each once
   * @throws ResultStoreException when it is no JSON
   */
  public Set<String> pictures(String json) {
    try {
      JsonNode form = mapper.readTree(json);
      Set<String> blobs = new TreeSet<>(form.findValuesAsText("pixels"));
      blobs.addAll(form.findValuesAsText("original"));
      blobs.removeIf(text -> !SHA_256.matcher(text).matches());
      return blobs;
    } catch (JsonProcessingException e) {
      throw new ResultStoreException("stored result: is no JSON - take it out of the store", e);
    }
  }

  private PaidResult form(JsonNode form) throws JsonProcessingException {
    String name = form.path("type").asText();
    int version = form.path("version").asInt();
    Class<?> type = TYPES.get(name);
    if (type == null || version != VERSION) {
      throw new ResultStoreException(
          "stored result: type "
              + name
              + " version "
              + version
              + " is not known, this library reads version "
              + VERSION
              + " - use the library that has written it",
          null);
    }
    for (String field : List.of("value", "cost", "calls", "paidAt")) {
      if (!form.hasNonNull(field)) {
        throw new IllegalArgumentException("field is missing: " + field);
      }
    }
    Form bill = mapper.treeToValue(form, Form.class);
    Object value = mapper.treeToValue(form.path("value"), type);
    return PaidResult.of(value, bill.cost(), bill.calls(), bill.paidAt());
  }

  private JsonNode tree(Object value) {
    try {
      return mapper.valueToTree(value);
    } catch (IllegalArgumentException e) {
      throw ofBlobs(e);
    }
  }

  /** Returns the failure of a picture that the JSON library has wrapped, else the error itself. */
  private static RuntimeException ofBlobs(IllegalArgumentException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof BrandImageException failure) {
        return failure;
      }
    }
    return e;
  }

  private static String nameOf(Class<?> type) {
    return TYPES.entrySet().stream()
        .filter(entry -> entry.getValue().isAssignableFrom(type))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new ResultStoreException(
                    "result store: a result of type "
                        + type.getSimpleName()
                        + " cannot be kept - use ResultStore.inMemory() with this stage",
                    null));
  }

  /** The bill of a result; the value is read by its type. */
  private record Form(Cost cost, List<CallRecord> calls, Instant paidAt) {}
}
