package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.json.SceneFactsJson;
import org.brandimage.local.library.source.AssetSource;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.text.PrintableText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plain folder of pictures as a library; all assets are held in memory. Immutable. */
final class FolderLibrary implements MediaLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(MediaLibrary.class);

  private final Path folder;
  private final List<Asset> assets;
  private final Map<String, Asset> byId;
  private final Map<String, List<String>> files;
  private final Map<String, String> skipped;

  private FolderLibrary(
      Path folder,
      List<Asset> assets,
      Map<String, List<String>> files,
      Map<String, String> skipped) {
    this.folder = folder;
    this.assets = assets;
    this.files = Map.copyOf(files);
    this.skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    Map<String, Asset> index = new TreeMap<>();
    assets.forEach(asset -> index.put(asset.id(), asset));
    this.byId = index;
  }

  /** Opens a folder; {@code root} is its real path. */
  static FolderLibrary open(Path folder, Path root, ImageDecoder decoder) {
    Map<String, String> skipped = new TreeMap<>();
    AssetSource source = source(root, decoder, (id, file, e) -> skip(file, e, skipped));
    List<Asset> assets = new ArrayList<>();
    Map<String, List<String>> files = new TreeMap<>();
    source
        .drafts()
        .forEach(
            draft -> {
              try {
                assets.add(draft.asset());
                files.put(draft.id(), draft.paths());
              } catch (UnreadableImageException e) {
                skip(draft.id(), e, skipped);
              }
            });
    if (assets.isEmpty()) {
      throw new InvalidInputException(
          "library", folder, "put PNG, JPEG or WebP pictures into the folder; none was usable");
    }
    assets.sort(Comparator.comparing(Asset::id));
    return new FolderLibrary(root, List.copyOf(assets), files, skipped);
  }

  /** Leaves out unreadable pictures; fails on invalid sidecars. */
  private static void skip(String file, BrandImageException problem, Map<String, String> skipped) {
    if (problem instanceof InvalidInputException) {
      throw problem;
    }
    skipped.put(file, String.valueOf(problem.getMessage()));
    LOG.warn("library: {} is not used: {}", PrintableText.of(file), problem.getMessage());
  }

  private static AssetSource source(
      Path root, ImageDecoder decoder, AssetSource.Problems problems) {
    try {
      return AssetSource.folder(root, decoder, problems);
    } catch (IOException e) {
      throw new InvalidInputException("library", root, "give a folder that can be read");
    }
  }

  /** Returns the fingerprint of assets in their order. */
  static String fingerprint(List<Asset> assets) {
    Fingerprint print = Fingerprint.of("media-library").add(assets.size());
    for (Asset asset : assets) {
      print.add(asset.id()).add(asset.kind().label()).add(asset.description());
      print.addAll(asset.tags()).add(asset.heightCm().orElse(0));
      print.add(SceneFactsJson.text(asset.sceneFacts()));
      asset.attributes().forEach((name, value) -> print.add(name).add(value));
      print.addAll(asset.photos().stream().map(ImageSource::digest).toList());
    }
    return print.toHex();
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public List<Asset> assets() {
    return assets;
  }

  @Override
  public Optional<Asset> asset(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<String> files(String id) {
    return files.getOrDefault(id, List.of());
  }

  @Override
  public Map<String, String> skipped() {
    return skipped;
  }

  @Override
  public String fingerprint() {
    return fingerprint(assets);
  }

  @Override
  public boolean isIngested() {
    return false;
  }

  @Override
  public Optional<LibraryHealth> health() {
    return Optional.empty();
  }

  @Override
  public Optional<String> contentModel() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "MediaLibrary[" + assets.size() + " assets, " + skipped.size() + " skipped]";
  }
}
