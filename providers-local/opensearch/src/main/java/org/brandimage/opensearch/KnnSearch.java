package org.brandimage.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.brandimage.opensearch.OpenSearchConnection.Reply;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.jspecify.annotations.Nullable;

/** Writes a k-NN search with its filters and reads the answer. Stateless. */
final class KnnSearch {
  /** More than asked for, so that a tie at the end is broken by id and near misses are seen. */
  private static final int SPARE = 50;

  private KnnSearch() {}

  /**
   * A document found.
   *
   * @param id the asset's id
   * @param cosine the cosine with the query
   * @param asset the stored asset
   * @param vector its vector, missing when it was not asked for
   */
  record Hit(String id, double cosine, JsonNode asset, @Nullable Embedding vector) {
    static final Comparator<Hit> BEST_FIRST =
        Comparator.comparingDouble(Hit::cosine).reversed().thenComparing(Hit::id);
  }

  static ObjectNode body(Embedding query, RetrieveRequest request, AssetFilter scope) {
    boolean diverse = request.diversity() > 0;
    int k = (diverse ? 2 : 1) * request.limit() + SPARE;
    ObjectNode body = OpenSearchConnection.JSON.createObjectNode().put("size", k);
    ArrayNode source = body.putArray("_source").add("asset");
    if (diverse) {
      source.add("vector");
    }
    ObjectNode knn = body.putObject("query").putObject("knn").putObject("vector");
    AssetDocument.vector(knn.putArray("vector"), query);
    knn.put("k", k);
    ObjectNode bool = knn.putObject("filter").putObject("bool");
    ArrayNode all = bool.putArray("filter");
    term(all, "kind", request.entity().kind().label());
    AssetFilter filter = scope.and(request.filter());
    filter.tags().forEach(tag -> term(all, "tags", tag));
    filter
        .attributes()
        .forEach((name, value) -> term(all, "attributes", AssetDocument.pair(name, value)));
    if (!request.excludedIds().isEmpty()) {
      ArrayNode ids = bool.putArray("must_not").addObject().putObject("terms").putArray("id");
      request.excludedIds().forEach(ids::add);
    }
    body.putArray("sort").addObject().put("_score", "desc");
    ((ArrayNode) body.get("sort")).addObject().put("id", "asc");
    return body;
  }

  /** Reads the hits; with vectors of a dimension, or without when it is 0. */
  static List<Hit> hits(Reply reply, int dimension) {
    JsonNode json = reply.json();
    if (json.path("timed_out").asBoolean() || json.path("_shards").path("failed").asInt() > 0) {
      throw new ProviderUnavailableException(
          "OpenSearch searched only a part of the index - repeat later, or look at its health",
          null,
          RetryInfo.once(true));
    }
    JsonNode found = json.path("hits").path("hits");
    if (!found.isArray()) {
      throw reply.malformed("hits.hits", "missing");
    }
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      hits.add(hit(reply, found.get(i), "hits.hits[" + i + "]", dimension));
    }
    hits.sort(Hit.BEST_FIRST);
    return hits;
  }

  private static Hit hit(Reply reply, JsonNode hit, String where, int dimension) {
    double score = hit.path("_score").asDouble(-1);
    if (!(score >= 0) || !Double.isFinite(score)) {
      throw reply.malformed(where + "._score", "no number of 0 or above");
    }
    JsonNode asset = hit.path("_source").path("asset");
    if (asset.path("id").asText("").isBlank()) {
      throw reply.malformed(where + "._source.asset.id", "missing");
    }
    JsonNode vector = hit.path("_source").path("vector");
    if (dimension > 0 && vector.size() != dimension) {
      throw reply.malformed(where + "._source.vector", vector.size() + " values");
    }
    // Lucene's score of a cosine is (1 + cosine) / 2
    return new Hit(
        asset.path("id").asText(),
        2 * score - 1,
        asset,
        dimension == 0 ? null : embedding(reply, vector, where));
  }

  private static Embedding embedding(Reply reply, JsonNode vector, String where) {
    float[] values = new float[vector.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.get(i).floatValue();
    }
    try {
      return Embedding.of(values);
    } catch (IllegalArgumentException e) {
      throw reply.malformed(where + "._source.vector", "zero or not finite");
    }
  }

  private static void term(ArrayNode filters, String field, String value) {
    filters.addObject().putObject("term").put(field, value);
  }
}
