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
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * An embedder on Amazon Titan Multimodal Embeddings: texts and pictures in one space, and the same
 * for entries and queries. Thread-safe.
 *
 * <p>The model reads 128 tokens of a text; longer texts are cut at the last space before 400
 * characters, as the service refuses what is too long. Pictures are shrunk to 1,024 pixels a side.
 * One call an entry. Cost: tokens of texts, a price a picture.
 *
 * <p>Source: Amazon Titan Multimodal Embeddings G1 in the Bedrock user guide, as of 2026-11; the
 * dimension 384 is documented but was not seen in a sample.
 */
public final class TitanEmbedder implements Embedder, Identified, Priced<EmbedRequest> {
  /** The model. */
  public static final String TITAN_IMAGE = "amazon.titan-embed-image-v1";

  private static final Set<Integer> DIMENSIONS = Set.of(256, 384, 1024);
  private static final int LONGEST_TEXT = 400;

  private final EmbeddingCalls calls;

  private TitanEmbedder(EmbeddingCalls calls) {
    this.calls = calls;
  }

  /**
   * Returns an embedder of 1,024 values.
   *
   * @param gateway the way to the service; stays yours to close
   * @return the embedder
   */
  public static TitanEmbedder create(BedrockGateway gateway) {
    return create(gateway, TITAN_IMAGE, 1024);
  }

  /**
   * Returns an embedder.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model the model's id, or the ARN of provisioned throughput of a tuned one
   * @param dimension 256, 384 or 1024
   * @return the embedder
   * @throws IllegalArgumentException when the dimension is another
   */
  public static TitanEmbedder create(BedrockGateway gateway, String model, int dimension) {
    if (!DIMENSIONS.contains(dimension)) {
      throw new IllegalArgumentException("dimension must be 256, 384 or 1024: " + dimension);
    }
    return new TitanEmbedder(
        new EmbeddingCalls(
            Objects.requireNonNull(gateway, "gateway"), ModelIds.checked(model), dimension));
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("TitanEmbedder", "1 " + calls.dimension(), calls.model());
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
    return calls.embed(request, new Format(calls.dimension()), context);
  }

  @Override
  public String toString() {
    return "TitanEmbedder[" + model() + "]";
  }

  private record Format(int dimension) implements EmbeddingCalls.Format {
    @Override
    public ObjectNode text(String text) {
      return body("inputText", cut(text));
    }

    @Override
    public ObjectNode image(String base64Png) {
      return body("inputImage", base64Png);
    }

    @Override
    public JsonNode vector(JsonNode reply) {
      return reply.path("embedding");
    }

    private ObjectNode body(String field, String value) {
      ObjectNode body = JsonDocuments.object();
      body.put(field, value);
      body.set("embeddingConfig", JsonDocuments.object().put("outputEmbeddingLength", dimension));
      return body;
    }

    private static String cut(String text) {
      if (text.length() <= LONGEST_TEXT) {
        return text;
      }
      int space = text.lastIndexOf(' ', LONGEST_TEXT);
      return text.substring(0, space > 0 ? space : LONGEST_TEXT);
    }
  }
}
