package org.brandimage.local.library;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.brandimage.local.index.BinaryQuantizedIndex;
import org.brandimage.local.index.NearestQuery;
import org.brandimage.local.index.Neighbour;
import org.brandimage.local.index.VectorIndex;
import org.brandimage.local.language.WordStems;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.retrieve.RetrieveRequest;

/**
 * An asset index over the files of an ingested library. Where more than {@value #ALL_SCORED} assets
 * are eligible, it scores some hundred: the nearest by text, by picture, and among those named by a
 * word of the query. Immutable.
 */
final class StoredAssetIndex implements AssetIndex {
  private static final int ALL_SCORED = 400;
  private static final int FEWEST_ROWS = 200;
  private static final int ROWS_FOR_EACH_WANTED = 10;

  private final LibrarySnapshot library;
  private final AssetFilter scope;
  private final VectorIndex text;
  private final VectorIndex content;

  /**
   * Makes an index over a library.
   *
   * @param library the library
   * @param scope what may be found at all
   */
  StoredAssetIndex(LibrarySnapshot library, AssetFilter scope) {
    this.library = library;
    this.scope = scope;
    this.text = BinaryQuantizedIndex.over(library.text());
    this.content = BinaryQuantizedIndex.over(library.content());
  }

  @Override
  public int size() {
    return library.size();
  }

  @Override
  public String fingerprint() {
    return library.fingerprint();
  }

  @Override
  public List<IndexedAsset> candidates(RetrieveRequest request, EmbeddedQuery query) {
    AssetFilter filter = request.filter().and(scope);
    BitSet eligible = library.matching(request.entity().kind(), filter);
    request.excludedIds().stream()
        .mapToInt(library::find)
        .filter(ordinal -> ordinal >= 0)
        .forEach(eligible::clear);
    if (eligible.cardinality() > ALL_SCORED) {
      eligible = nearest(request, query, eligible);
    }
    return eligible.stream()
        .mapToObj(this::indexed)
        .filter(entry -> filter.matches(entry.asset()))
        .toList();
  }

  private BitSet nearest(RetrieveRequest request, EmbeddedQuery query, BitSet eligible) {
    int rows = Math.max(FEWEST_ROWS, request.limit() * ROWS_FOR_EACH_WANTED);
    BitSet found = new BitSet();
    BitSet called = library.calledBy(WordStems.of(query.name()));
    called.and(eligible);
    addNearest(found, text, query.embeddings(), rows, library.text().ownedBy(eligible));
    addNearest(found, text, query.embeddings(), rows, library.text().ownedBy(called));
    List<Embedding> picture = query.picture().stream().toList();
    addNearest(found, content, picture, rows, library.content().ownedBy(eligible));
    return found;
  }

  private static void addNearest(
      BitSet found, VectorIndex index, List<Embedding> near, int limit, BitSet within) {
    if (within.isEmpty()) {
      return;
    }
    StoredRows rows = (StoredRows) index.rows();
    for (Embedding embedding : near) {
      NearestQuery query = NearestQuery.builder(embedding.toArray(), limit).within(within).build();
      for (Neighbour neighbour : index.nearest(query)) {
        found.set(rows.owner(neighbour.row()));
      }
    }
  }

  private IndexedAsset indexed(int ordinal) {
    CatalogRecord entry = library.record(ordinal);
    Asset asset = library.asset(entry);
    return new IndexedAsset(
        asset,
        embedded(library.text(), entry.text()),
        embedded(library.content(), entry.content()));
  }

  private static IndexedAsset.Embedded embedded(StoredRows rows, VectorRange range) {
    List<Embedding> embeddings = new ArrayList<>();
    for (int row = range.first(); row < range.first() + range.count(); row++) {
      float[] vector = new float[rows.dimension()];
      rows.read(row, vector);
      embeddings.add(Embedding.of(vector));
    }
    List<Double> numbers = range.chances();
    return new IndexedAsset.Embedded(
        embeddings,
        IntStream.range(0, range.count())
            .mapToObj(i -> new Cohort.Chance(numbers.get(2 * i), numbers.get(2 * i + 1)))
            .toList());
  }
}
