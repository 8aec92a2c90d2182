package org.brandimage.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.opensearch.OpenSearchConnection.Reply;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;

/**
 * An asset as a document: fields to filter by, the vector, and the asset itself, stored but not
 * indexed. Stateless.
 */
final class AssetDocument {
  private AssetDocument() {}

  /** Writes the mapping of all fields. */
  static void mapping(ObjectNode mappings, int dimension) {
    mappings.put("dynamic", "strict");
    ObjectNode fields = mappings.putObject("properties");
    for (String name : List.of("id", "kind", "tags", "attributes")) {
      fields.putObject(name).put("type", "keyword");
    }
    fields.putObject("asset").put("type", "object").put("enabled", false);
    ObjectNode vector = fields.putObject("vector").put("type", "knn_vector");
    vector
        .put("dimension", dimension)
        .putObject("method")
        .put("name", "hnsw")
        .put("engine", "lucene")
        .put("space_type", "cosinesimil");
  }

  /** Returns the document's id: asset ids may be longer than the 512 bytes OpenSearch takes. */
  static String id(String assetId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(assetId.getBytes(StandardCharsets.UTF_16BE));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static ObjectNode of(Asset asset, Embedding embedding) {
    ObjectNode document = OpenSearchConnection.JSON.createObjectNode();
    document.put("id", asset.id()).put("kind", asset.kind().label());
    Set<String> folded = new TreeSet<>();
    asset.tags().forEach(tag -> folded.add(tag.toLowerCase(Locale.ROOT)));
    texts(document.putArray("tags"), folded);
    ArrayNode pairs = document.putArray("attributes");
    asset.attributes().forEach((name, value) -> pairs.add(pair(name, value)));
    vector(document.putArray("vector"), embedding);
    ObjectNode stored = document.putObject("asset");
    stored.put("id", asset.id()).put("kind", asset.kind().label());
    stored.put("description", asset.description());
    texts(stored.putArray("tags"), asset.tags());
    // as pairs: names with dots would be taken for paths
    ArrayNode attributes = stored.putArray("attributes");
    asset.attributes().forEach((name, value) -> attributes.addArray().add(name).add(value));
    asset.heightCm().ifPresent(height -> stored.put("heightCm", height));
    SceneFactsField.write(asset.sceneFacts(), stored);
    return document;
  }

  /** Reads an asset back; its photos come from the caller. */
  static Asset read(Reply reply, String index, JsonNode stored, AssetPhotos photos) {
    String id = stored.path("id").asText("");
    List<ImageSource> sources = List.copyOf(photos.of(id));
    if (sources.isEmpty()) {
      throw new UnsupportedInputException(
          "asset " + id + " of index " + index + " has no photos any more - remove it there");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    stored
        .path("attributes")
        .forEach(pair -> attributes.put(pair.path(0).asText(), pair.path(1).asText()));
    Set<String> tags = new TreeSet<>();
    stored.path("tags").forEach(tag -> tags.add(tag.asText()));
    try {
      Asset.Builder asset =
          Asset.builder(
                  id,
                  EntityKind.valueOf(stored.path("kind").asText().toUpperCase(Locale.ROOT)),
                  sources)
              .description(stored.path("description").asText(""))
              .tags(tags)
              .attributes(attributes)
              .sceneFacts(SceneFactsField.read(stored));
      JsonNode height = stored.path("heightCm");
      return (height.isNumber() ? asset.heightCm(height.doubleValue()) : asset).build();
    } catch (IllegalArgumentException | InvalidInputException e) {
      throw reply.malformed("_source.asset", "no asset");
    }
  }

  /** Returns one term for a name and a value that no other pair has. */
  static String pair(String name, String value) {
    try {
      return OpenSearchConnection.JSON.writeValueAsString(List.of(name, value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("two texts can always be written", e);
    }
  }

  static void vector(ArrayNode array, Embedding embedding) {
    for (float value : embedding.toArray()) {
      array.add(value);
    }
  }

  private static void texts(ArrayNode array, Set<String> texts) {
    texts.forEach(array::add);
  }
}
