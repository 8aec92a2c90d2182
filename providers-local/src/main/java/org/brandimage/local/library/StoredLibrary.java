package org.brandimage.local.library;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import org.brandimage.spi.retrieve.Asset;

/** An ingested library, read from its files when asked. Immutable. */
final class StoredLibrary implements MediaLibrary {
  private final LibrarySnapshot snapshot;
  private final List<Asset> assets;

  StoredLibrary(LibrarySnapshot snapshot) {
    this.snapshot = snapshot;
    this.assets = new StoredAssets(snapshot);
  }

  LibrarySnapshot snapshot() {
    return snapshot;
  }

  @Override
  public Path folder() {
    return snapshot.folder();
  }

  @Override
  public List<Asset> assets() {
    return assets;
  }

  @Override
  public Optional<Asset> asset(String id) {
    int ordinal = snapshot.find(id);
    return ordinal < 0 ? Optional.empty() : Optional.of(assets.get(ordinal));
  }

  @Override
  public List<String> files(String id) {
    int ordinal = snapshot.find(id);
    return ordinal < 0
        ? List.of()
        : snapshot.record(ordinal).photos().stream().map(PhotoEntry::path).toList();
  }

  @Override
  public Map<String, String> skipped() {
    return Map.of();
  }

  @Override
  public String fingerprint() {
    return snapshot.fingerprint();
  }

  @Override
  public boolean isIngested() {
    return true;
  }

  @Override
  public Optional<LibraryHealth> health() {
    return Optional.of(LibraryHealth.of(snapshot));
  }

  @Override
  public Optional<String> contentModel() {
    return Optional.of(snapshot.header().contentModel());
  }

  @Override
  public String toString() {
    return "MediaLibrary[" + assets.size() + " assets, 0 skipped]";
  }

  /** The assets by their ordinals, each read when it is asked for. */
  private static final class StoredAssets extends AbstractList<Asset> implements RandomAccess {
    private final LibrarySnapshot library;

    StoredAssets(LibrarySnapshot library) {
      this.library = library;
    }

    @Override
    public Asset get(int ordinal) {
      return library.asset(library.record(Objects.checkIndex(ordinal, size())));
    }

    @Override
    public int size() {
      return library.size();
    }
  }
}
