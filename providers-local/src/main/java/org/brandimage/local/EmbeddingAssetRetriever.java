package org.brandimage.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.brandimage.local.internal.Cohort;
import org.brandimage.local.internal.IndexedAsset;
import org.brandimage.local.internal.Query;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetMatch;
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
 * <p>Everything is embedded once when the retriever is built; a search embeds one or two short
 * texts and compares them with every asset of the kind. Deterministic if the embedder is;
 * thread-safe if the embedder is, which stays the caller's to close.
 */
public final class EmbeddingAssetRetriever implements AssetRetriever, Identified {
  /** The score an asset must reach unless the builder is told otherwise. */
  public static final double DEFAULT_FLOOR = 3.5;

  /** What a full share of common words adds to the score unless the builder is told otherwise. */
  public static final double DEFAULT_LEXICAL_WEIGHT = 2;

  private static final Comparator<AssetMatch> BEST_FIRST =
      Comparator.comparingDouble(AssetMatch::score)
          .reversed()
          .thenComparing(match -> match.asset().id());

  private final Embedder embedder;
  private final List<IndexedAsset> index;
  private final @Nullable Cohort cohort;
  private final double floor;
  private final double lexicalWeight;
  private final String libraryFingerprint;

  private EmbeddingAssetRetriever(
      Builder builder, List<IndexedAsset> index, @Nullable Cohort cohort) {
    this.embedder = builder.embedder;
    this.floor = builder.floor;
    this.lexicalWeight = builder.lexicalWeight;
    this.libraryFingerprint = MediaLibrary.fingerprint(builder.assets);
    this.index = index;
    this.cohort = cohort;
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
    return builder(embedder, library.assets()).build(StageContext.standalone());
  }

  /**
   * Starts a builder.
   *
   * @param embedder embeds texts
   * @param assets what is to be found, each id once; may be empty
   * @return a builder with the default settings
   */
  public static Builder builder(Embedder embedder, List<Asset> assets) {
    return new Builder(embedder, assets);
  }

  @Override
  public StageIdentity identity() {
    String settings = "1;floor=" + floor + ";lexical=" + lexicalWeight;
    return new StageIdentity(
        "EmbeddingAssetRetriever", settings + ";library=" + libraryFingerprint, embedder.model());
  }

  @Override
  public Retrieval retrieve(RetrieveRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    List<IndexedAsset> eligible =
        index.stream()
            .filter(entry -> entry.asset().kind() == request.entity().kind())
            .filter(entry -> !request.excludedIds().contains(entry.asset().id()))
            .toList();
    List<AssetMatch> scored = scored(request.entity(), eligible, context);
    return new Retrieval(
        request.entity(),
        scored.stream().filter(match -> match.score() >= floor).limit(request.limit()).toList(),
        scored.stream().filter(match -> match.score() < floor).limit(request.limit()).toList());
  }

  private List<AssetMatch> scored(Entity entity, List<IndexedAsset> entries, StageContext context)
      throws InterruptedException {
    List<AssetMatch> matches = new ArrayList<>();
    if (cohort != null && !entries.isEmpty()) {
      Query query = Query.of(entity, embedder, cohort, context);
      entries.forEach(
          entry -> matches.add(new AssetMatch(entry.asset(), query.score(entry, lexicalWeight))));
      matches.sort(BEST_FIRST);
    }
    return matches;
  }

  @Override
  public String toString() {
    return "EmbeddingAssetRetriever[" + index.size() + " assets, " + embedder.model() + "]";
  }

  /** Builds an {@link EmbeddingAssetRetriever}. Not thread-safe. */
  public static final class Builder {
    private final Embedder embedder;
    private final List<Asset> assets;
    private double floor = DEFAULT_FLOOR;
    private double lexicalWeight = DEFAULT_LEXICAL_WEIGHT;

    private Builder(Embedder embedder, List<Asset> assets) {
      this.embedder = Objects.requireNonNull(embedder, "embedder");
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
     * Embeds the assets outside of a run.
     *
     * @return the retriever
     * @throws InterruptedException when cancelled
     */
    public EmbeddingAssetRetriever build() throws InterruptedException {
      return build(StageContext.standalone());
    }

    /**
     * Embeds the assets, in one request to the embedder.
     *
     * @param context what the calls are recorded on and paid from
     * @return the retriever
     * @throws InterruptedException when cancelled
     */
    public EmbeddingAssetRetriever build(StageContext context) throws InterruptedException {
      if (assets.isEmpty()) {
        return new EmbeddingAssetRetriever(this, List.of(), null);
      }
      Cohort cohort = Cohort.of(embedder, context);
      List<String> texts = new ArrayList<>();
      assets.forEach(asset -> texts.addAll(IndexedAsset.texts(asset)));
      List<Embedding> embeddings =
          embedder.embed(EmbedRequest.ofTexts(texts, Purpose.INDEX), context);
      List<IndexedAsset> index = new ArrayList<>();
      int from = 0;
      for (Asset asset : assets) {
        int to = from + IndexedAsset.texts(asset).size();
        index.add(new IndexedAsset(asset, embeddings.subList(from, to), cohort));
        from = to;
      }
      return new EmbeddingAssetRetriever(this, List.copyOf(index), cohort);
    }
  }
}
