package org.brandimage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.local.internal.AssetAssembly;
import org.brandimage.local.internal.LibraryScan;
import org.brandimage.local.internal.store.LibrarySnapshot;
import org.brandimage.local.internal.store.StoredAssetList;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Asset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A media library: a folder of PNG, JPEG and WebP files at any depth, each an asset whose id is its
 * path without extension, on every file system Java has, an archive's too; or what {@link
 * LibraryIngest} made of such folders, for libraries too large to be looked through at each start.
 * The rules for files are the same:
 *
 * <ul>
 *   <li><b>Kind</b>: what the sidecar says; else the nearest folder named products, backgrounds (or
 *       scenes, places, settings) or themes (or moods); else a picture with transparent pixels is a
 *       product and any other a background.
 *   <li><b>Description</b>: what the sidecar says, else the words of the file's name.
 *   <li><b>Several photos</b> of one asset: {@code mug@2.png} and {@code mug@side.png} belong to
 *       {@code mug.png}, as do those the sidecar lists.
 *   <li><b>Sidecar</b>: {@code mug.json} beside {@code mug.png}, every field optional:
 *       <pre>{@code
 * {"id": "SKU-4711", "kind": "product", "description": "a blue enamel mug", "tags": ["cup", "camping"],
 *  "heightCm": 9.5, "attributes": {"season": "summer"}, "photos": ["detail/handle.png"]}
 * }</pre>
 * </ul>
 *
 * <p>Pictures are opened when they are used; here only their headers are read and their bytes
 * digested, and a picture is decoded when nothing else tells its kind. A file that is no readable
 * picture is left out with one warning and listed in {@link #skipped()}. Nothing outside the folder
 * is read, wherever sidecars or symbolic links point.
 *
 * <p>Immutable and thread-safe; files that change after opening are not noticed.
 */
public final class MediaLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(MediaLibrary.class);

  private final Path folder;
  private final List<Asset> assets;
  private final Map<String, Asset> byId;
  private final Map<String, String> skipped;
  private final @Nullable LibrarySnapshot snapshot;

  private MediaLibrary(Path folder, List<Asset> assets, Map<String, String> skipped) {
    this.folder = folder;
    this.assets = assets;
    this.skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    this.snapshot = null;
    Map<String, Asset> index = new TreeMap<>();
    assets.forEach(asset -> index.put(asset.id(), asset));
    this.byId = index;
  }

  private MediaLibrary(LibrarySnapshot snapshot) {
    this.folder = snapshot.folder();
    this.assets = new StoredAssetList(snapshot);
    this.skipped = Map.of();
    this.snapshot = snapshot;
    this.byId = Map.of();
  }

  /**
   * Opens a library with the default limits of {@link ImageDecoder}.
   *
   * @param folder a folder of pictures, or one that {@link LibraryIngest} wrote
   * @return the library
   * @throws InvalidInputException when the folder is missing, no folder, or has no readable
   *     picture; when a sidecar is wrong, or two files have the same id; when an ingested library
   *     is damaged or of another version
   */
  public static MediaLibrary open(Path folder) {
    return open(folder, ImageDecoder.create());
  }

  /**
   * Opens a library.
   *
   * @param folder a folder of pictures, or one that {@link LibraryIngest} wrote
   * @param decoder reads the pictures, now and later
   * @return the library
   * @throws InvalidInputException when the folder is missing, no folder, or has no readable
   *     picture; when a sidecar is wrong, or two files have the same id; when an ingested library
   *     is damaged or of another version
   */
  public static MediaLibrary open(Path folder, ImageDecoder decoder) {
    Objects.requireNonNull(decoder, "decoder");
    Path root = root(Objects.requireNonNull(folder, "folder"));
    if (LibrarySnapshot.isLibrary(root)) {
      return new MediaLibrary(LibrarySnapshot.open(root, decoder));
    }
    Map<String, String> skipped = new TreeMap<>();
    AssetAssembly assembly =
        new AssetAssembly(root, scan(root), decoder, (id, file, e) -> skip(file, e, skipped));
    List<Asset> assets = new ArrayList<>();
    assembly
        .drafts()
        .forEach(
            draft -> {
              try {
                assets.add(draft.asset());
              } catch (UnreadableImageException e) {
                skip(draft.id(), e, skipped);
              }
            });
    if (assets.isEmpty()) {
      throw new InvalidInputException(
          "library", folder, "put PNG, JPEG or WebP pictures into the folder; none was usable");
    }
    assets.sort(Comparator.comparing(Asset::id));
    return new MediaLibrary(root, List.copyOf(assets), skipped);
  }

  /** What cannot be read is left out; what is said wrongly has to be mended. */
  private static void skip(String file, BrandImageException problem, Map<String, String> skipped) {
    if (problem instanceof InvalidInputException) {
      throw problem;
    }
    skipped.put(file, String.valueOf(problem.getMessage()));
    LOG.warn("library: {} is not used: {}", file, problem.getMessage());
  }

  private static Path root(Path folder) {
    if (!Files.exists(folder)) {
      throw new InvalidInputException("library", folder, "give a folder that exists");
    }
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException("library", folder, "give a folder, not a file");
    }
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new InvalidInputException("library", folder, "give a folder that can be read");
    }
  }

  private static LibraryScan scan(Path root) {
    try {
      return LibraryScan.of(root);
    } catch (IOException e) {
      throw new InvalidInputException("library", root, "give a folder that can be read");
    }
  }

  /**
   * Returns the folder.
   *
   * @return its real path
   */
  public Path folder() {
    return folder;
  }

  /**
   * Returns everything in the library.
   *
   * @return the assets in the order of their ids; of an ingested library each is read when it is
   *     asked for
   */
  public List<Asset> assets() {
    return assets;
  }

  /**
   * Returns one asset.
   *
   * @param id its id
   * @return the asset, or empty when there is none of this id
   */
  public Optional<Asset> asset(String id) {
    if (snapshot == null) {
      return Optional.ofNullable(byId.get(id));
    }
    int ordinal = snapshot.find(id);
    return ordinal < 0 ? Optional.empty() : Optional.of(assets.get(ordinal));
  }

  /**
   * Returns the files that look like pictures but are not used.
   *
   * @return path in the library to reason, in the order of the paths
   */
  public Map<String, String> skipped() {
    return skipped;
  }

  /**
   * Returns the identity of the content: it changes with any picture, word or number.
   *
   * @return lower-case hexadecimal
   */
  public String fingerprint() {
    return snapshot == null ? fingerprint(assets) : snapshot.fingerprint();
  }

  /**
   * Tells whether this is a library that was ingested, or a plain folder.
   *
   * @return whether it was ingested
   */
  public boolean isIngested() {
    return snapshot != null;
  }

  /**
   * Returns what an ingested library was made with, and checks its files.
   *
   * @return figures, or empty for a plain folder
   */
  public Optional<LibraryHealth> health() {
    return Optional.ofNullable(snapshot).map(LibraryHealth::of);
  }

  Optional<LibrarySnapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  static String fingerprint(List<Asset> assets) {
    Fingerprint print = Fingerprint.of("media-library").add(assets.size());
    for (Asset asset : assets) {
      print.add(asset.id()).add(asset.kind().label()).add(asset.description());
      print.addAll(asset.tags()).add(asset.heightCm().orElse(0));
      asset.attributes().forEach((name, value) -> print.add(name).add(value));
      print.addAll(asset.photos().stream().map(ImageSource::digest).toList());
    }
    return print.toHex();
  }

  @Override
  public String toString() {
    return "MediaLibrary[" + assets.size() + " assets, " + skipped.size() + " skipped]";
  }
}
