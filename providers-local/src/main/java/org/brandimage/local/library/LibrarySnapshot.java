package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.json.SceneFactsJson;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;

/**
 * A library as one commit left it. Vectors and records stay in their mapped files; on the heap are
 * ids, places, kinds and postings, about 150 bytes an asset. Immutable and thread-safe; commits
 * made later are not seen.
 */
final class LibrarySnapshot {
  private final Path folder;
  private final ImageDecoder decoder;
  private final Manifest manifest;
  private final LibraryHeader header;
  private final MappedFile catalog;
  private final IdTable ids;
  private final long[] offsets;
  private final StoredRows text;
  private final StoredRows content;
  private final Map<EntityKind, BitSet> kinds;
  private final Postings postings = new Postings();

  private LibrarySnapshot(
      Path folder,
      ImageDecoder decoder,
      Manifest manifest,
      Set<String> excluded,
      CatalogScan.Damage damage)
      throws IOException {
    this.folder = folder;
    this.decoder = decoder;
    this.manifest = manifest;
    this.catalog = MappedFile.open(manifest.catalog(folder), manifest.catalogBytes(), 1);
    CatalogScan scan = new CatalogScan(manifest.catalog(folder), excluded, damage);
    Frames.scan(catalog, scan);
    this.header = scan.header();
    IdTable.Table table = scan.table();
    this.ids = table.ids;
    this.offsets = table.offsets;
    this.text =
        StoredRows.open(
            manifest.textVectors(folder), header.textDimension(), manifest.textRows(), ids);
    this.content =
        StoredRows.open(
            manifest.contentVectors(folder),
            Math.max(1, header.contentDimension()),
            manifest.contentRows(),
            ids);
    this.kinds =
        Map.of(
            EntityKind.PRODUCT, new BitSet(),
            EntityKind.BACKGROUND, new BitSet(),
            EntityKind.THEME, new BitSet());
    IntStream.range(0, offsets.length).forEach(ordinal -> file(record(ordinal), ordinal));
  }

  /**
   * Returns whether a folder holds an ingested library.
   *
   * @param folder the folder
   * @return whether there is a manifest
   */
  static boolean isLibrary(Path folder) {
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
  static LibrarySnapshot open(Path folder, ImageDecoder decoder) {
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
      Path folder,
      ImageDecoder decoder,
      Manifest manifest,
      Set<String> excluded,
      CatalogScan.Damage damage)
      throws IOException {
    return new LibrarySnapshot(folder, decoder, manifest, excluded, damage);
  }

  private static void refuse(Path file, long offset) {
    throw damaged(file, "damaged at byte " + offset);
  }

  static InvalidInputException damaged(Path file, String problem) {
    return new InvalidInputException(
        file.toString(), problem, "ingest again; what is whole is kept, the rest made anew");
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
  Path folder() {
    return folder;
  }

  /**
   * Returns what the vectors were made with.
   *
   * @return models and dimensions
   */
  LibraryHeader header() {
    return header;
  }

  /**
   * Returns the number of assets.
   *
   * @return 0 or above
   */
  int size() {
    return offsets.length;
  }

  /**
   * Returns an asset's id; ordinals are in the order of the ids.
   *
   * @param ordinal from 0 to below {@link #size()}
   * @return the id
   */
  String id(int ordinal) {
    return ids.id(ordinal);
  }

  /**
   * Finds an asset.
   *
   * @param id its id
   * @return its ordinal, or a negative number when there is none
   */
  int find(String id) {
    return ids.find(id);
  }

  /**
   * Reads what the catalogue has of an asset.
   *
   * @param ordinal from 0 to below {@link #size()}
   * @return the record
   */
  CatalogRecord record(int ordinal) {
    return CatalogRecord.decoded(Frames.at(catalog, offsets[ordinal]));
  }

  /**
   * Makes an asset; its photos are opened when they are used.
   *
   * @param entry what the catalogue has of it
   * @return the asset
   */
  Asset asset(CatalogRecord entry) {
    Path root = entry.source().equals(CatalogRecord.COPIED) ? folder : Path.of(entry.source());
    List<ImageSource> photos = new ArrayList<>();
    entry.photos().forEach(photo -> photos.add(new StoredPhoto(decoder, root, photo)));
    Asset.Builder asset =
        Asset.builder(entry.id(), entry.kind(), photos)
            .description(entry.description())
            .tags(Set.copyOf(entry.tags()))
            .attributes(entry.attributes())
            .sceneFacts(SceneFactsJson.parse(entry.scene(), "catalogue " + entry.id()));
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
  StoredRows text() {
    return text;
  }

  /**
   * Returns the vectors of the pictures.
   *
   * @return the rows; none when pictures are not embedded
   */
  StoredRows content() {
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
  BitSet matching(EntityKind kind, AssetFilter filter) {
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
  BitSet calledBy(List<String> stems) {
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
  int count(EntityKind kind) {
    return kinds.getOrDefault(kind, new BitSet()).cardinality();
  }

  /**
   * Reads every vector and compares its checksum.
   *
   * @return the ids of the assets whose vectors are damaged
   */
  List<String> damagedVectors() {
    return IntStream.range(0, size())
        .mapToObj(this::record)
        .filter(entry -> !text.isWhole(entry.text()) || !content.isWhole(entry.content()))
        .map(CatalogRecord::id)
        .toList();
  }

  /**
   * Returns the identity of the committed content.
   *
   * @return changes with every commit
   */
  String fingerprint() {
    return folder + "@" + manifest.generation() + "-" + manifest.catalogBytes() + "-" + size();
  }

  Manifest manifest() {
    return manifest;
  }

  long rowsInUse() {
    return (long) text.live().cardinality() + content.live().cardinality();
  }
}
