package org.brandimage.local.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.brandimage.imaging.ImageDecoder;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.retrieve.Asset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes assets of the files of a library. Used for one library by one thread. */
public final class AssetAssembly {
  private static final Logger LOG = LoggerFactory.getLogger(AssetAssembly.class);

  private final Path root;
  private final LibraryScan scan;
  private final ImageDecoder decoder;
  private final Map<String, String> skipped = new TreeMap<>();
  private final Map<Path, Sidecar> read = new TreeMap<>();

  /**
   * Starts with a library's files.
   *
   * @param root the library, as its real path
   * @param scan its files
   * @param decoder reads the pictures
   */
  public AssetAssembly(Path root, LibraryScan scan, ImageDecoder decoder) {
    this.root = root;
    this.scan = scan;
    this.decoder = decoder;
    scan.refused().forEach(this::skip);
  }

  /**
   * Makes the assets.
   *
   * @return the assets by id; those without a readable picture are left out
   * @throws InvalidInputException when a sidecar is wrong or an id is there twice
   */
  public List<Asset> assets() {
    Map<String, List<Path>> files = new TreeMap<>();
    Set<Path> taken = new HashSet<>();
    scan.pictures().forEach((id, photos) -> files.put(id, withListed(id, photos, taken)));
    List<Asset> assets = new ArrayList<>();
    files.forEach(
        (id, photos) -> {
          // the asset's own photo comes first; when another lists it, it is no asset of its own
          if (!taken.contains(photos.get(0))) {
            add(id, photos, assets);
          }
        });
    return List.copyOf(assets);
  }

  /**
   * Returns the files that are not used.
   *
   * @return path in the library to reason
   */
  public Map<String, String> skipped() {
    return skipped;
  }

  private List<Path> withListed(String id, List<Path> photos, Set<Path> taken) {
    checkOneMain(id, photos);
    Path file = scan.sidecars().get(id);
    if (file == null) {
      return photos;
    }
    Sidecar sidecar = Sidecar.read(file, scan.name(file));
    read.put(file, sidecar);
    Set<Path> all = new LinkedHashSet<>(photos);
    for (String listed : sidecar.photos()) {
      Path photo = resolved(file, listed, sidecar);
      if (all.add(photo)) {
        taken.add(photo);
      }
    }
    return List.copyOf(all);
  }

  private void checkOneMain(String id, List<Path> photos) {
    List<Path> main = photos.stream().filter(LibraryScan::isMain).toList();
    if (main.size() > 1) {
      String names = scan.name(main.get(0)) + " and " + scan.name(main.get(1));
      throw new InvalidInputException(
          "library", id, "rename " + names + ", or call the second " + id + "@2");
    }
  }

  private Path resolved(Path sidecarFile, String listed, Sidecar sidecar) {
    String expected = "picture files of the library, as paths from the JSON file's folder";
    try {
      Path path = sidecarFile.resolveSibling(listed).normalize();
      boolean known = scan.pictures().values().stream().anyMatch(files -> files.contains(path));
      if (!path.startsWith(root) || !known || !Files.isRegularFile(path)) {
        throw sidecar.invalid("photos", listed, expected);
      }
      return path;
    } catch (InvalidPathException e) {
      throw sidecar.invalid("photos", listed, expected);
    }
  }

  private void add(String id, List<Path> files, List<Asset> assets) {
    List<ImageSource> photos = new ArrayList<>();
    for (Path file : files) {
      try {
        photos.add(decoder.open(file, scan.name(file)));
      } catch (UnreadableImageException e) {
        skip(scan.name(file), String.valueOf(e.getMessage()));
      }
    }
    if (!photos.isEmpty()) {
      Path file = scan.sidecars().get(id);
      Sidecar sidecar = file == null ? Sidecar.none() : read.getOrDefault(file, Sidecar.none());
      asset(id, photos, sidecar, assets);
    }
  }

  private void asset(String id, List<ImageSource> photos, Sidecar sidecar, List<Asset> assets) {
    try {
      EntityKind kind =
          sidecar
              .kind()
              .or(() -> AssetKinds.byFolder(id))
              .orElseGet(() -> AssetKinds.byLooking(photos.get(0)));
      Asset.Builder builder =
          Asset.builder(id, kind, photos)
              .description(sidecar.description().orElseGet(() -> AssetKinds.words(id)))
              .tags(Set.copyOf(sidecar.tags()))
              .attributes(sidecar.attributes());
      sidecar.heightCm().ifPresent(builder::heightCm);
      assets.add(builder.build());
    } catch (UnreadableImageException e) {
      skip(id, String.valueOf(e.getMessage()));
    }
  }

  private void skip(String name, String reason) {
    skipped.put(name, reason);
    LOG.warn("library: {} is not used: {}", name, reason);
  }
}
