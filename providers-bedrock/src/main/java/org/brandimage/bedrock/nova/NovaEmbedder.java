package org.brandimage.bedrock.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.wire.JsonDocuments;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * An embedder on Amazon Nova 2 multimodal embeddings: texts and pictures in one space. Thread-safe.
 *
 * <p>Entries are indexed as GENERIC_INDEX; queries are sent for the {@link SearchFor} they look
 * for. Texts longer than 8,192 characters are cut at the end; pictures are shrunk to 1,024 pixels a
 * side. One call an entry. Cost: tokens of texts, a price a picture.
 *
 * <p>Source: Amazon Nova user guide, multimodal embeddings, as of 2026-11.
 */
public final class NovaEmbedder implements Embedder, Identified, Priced<EmbedRequest> {
  /** The model. */
  public static final String NOVA_2_EMBEDDINGS = "amazon.nova-2-multimodal-embeddings-v1:0";

  private static final Set<Integer> DIMENSIONS = Set.of(256, 384, 1024, 3072);
  private static final int LONGEST_TEXT = 8192;

  /** What a query looks for. */
  public enum SearchFor {
    /** Texts and pictures. */
    ANYTHING("GENERIC_RETRIEVAL"),
    /** Descriptions. */
    TEXTS("TEXT_RETRIEVAL"),
    /** Pictures. */
    IMAGES("IMAGE_RETRIEVAL");

    private final String purpose;

    SearchFor(String purpose) {
      this.purpose = purpose;
    }
  }

  private final EmbeddingCalls calls;
  private final SearchFor searchFor;

  private NovaEmbedder(EmbeddingCalls calls, SearchFor searchFor) {
    this.calls = calls;
    this.searchFor = Objects.requireNonNull(searchFor, "searchFor");
  }

  /**
   * Returns an embedder of 1,024 values for an index of anything.
   *
   * @param gateway the way to the service; stays yours to close
   * @return the embedder
   */
  public static NovaEmbedder create(BedrockGateway gateway) {
    return create(gateway, NOVA_2_EMBEDDINGS, 1024, SearchFor.ANYTHING);
  }

  /**
   * Returns an embedder.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model the model's id or a profile
   * @param dimension 256, 384, 1024 or 3072
   * @param searchFor what queries look for
   * @return the embedder
   * @throws IllegalArgumentException when the dimension is another
   */
  public static NovaEmbedder create(
      BedrockGateway gateway, String model, int dimension, SearchFor searchFor) {
    if (!DIMENSIONS.contains(dimension)) {
      throw new IllegalArgumentException("dimension must be 256, 384, 1024 or 3072: " + dimension);
    }
    return new NovaEmbedder(
        new EmbeddingCalls(
            Objects.requireNonNull(gateway, "gateway"), ModelIds.checked(model), dimension),
        searchFor);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("NovaEmbedder", "1 " + calls.dimension() + searchFor, calls.model());
  }

  @Override
  public String model() {
    return calls.model() + "/" + calls.dimension();
  }

  @Override
  public int dimension() {
    return calls.dimension();
  }

  @Override
  public boolean embedsImages() {
    return true;
  }

  @Override
  public Cost estimate(EmbedRequest request) {
    return calls.estimate(request);
  }

  @Override
  public Set<String> unpricedModels() {
    return calls.unpricedModels();
  }

  @Override
  public List<Embedding> embed(EmbedRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    String purpose = request.purpose() == Purpose.INDEX ? "GENERIC_INDEX" : searchFor.purpose;
    return calls.embed(request, new Format(purpose, calls.dimension()), context);
  }

  @Override
  public String toString() {
    return "NovaEmbedder[" + model() + "]";
  }

  private record Format(String purpose, int dimension) implements EmbeddingCalls.Format {
    @Override
    public ObjectNode text(String text) {
      ObjectNode value = JsonDocuments.object();
      value.put("truncationMode", "END");
      value.put("value", text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
      return body("text", value);
    }

    @Override
    public ObjectNode image(String base64Png) {
      ObjectNode value = JsonDocuments.object();
      value.put("detailLevel", "STANDARD_IMAGE");
      value.put("format", "png");
      value.set("source", JsonDocuments.object().put("bytes", base64Png));
      return body("image", value);
    }

    @Override
    public JsonNode vector(JsonNode reply) {
      return reply.path("embeddings").path(0).path("embedding");
    }

    private ObjectNode body(String kind, ObjectNode value) {
      ObjectNode params = JsonDocuments.object();
      params.put("embeddingPurpose", purpose);
      params.put("embeddingDimension", dimension);
      params.set(kind, value);
      ObjectNode body = JsonDocuments.object();
      body.put("schemaVersion", "nova-multimodal-embed-v1");
      body.put("taskType", "SINGLE_EMBEDDING");
      body.set("singleEmbeddingParams", params);
      return body;
    }
  }
}
