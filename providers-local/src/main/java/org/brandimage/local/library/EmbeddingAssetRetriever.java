package org.brandimage.local.library;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.jspecify.annotations.Nullable;

/**
 * Stage 2 by meaning and words: every asset is found by its description, its name and its tags, as
 * any {@link Embedder} understands them, and by the words it shares with what is looked for.
 *
 * <p>The score of an asset is
 *
 * <pre>{@code
 * standard deviations of the cosine above chance  +  lexicalWeight * share of common words
 * }</pre>
 *
 * where chance is what the same embedder gives unrelated everyday words, seen from the asset and
 * from the query, and the share of common words is 0.7 for the word that says what the thing is
 * ("duck" of "rubber duck") plus 0.3 for the rest, endings of number aside. The best of the asset's
 * texts counts, and a product is compared as a whole and as the thing it is, in equal parts
 * ("leather jacket" and "jacket"). A plain cosine would not do: with BGE-small "shoe" is at 0.64 to
 * a shiny sneaker and "laptop" at 0.63 to a sofa.
 *
 * <p>The default floor was chosen on BGE-small and a library of 17 products and 10 places described
 * by their file names only ("shiny sneaker", "urban street at sunset"). Of 60 phrases with a
 * fitting asset, among them synonyms such as couch, purse and lounge, the right one came first for
 * 58 and was above the floor for 54; of 55 phrases without one, three found something: a leather
 * jacket (a leather handbag, 4.6), a dining table (a table lamp, 5.1) and a dog bowl (a berry bowl,
 * 7.4). The other wrong ones reached 3.3 at most ("rooftop pool", a skyline). The weakest right
 * ones above the floor were "shoe" (3.8) and "kettle" for a teapot (3.8); the six missed, such as
 * "tin" for a can (1.3), were no nearer than chance. Another embedder should need no other floor as
 * long as it tells related words from unrelated ones as well.
 *
 * <p>An asset below the floor is no match, however alone it is: a library without a bicycle has
 * none for "a bicycle", and one without backgrounds none for "a street". Those below the floor come
 * back as nearest misses, for messages.
 *
 * <p>With an embedder of pictures ({@link Builder#content}) what an asset's pictures show counts
 * like a further description: the better of the two counts in full, the other, if above chance,
 * three quarters.
 *
 * <p>Assets at hand are embedded once when the retriever is built, and each of the kind is scored;
 * of an ingested library some hundred near ones are ({@link
 * org.brandimage.local.index.BinaryQuantizedIndex}). A search embeds one or two short texts.
 * Deterministic if the embedder is; thread-safe if the embedder is, which stays the caller's to
 * close.
 */
public final class EmbeddingAssetRetriever implements AssetRetriever, Identified {
  /** The score an asset must reach unless the builder is told otherwise. */
  public static final double DEFAULT_FLOOR = 3.5;

  /** What a full share of common words adds to the score unless the builder is told otherwise. */
  public static final double DEFAULT_LEXICAL_WEIGHT = 2;

  private final Embedder embedder;
  private final LazyIndex index;
  private final double floor;
  private final double lexicalWeight;
  private final String settings;

  private EmbeddingAssetRetriever(Builder builder, LazyIndex index) {
    this.embedder = builder.embedder;
    this.floor = builder.floor;
    this.lexicalWeight = builder.lexicalWeight;
    this.index = index;
    this.settings =
        "3;floor="
            + floor
            + ";lexical="
            + lexicalWeight
            + ";scope="
            + builder.scope
            + ";library="
            + index.fingerprint();
  }

  /**
   * Indexes a library with the default settings.
   *
   * @param embedder embeds texts
   * @param library the library
   * @return the retriever
   * @throws InterruptedException when cancelled
   */
  public static EmbeddingAssetRetriever create(Embedder embedder, MediaLibrary library)
      throws InterruptedException {
    return builder(embedder, library).build(StageContext.standalone());
  }

  /**
   * Starts a builder over a library. One that was ingested is searched where it lies: nothing is
   * embedded but queries.
   *
   * @param embedder embeds texts; the model an ingested library was made with
   * @param library the library
   * @return a builder with the default settings
   */
  public static Builder builder(Embedder embedder, MediaLibrary library) {
    return library instanceof StoredLibrary stored
        ? new Builder(embedder, List.of(), stored.snapshot())
        : builder(embedder, library.assets());
  }

  /**
   * Starts a builder.
   *
   * @param embedder embeds texts
   * @param assets what is to be found, each id once; may be empty
   * @return a builder with the default settings
   */
  public static Builder builder(Embedder embedder, List<Asset> assets) {
    return new Builder(embedder, assets, null);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("EmbeddingAssetRetriever", settings, embedder.model());
  }

  @Override
  public Retrieval retrieve(RetrieveRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    if (index.size() == 0) {
      return new Retrieval(request.entity(), List.of(), List.of());
    }
    // Not in this run: its provenance would have calls that the next run of the brief has not.
    LazyIndex.Embedded embedded = index.get(StageContext.standalone());
    context.checkActive();
    EmbeddedQuery query = EmbeddedQuery.of(request.entity(), embedded.spaces(), context);
    List<IndexedAsset> candidates = embedded.assets().candidates(request, query);
    return Scored.rank(candidates, query, request, floor, lexicalWeight);
  }

  @Override
  public String toString() {
    return "EmbeddingAssetRetriever[" + index.size() + " assets, " + embedder.model() + "]";
  }

  /** Builds an {@link EmbeddingAssetRetriever}. Not thread-safe. */
  public static final class Builder {
    private final Embedder embedder;
    private final List<Asset> assets;
    private final @Nullable LibrarySnapshot ingested;
    private @Nullable Embedder content;
    private AssetFilter scope = AssetFilter.NONE;
    private double floor = DEFAULT_FLOOR;
    private double lexicalWeight = DEFAULT_LEXICAL_WEIGHT;

    private Builder(Embedder embedder, List<Asset> assets, @Nullable LibrarySnapshot ingested) {
      this.embedder = Objects.requireNonNull(embedder, "embedder");
      this.ingested = ingested;
      this.assets = List.copyOf(assets);
      if (this.assets.stream().distinct().count() < this.assets.size()) {
        throw new IllegalArgumentException("an asset id stands twice among " + this.assets);
      }
    }

    /**
     * Sets the score an asset must reach to be a match.
     *
     * @param floor any finite number; {@link #DEFAULT_FLOOR} by default
     * @return this
     */
    public Builder floor(double floor) {
      if (!Double.isFinite(floor)) {
        throw new IllegalArgumentException("floor must be finite: " + floor);
      }
      this.floor = floor;
      return this;
    }

    /**
     * Sets what a full share of common words adds to the score.
     *
     * @param lexicalWeight 0 or above; {@link #DEFAULT_LEXICAL_WEIGHT} by default
     * @return this
     */
    public Builder lexicalWeight(double lexicalWeight) {
      if (!(lexicalWeight >= 0) || !Double.isFinite(lexicalWeight)) {
        throw new IllegalArgumentException("lexicalWeight must be 0 or above: " + lexicalWeight);
      }
      this.lexicalWeight = lexicalWeight;
      return this;
    }

    /**
     * Sets what embeds pictures, so that assets are found by what they show too.
     *
     * @param content embeds pictures and texts, such as a {@link
     *     org.brandimage.local.vision.PictureEmbedder}; the model an ingested library was made
     *     with. Without it only words count
     * @return this
     */
    public Builder content(Embedder content) {
      if (!content.embedsImages()) {
        throw new IllegalArgumentException("content must embed pictures: " + content.model());
      }
      this.content = content;
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
     * Embeds the assets outside of a run.
     *
     * @return the retriever
     * @throws InterruptedException when cancelled
     */
    public EmbeddingAssetRetriever build() throws InterruptedException {
      return build(StageContext.standalone());
    }

    /**
     * Embeds the assets, in one request to each embedder; of an ingested library nothing.
     *
     * @param context what the calls are recorded on and paid from
     * @return the retriever
     * @throws org.brandimage.spi.error.InvalidInputException when an ingested library was made with
     *     other models
     * @throws InterruptedException when cancelled
     */
    public EmbeddingAssetRetriever build(StageContext context) throws InterruptedException {
      EmbeddingAssetRetriever retriever = buildLazily();
      if (retriever.index.size() > 0) {
        retriever.index.get(context);
      }
      return retriever;
    }

    /**
     * Builds a retriever that embeds the assets with the first request. These calls are recorded on
     * no run and paid from no budget; an interruption ends them.
     *
     * @return the retriever
     * @throws org.brandimage.spi.error.InvalidInputException when an ingested library was made with
     *     other models
     */
    public EmbeddingAssetRetriever buildLazily() {
      if (ingested != null) {
        ingested.header().requireModels(ingested.folder(), embedder, content);
        StoredAssetIndex stored = new StoredAssetIndex(ingested, scope);
        return new EmbeddingAssetRetriever(
            this,
            new LazyIndex(
                stored.size(),
                stored.fingerprint(),
                (spaces, context) -> stored,
                embedder,
                content));
      }
      AssetFilter within = scope;
      String fingerprint = FolderLibrary.fingerprint(assets);
      return new EmbeddingAssetRetriever(
          this,
          new LazyIndex(
              assets.size(),
              fingerprint,
              (spaces, context) ->
                  new HeapAssetIndex(
                      new AssetEmbedding(spaces).of(assets, context), within, fingerprint),
              embedder,
              content));
    }
  }
}
