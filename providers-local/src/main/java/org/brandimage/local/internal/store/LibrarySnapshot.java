package org.brandimage.local.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.brandimage.imaging.ImageDecoder;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;
import org.jspecify.annotations.Nullable;

/**
 * A library as one commit left it. Vectors and records stay in their mapped files; on the heap are
 * ids, places, kinds and postings, about 150 bytes an asset. Immutable and thread-safe; commits made
 * later are not seen.
 */
public final class LibrarySnapshot {
  private final Path folder;
  private final ImageDecoder decoder;
  private final Manifest manifest;
  private final LibraryHeader header;
  private final MappedFile catalog;
  private final MappedFile textFile;
  private final MappedFile contentFile;
  private final IdTable ids;
  private final long[] offsets;
  private final StoredRows text;
  private final StoredRows content;
  private final Map<EntityKind, BitSet> kinds;
  private final Postings postings = new Postings();

  private LibrarySnapshot(
      Path folder, ImageDecoder decoder, Manifest manifest, Set<String> excluded, Damage damage)
      throws IOException {
    this.folder = folder;
    this.decoder = decoder;
    this.manifest = manifest;
    this.catalog = MappedFile.open(manifest.catalog(folder), manifest.catalogBytes(), 1);
    CatalogScan scan = new CatalogScan(manifest.catalog(folder), excluded, damage);
    Frames.scan(catalog, scan);
    this.header = scan.header();
    this.textFile = vectors(manifest.textVectors(folder), manifest.textRows(), text(header));
    this.contentFile =
        vectors(manifest.contentVectors(folder), manifest.contentRows(), content(header));
    IdTable.Table table = scan.table();
    this.ids = table.ids;
    this.offsets = table.offsets;
    this.text = new StoredRows(textFile, text(header), manifest.textRows(), ids);
    this.content = new StoredRows(contentFile, content(header), manifest.contentRows(), ids);
    this.kinds =
        Map.of(
            EntityKind.PRODUCT, new BitSet(),
            EntityKind.BACKGROUND, new BitSet(),
            EntityKind.THEME, new BitSet());
    IntStream.range(0, offsets.length).forEach(ordinal -> file(record(ordinal), ordinal));
  }

  /**
   * Tells whether a folder holds an ingested library.
   *
   * @param folder the folder
   * @return whether there is a manifest
   */
  public static boolean isLibrary(Path folder) {
    return Files.isRegularFile(folder.resolve(Manifest.FILE));
  }

  /**
   * Opens what is committed.
   *
   * @param folder the library
   * @param decoder opens its pictures
   * @return the library as it is now
   * @throws InvalidInputException when the files are damaged or of another version
   */
  public static LibrarySnapshot open(Path folder, ImageDecoder decoder) {
    try {
      Manifest manifest =
          Manifest.read(folder)
              .orElseThrow(() -> damaged(folder.resolve(Manifest.FILE), "unreadable"));
      return open(folder, decoder, manifest, Set.of(), LibrarySnapshot::refuse);
    } catch (IOException e) {
      throw damaged(folder, String.valueOf(e.getMessage()));
    }
  }

  static LibrarySnapshot open(
      Path folder, ImageDecoder decoder, Manifest manifest, Set<String> excluded, Damage damage)
      throws IOException {
    return new LibrarySnapshot(folder, decoder, manifest, excluded, damage);
  }

  private static void refuse(Path file, long offset) {
    throw damaged(file, "damaged at byte " + offset);
  }

  private static InvalidInputException damaged(Path file, String problem) {
    return new InvalidInputException(
        file.toString(), problem, "ingest again; what is whole is kept, the rest made anew");
  }

  private static int text(LibraryHeader header) {
    return header.textDimension();
  }

  private static int content(LibraryHeader header) {
    return Math.max(1, header.contentDimension());
  }

  private static MappedFile vectors(Path file, int rows, int dimension) throws IOException {
    long bytes = (long) rows * dimension * Float.BYTES;
    return MappedFile.open(file, bytes, dimension * Float.BYTES);
  }

  private void file(CatalogRecord entry, int ordinal) {
    text.own(entry.text(), ordinal);
    content.own(entry.content(), ordinal);
    BitSet ofKind = kinds.get(entry.kind());
    if (ofKind != null) {
      ofKind.set(ordinal);
    }
    entry.tags().forEach(tag -> postings.add(Postings.tag(tag), ordinal));
    entry.words().forEach(word -> postings.add(Postings.word(word), ordinal));
    entry
        .attributes()
        .forEach((name, value) -> postings.add(Postings.attribute(name, value), ordinal));
  }

  /**
   * Returns the folder.
   *
   * @return the folder it was opened with
   */
  public Path folder() {
    return folder;
  }

  /**
   * Returns what the vectors were made with.
   *
   * @return models and dimensions
   */
  public LibraryHeader header() {
    return header;
  }

  /**
   * Checks that queries are embedded as the library was.
   *
   * @param text embeds texts
   * @param content embeds pictures; none to search by words only
   * @throws InvalidInputException when it was made with other models
   */
  public void requireModels(Embedder text, @Nullable Embedder content) {
    LibraryHeader given = LibraryHeader.of(text, content);
    boolean wordsOnly = content == null;
    header.requireSame(
        folder,
        wordsOnly
            ? new LibraryHeader(
                given.textModel(),
                given.textDimension(),
                header.contentModel(),
                header.contentDimension())
            : given);
  }

  /**
   * Returns the number of assets.
   *
   * @return 0 or above
   */
  public int size() {
    return offsets.length;
  }

  /**
   * Returns an asset's id; ordinals are in the order of the ids.
   *
   * @param ordinal from 0 to below {@link #size()}
   * @return the id
   */
  public String id(int ordinal) {
    return ids.id(ordinal);
  }

  /**
   * Finds an asset.
   *
   * @param id its id
   * @return its ordinal, or a negative number when there is none
   */
  public int find(String id) {
    return ids.find(id);
  }

  /**
   * Reads what the catalogue has of an asset.
   *
   * @param ordinal from 0 to below {@link #size()}
   * @return the record
   */
  public CatalogRecord record(int ordinal) {
    return CatalogRecord.decoded(Frames.at(catalog, offsets[ordinal]));
  }

  /**
   * Makes an asset; its photos are opened when they are used.
   *
   * @param entry what the catalogue has of it
   * @return the asset
   */
  public Asset asset(CatalogRecord entry) {
    Path root = entry.source().equals(CatalogRecord.COPIED) ? folder : Path.of(entry.source());
    List<ImageSource> photos = new ArrayList<>();
    entry.photos().forEach(photo -> photos.add(new StoredPhoto(decoder, root, photo)));
    Asset.Builder asset =
        Asset.builder(entry.id(), entry.kind(), photos)
            .description(entry.description())
            .tags(Set.copyOf(entry.tags()))
            .attributes(entry.attributes());
    if (entry.heightCm() > 0) {
      asset.heightCm(entry.heightCm());
    }
    return asset.build();
  }

  /**
   * Returns the vectors of the texts.
   *
   * @return the rows
   */
  public StoredRows text() {
    return text;
  }

  /**
   * Returns the vectors of the pictures.
   *
   * @return the rows; none when pictures are not embedded
   */
  public StoredRows content() {
    return content;
  }

  /**
   * Returns the assets of a kind that a filter may let pass. Tags and attributes are compared by
   * digest, so look at each asset found once more.
   *
   * @param kind the kind
   * @param filter tags and attributes
   * @return a fresh set of ordinals
   */
  public BitSet matching(EntityKind kind, AssetFilter filter) {
    BitSet found = (BitSet) kinds.getOrDefault(kind, new BitSet()).clone();
    filter.tags().forEach(tag -> found.and(postings.get(Postings.tag(tag))));
    filter
        .attributes()
        .forEach((name, value) -> found.and(postings.get(Postings.attribute(name, value))));
    return found;
  }

  /**
   * Returns the assets that are called by one of these words.
   *
   * @param stems stems of words
   * @return a fresh set of ordinals
   */
  public BitSet calledBy(List<String> stems) {
    BitSet found = new BitSet();
    stems.forEach(stem -> found.or(postings.get(Postings.word(stem))));
    return found;
  }

  /**
   * Returns how many assets of a kind there are.
   *
   * @param kind the kind
   * @return 0 or above
   */
  public int count(EntityKind kind) {
    return kinds.getOrDefault(kind, new BitSet()).cardinality();
  }

  /**
   * Reads every vector and compares its checksum.
   *
   * @return the ids of the assets whose vectors are damaged
   */
  public List<String> damagedVectors() {
    List<String> damaged = new ArrayList<>();
    for (int ordinal = 0; ordinal < size(); ordinal++) {
      CatalogRecord entry = record(ordinal);
      boolean whole =
          isWhole(textFile, text.dimension(), entry.text())
              && isWhole(contentFile, content.dimension(), entry.content());
      if (!whole) {
        damaged.add(entry.id());
      }
    }
    return damaged;
  }

  private static boolean isWhole(MappedFile file, int dimension, VectorRange range) {
    long row = (long) dimension * Float.BYTES;
    return range.count() == 0
        || file.crc(range.first() * row, range.count() * row) == range.crc();
  }

  /**
   * Returns the identity of the committed content.
   *
   * @return changes with every commit
   */
  public String fingerprint() {
    CRC32C crc = new CRC32C();
    long[] all = offsets;
    for (long offset : all) {
      crc.update((int) offset);
      crc.update((int) (offset >>> 8));
    }
    return manifest.generation() + "-" + manifest.catalogBytes() + "-" + crc.getValue();
  }

  Manifest manifest() {
    return manifest;
  }

  long rowsInUse() {
    return (long) text.live().cardinality() + content.live().cardinality();
  }

  /** Hears of damage; throws or notes it. */
  @FunctionalInterface
  interface Damage {
    void at(Path file, long offset);
  }

  /** Takes the records of a catalogue. */
  private static final class CatalogScan implements Frames.Visitor {
    private final IdTable.Builder entries = new IdTable.Builder();
    private final Path file;
    private final Set<String> excluded;
    private final Damage damage;
    private @Nullable LibraryHeader header;

    private CatalogScan(Path file, Set<String> excluded, Damage damage) {
      this.file = file;
      this.excluded = excluded;
      this.damage = damage;
    }

    @Override
    public void record(long offset, byte[] record) {
      if (header == null) {
        header = LibraryHeader.decoded(record, file);
        return;
      }
      RecordReader in = new RecordReader(record);
      String id = in.text();
      entries.add(id, offset, in.number() == 1 || excluded.contains(id));
    }

    @Override
    public void damaged(long offset) {
      damage.at(file, offset);
    }

    private LibraryHeader header() {
      if (header == null) {
        throw LibrarySnapshot.damaged(file, "has no header");
      }
      return header;
    }

    private IdTable.Table table() {
      return entries.build();
    }
  }
}
