package org.brandimage.local.library;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.brandimage.spi.retrieve.Asset;

/** The assets of an ingested library by their ordinals, each read when it is asked for. */
final class StoredAssetList extends AbstractList<Asset> implements RandomAccess {
  private final LibrarySnapshot library;

  /**
   * Shows a library.
   *
   * @param library the library
   */
  StoredAssetList(LibrarySnapshot library) {
    this.library = library;
  }

  @Override
  public Asset get(int ordinal) {
    return library.asset(library.record(java.util.Objects.checkIndex(ordinal, size())));
  }

  @Override
  public int size() {
    return library.size();
  }
}
