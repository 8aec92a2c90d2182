package org.brandimage.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.brandimage.opensearch.OpenSearchConnection.Reply;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.model.Embedder;

/**
 * What stands in an index's {@code _meta}: how its vectors were made, so that those of another
 * model are never mixed in or searched with.
 *
 * @param model the embedder's id
 * @param dimension the embedder's dimension
 * @param content what was embedded
 * @param revision changes with each change of the index
 */
record IndexHeader(
    String model, int dimension, OpenSearchAssetIndex.Content content, String revision) {
  private static final String NAME = "brandimage";
  private static final int FORMAT = 1;
  private static final String INDEX_NAME = "[a-z0-9][a-z0-9._-]{0,254}";

  /** Checks the name of an index before it becomes part of an address. */
  static String checkedName(String index) {
    if (!index.matches(INDEX_NAME)) {
      throw new InvalidInputException(
          "index", index, "use lower-case letters, digits, '.', '_' and '-', 255 at most");
    }
    return index;
  }

  /** Reads the header of an index. */
  static IndexHeader read(OpenSearchConnection connection, String index, StageContext context)
      throws InterruptedException {
    Reply reply = connection.send("GET", "/" + index + "/_mapping", null, context);
    if (reply.status() == 404) {
      throw new InvalidInputException(
          "index", index, "there is none of this name; make it with OpenSearchAssetIndex.create");
    }
    JsonNode indexes = reply.orThrow().json();
    if (indexes.size() != 1) {
      throw new UnsupportedInputException(
          "index " + index + " stands for " + indexes.size() + " indexes - name one");
    }
    JsonNode meta = indexes.elements().next().path("mappings").path("_meta").path(NAME);
    if (!meta.isObject()) {
      throw new InvalidInputException(
          "index", index, "it was not made by OpenSearchAssetIndex; use another name");
    }
    if (meta.path("format").asInt() != FORMAT) {
      throw new InvalidInputException(
          "index " + index + " format",
          meta.path("format").asText(),
          "this version reads " + FORMAT + "; index the assets anew under another name");
    }
    return new IndexHeader(
        text(reply, meta, "model"),
        meta.path("dimension").asInt(),
        content(reply, text(reply, meta, "content")),
        text(reply, meta, "revision"));
  }

  /** Refuses an embedder whose vectors would not fit. */
  IndexHeader require(String index, Embedder embedder) {
    if (!model.equals(embedder.model()) || dimension != embedder.dimension()) {
      throw new InvalidInputException(
          "index " + index + " model",
          model + "/" + dimension,
          "the embedder is "
              + embedder.model()
              + "/"
              + embedder.dimension()
              + "; use the index's model, or index the assets anew under another name");
    }
    return this;
  }

  /** Refuses to mix vectors of words and of pictures. */
  void requireContent(String index, OpenSearchAssetIndex.Content wanted) {
    if (content != wanted) {
      throw new InvalidInputException(
          "index " + index + " content",
          content,
          "asked for " + wanted + "; index the assets anew under another name");
    }
  }

  /** Writes the header below {@code _meta}. */
  void write(ObjectNode mappings) {
    mappings
        .putObject("_meta")
        .putObject(NAME)
        .put("format", FORMAT)
        .put("model", model)
        .put("dimension", dimension)
        .put("content", content.name().toLowerCase(Locale.ROOT))
        .put("revision", revision);
  }

  private static String text(Reply reply, JsonNode meta, String field) {
    String value = meta.path(field).asText("");
    if (value.isEmpty()) {
      throw reply.malformed("_meta." + NAME + "." + field, "missing");
    }
    return value;
  }

  private static OpenSearchAssetIndex.Content content(Reply reply, String value) {
    for (OpenSearchAssetIndex.Content one : OpenSearchAssetIndex.Content.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(value)) {
        return one;
      }
    }
    throw reply.malformed("_meta." + NAME + ".content", "unknown");
  }
}
