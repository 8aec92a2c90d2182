package org.brandimage.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.brandimage.opensearch.OpenSearchConnection.Reply;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;

/**
 * An OpenSearch index of assets: creates it, and embeds, adds, replaces and removes assets. Vectors
 * lie in an HNSW graph of the Lucene engine, compared by cosine; the model's id and dimension stand
 * in the index's {@code _meta}. Needs OpenSearch 2.9 or later with the k-NN plugin.
 *
 * <p>Adding is idempotent: an asset is a document of its own id, so a repeat after a failure does
 * no harm, but embeds again. Each change ends with a refresh, after which searches see it. Safe to
 * use by several threads; the embedder stays the caller's to close.
 */
public final class OpenSearchAssetIndex {
  private final OpenSearchConnection connection;
  private final String index;
  private final Embedder embedder;
  private final Content content;
  private final int batch;
  private final int shards;
  private final int replicas;

  private OpenSearchAssetIndex(Builder builder) {
    this.connection = builder.connection;
    this.index = builder.index;
    this.embedder = builder.embedder;
    this.content = builder.content;
    this.batch = builder.batch;
    this.shards = builder.shards;
    this.replicas = builder.replicas;
  }

  /** What of an asset is embedded. */
  public enum Content {
    /** Its description, or the words of its id when it has none. */
    DESCRIPTION,
    /** The mean of its first four photos; the embedder must put texts and pictures in one space. */
    PHOTOS
  }

  /**
   * Starts a builder.
   *
   * @param connection the way to the cluster
   * @param index the index's name: lower-case letters, digits, '.', '_' and '-'
   * @param embedder embeds the assets
   * @return a builder with the documented defaults
   * @throws InvalidInputException when the name is none
   */
  public static Builder builder(OpenSearchConnection connection, String index, Embedder embedder) {
    return new Builder(connection, index, embedder);
  }

  /**
   * Creates the index unless it is there.
   *
   * @param context the run
   * @return whether it was created; false when one made with the same model was there
   * @throws InvalidInputException when it was made with another model, or not by this class
   * @throws org.brandimage.spi.error.StageException when the cluster cannot be reached or refuses
   * @throws InterruptedException when cancelled
   */
  public boolean create(StageContext context) throws InterruptedException {
    ObjectNode body = OpenSearchConnection.JSON.createObjectNode();
    ObjectNode settings = body.putObject("settings").putObject("index").put("knn", true);
    settings.put("number_of_shards", shards).put("number_of_replicas", replicas);
    ObjectNode mappings = body.putObject("mappings");
    header().write(mappings);
    AssetDocument.mapping(mappings, embedder.dimension());
    Reply reply = connection.send("PUT", "/" + index, body, context);
    if (Failures.type(reply.json()).equals("resource_already_exists_exception")) {
      requireOwn(context);
      return false;
    }
    reply.orThrow();
    return true;
  }

  /**
   * Embeds assets and adds them, or replaces those of the same ids; batch by batch.
   *
   * @param assets the assets
   * @param context what the calls of the embedder are recorded on and paid from
   * @return what was added and what was refused; what a batch added stays when a later one fails
   * @throws InvalidInputException when the index is missing or was made with another model
   * @throws org.brandimage.spi.error.StageException when the cluster cannot be reached or refuses
   * @throws InterruptedException when cancelled
   */
  public IndexReport add(List<Asset> assets, StageContext context) throws InterruptedException {
    requireOwn(context);
    IndexReport report = IndexReport.NONE;
    try {
      for (int from = 0; from < assets.size(); from += batch) {
        List<Asset> part = assets.subList(from, Math.min(assets.size(), from + batch));
        report = report.and(addBatch(part, context));
      }
    } finally {
      if (!context.cancelled()) {
        publish(context);
      }
    }
    return report;
  }

  /**
   * Removes assets; ids that are not there count as removed.
   *
   * @param ids the assets' ids
   * @param context the run
   * @throws org.brandimage.spi.error.StageException when the cluster cannot be reached or refuses
   * @throws InterruptedException when cancelled
   */
  public void remove(Set<String> ids, StageContext context) throws InterruptedException {
    requireOwn(context);
    List<String> all = List.copyOf(new TreeSet<>(ids));
    for (int from = 0; from < all.size(); from += batch) {
      List<String> part = all.subList(from, Math.min(all.size(), from + batch));
      StringBuilder lines = new StringBuilder();
      part.forEach(id -> lines.append(action("delete", id)).append('\n'));
      BulkReply.read(bulk(lines, context), part);
    }
    publish(context);
  }

  private IndexReport addBatch(List<Asset> assets, StageContext context)
      throws InterruptedException {
    List<Embedding> embeddings = new AssetVectors(embedder, content).of(assets, context);
    StringBuilder lines = new StringBuilder();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < assets.size(); i++) {
      String id = assets.get(i).id();
      ids.add(id);
      lines.append(action("index", id)).append('\n');
      lines.append(AssetDocument.of(assets.get(i), embeddings.get(i))).append('\n');
    }
    return BulkReply.read(bulk(lines, context), ids);
  }

  private static JsonNode action(String name, String assetId) {
    ObjectNode action = OpenSearchConnection.JSON.createObjectNode();
    action.putObject(name).put("_id", AssetDocument.id(assetId));
    return action;
  }

  private Reply bulk(StringBuilder lines, StageContext context) throws InterruptedException {
    return connection.sendLines("/" + index + "/_bulk", lines.toString(), context).orThrow();
  }

  /** Makes the changes visible and says that there were some. */
  private void publish(StageContext context) throws InterruptedException {
    connection.send("POST", "/" + index + "/_refresh", null, context).orThrow();
    ObjectNode mappings = OpenSearchConnection.JSON.createObjectNode();
    header().write(mappings);
    connection.send("PUT", "/" + index + "/_mapping", mappings, context).orThrow();
  }

  private IndexHeader header() {
    String revision = UUID.randomUUID().toString();
    return new IndexHeader(embedder.model(), embedder.dimension(), content, revision);
  }

  private void requireOwn(StageContext context) throws InterruptedException {
    IndexHeader.read(connection, index, context)
        .require(index, embedder)
        .requireContent(index, content);
  }

  @Override
  public String toString() {
    return "OpenSearchAssetIndex[" + index + ", " + embedder.model() + "]";
  }

  /** Builds an {@link OpenSearchAssetIndex}. Not thread-safe. */
  public static final class Builder {
    private final OpenSearchConnection connection;
    private final String index;
    private final Embedder embedder;
    private Content content = Content.DESCRIPTION;
    private int batch = 100;
    private int shards = 1;
    private int replicas = 1;

    private Builder(OpenSearchConnection connection, String index, Embedder embedder) {
      this.connection = Objects.requireNonNull(connection, "connection");
      this.index = IndexHeader.checkedName(index);
      this.embedder = Objects.requireNonNull(embedder, "embedder");
    }

    /**
     * Sets what is embedded.
     *
     * @param content {@link Content#DESCRIPTION} by default
     * @return this
     */
    public Builder content(Content content) {
      if (content == Content.PHOTOS && !embedder.embedsImages()) {
        throw new IllegalArgumentException("embedder embeds no pictures: " + embedder.model());
      }
      this.content = Objects.requireNonNull(content, "content");
      return this;
    }

    /**
     * Sets how many assets are embedded and sent together.
     *
     * @param batch from 1 to 1,000; 100 by default
     * @return this
     */
    public Builder batch(int batch) {
      this.batch = within("batch", batch, 1, 1000);
      return this;
    }

    /**
     * Sets over how many shards a new index is spread.
     *
     * @param shards from 1 to 1,024; 1 by default
     * @return this
     */
    public Builder shards(int shards) {
      this.shards = within("shards", shards, 1, 1024);
      return this;
    }

    /**
     * Sets how many copies of each shard a new index has besides the first.
     *
     * @param replicas from 0 to 20; 1 by default
     * @return this
     */
    public Builder replicas(int replicas) {
      this.replicas = within("replicas", replicas, 0, 20);
      return this;
    }

    /**
     * Builds the value; sends nothing.
     *
     * @return the index
     */
    public OpenSearchAssetIndex build() {
      return new OpenSearchAssetIndex(this);
    }

    private static int within(String name, int value, int least, int most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            name + " must be from " + least + " to " + most + ": " + value);
      }
      return value;
    }
  }
}
