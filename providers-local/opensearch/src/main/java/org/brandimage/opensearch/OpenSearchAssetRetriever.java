package org.brandimage.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.brandimage.opensearch.KnnSearch.Hit;
import org.brandimage.opensearch.OpenSearchConnection.Reply;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;

/**
 * Stage 2 over an OpenSearch index: k-NN by cosine among the assets of the kind, tags and
 * attributes that may be found; the filter is applied while the graph is walked, so a narrow one
 * still finds its nearest. Approximate, as HNSW is. One embedding and one request a search.
 *
 * <p>The score is the cosine, and the floor is yours to give: how near is near enough differs from
 * model to model, and there is no default that would be right. With bge-small a right word is at
 * 0.64 to its thing and a wrong one at 0.63, so a floor alone does not tell them apart; {@code
 * EmbeddingAssetRetriever} of brandimage-providers-local, which measures above chance, does better
 * where the library fits on one machine. Ties are broken by id, at the end of the list among the 50
 * next best.
 *
 * <p>Deterministic while the index is unchanged and searched on the same copy of a shard.
 * Thread-safe if the embedder and the photos are; the embedder stays the caller's to close. Build a
 * new one after the index changed, so that a result store sees another {@link #identity()}.
 */
public final class OpenSearchAssetRetriever implements AssetRetriever, Identified {
  private final OpenSearchConnection connection;
  private final String index;
  private final Embedder embedder;
  private final AssetPhotos photos;
  private final AssetFilter scope;
  private final double floor;
  private final IndexHeader header;

  private OpenSearchAssetRetriever(Builder builder, IndexHeader header) {
    this.connection = builder.connection;
    this.index = builder.index;
    this.embedder = builder.embedder;
    this.photos = builder.photos;
    this.scope = builder.scope;
    this.floor = builder.floor;
    this.header = header;
  }

  /**
   * Starts a builder.
   *
   * @param connection the way to the cluster
   * @param index the index's name
   * @param embedder the model the index was made with
   * @param photos finds the photos of an asset
   * @return a builder that needs a floor
   * @throws org.brandimage.spi.error.InvalidInputException when the name is none
   */
  public static Builder builder(
      OpenSearchConnection connection, String index, Embedder embedder, AssetPhotos photos) {
    return new Builder(connection, index, embedder, photos);
  }

  @Override
  public StageIdentity identity() {
    String settings =
        "1;floor=" + floor + ";scope=" + scope + ";index=" + index + "/" + header.revision();
    return new StageIdentity("OpenSearchAssetRetriever", settings, embedder.model());
  }

  @Override
  public Retrieval retrieve(RetrieveRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    AssetVectors vectors = new AssetVectors(embedder, header.content());
    Embedding query = vectors.ofQuery(request.entity().name(), context);
    ObjectNode body = KnnSearch.body(query, request, scope);
    String path = "/" + index + "/_search?allow_partial_search_results=false";
    Reply reply = connection.send("POST", path, body, context).orThrow();
    List<Hit> hits = KnnSearch.hits(reply, request.diversity() > 0 ? query.dimension() : 0);
    List<Hit> fitting = hits.stream().filter(hit -> hit.cosine() >= floor).toList();
    List<Hit> missing = hits.stream().filter(hit -> hit.cosine() < floor).toList();
    return new Retrieval(
        request.entity(),
        matches(reply, DiverseHits.of(fitting, request.limit(), request.diversity())),
        matches(reply, missing.subList(0, Math.min(request.limit(), missing.size()))));
  }

  private List<AssetMatch> matches(Reply reply, List<Hit> hits) {
    List<AssetMatch> matches = new ArrayList<>();
    for (Hit hit : hits) {
      Asset asset = AssetDocument.read(reply, index, hit.asset(), photos);
      matches.add(new AssetMatch(asset, hit.cosine()));
    }
    return matches;
  }

  @Override
  public String toString() {
    return "OpenSearchAssetRetriever[" + index + ", " + embedder.model() + "]";
  }

  /** Builds an {@link OpenSearchAssetRetriever}. Not thread-safe. */
  public static final class Builder {
    private final OpenSearchConnection connection;
    private final String index;
    private final Embedder embedder;
    private final AssetPhotos photos;
    private AssetFilter scope = AssetFilter.NONE;
    private double floor = Double.NaN;

    private Builder(
        OpenSearchConnection connection, String index, Embedder embedder, AssetPhotos photos) {
      this.connection = Objects.requireNonNull(connection, "connection");
      this.index = IndexHeader.checkedName(index);
      this.embedder = Objects.requireNonNull(embedder, "embedder");
      this.photos = Objects.requireNonNull(photos, "photos");
    }

    /**
     * Sets the cosine an asset must reach to be a match.
     *
     * @param floor from -1 to 1
     * @return this
     */
    public Builder floor(double floor) {
      if (!(floor >= -1 && floor <= 1)) {
        throw new IllegalArgumentException("floor must be from -1 to 1: " + floor);
      }
      this.floor = floor;
      return this;
    }

    /**
     * Sets what may be found at all, whatever a request asks for; such as one tenant's assets.
     *
     * @param scope the filter; none by default
     * @return this
     */
    public Builder scope(AssetFilter scope) {
      this.scope = Objects.requireNonNull(scope, "scope");
      return this;
    }

    /**
     * Checks that the index is there and was made with the embedder's model.
     *
     * @param context the run
     * @return the retriever
     * @throws IllegalStateException when no floor was given
     * @throws org.brandimage.spi.error.InvalidInputException when the index is missing or was made
     *     with another model
     * @throws org.brandimage.spi.error.StageException when the cluster cannot be reached or refuses
     * @throws InterruptedException when cancelled
     */
    public OpenSearchAssetRetriever build(StageContext context) throws InterruptedException {
      if (Double.isNaN(floor)) {
        throw new IllegalStateException("give a floor: the cosine a match must reach");
      }
      IndexHeader header = IndexHeader.read(connection, index, context).require(index, embedder);
      return new OpenSearchAssetRetriever(this, header);
    }
  }
}
