package org.brandimage.local.library;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the records of a catalogue and finds out which of them count. Used by one thread. */
final class CatalogScan implements Frames.Visitor {
  private final IdTable.Builder entries = new IdTable.Builder();
  private final Path file;
  private final Set<String> excluded;
  private final Damage damage;
  private @Nullable LibraryHeader header;

  CatalogScan(Path file, Set<String> excluded, Damage damage) {
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

  LibraryHeader header() {
    if (header == null) {
      throw LibrarySnapshot.damaged(file, "has no header");
    }
    return header;
  }

  IdTable.Table table() {
    return entries.build();
  }

  /** Hears of damage; throws or notes it. */
  @FunctionalInterface
  interface Damage {
    void at(Path file, long offset);
  }
}
