package org.brandimage.local.library;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.text.PrintableText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a library. What is put is buffered until {@link #commit()}: vectors and records
 * are appended and forced to disk, then the manifest is replaced. Killed at any moment, the library
 * is as the last commit left it. Used by one thread.
 */
final class LibraryWriter implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(LibraryWriter.class);
  private static final String LOCK = "writer.lock";

  private final Path folder;
  private final ImageDecoder decoder;
  private final FileChannel lockFile;
  private final LibraryHeader header;
  private LibrarySnapshot base;
  private LibraryAppender appender;
  private boolean changed;

  private LibraryWriter(
      Path folder, LibraryHeader header, ImageDecoder decoder, FileChannel lockFile)
      throws IOException {
    this.folder = folder;
    this.header = header;
    this.decoder = decoder;
    this.lockFile = lockFile;
    Manifest manifest = committed();
    this.base = recovered(manifest);
    base.header().requireSame(folder, header);
    this.appender = new LibraryAppender(folder, base.manifest(), header);
  }

  /**
   * Opens a library for writing, or makes one. Damaged records and vectors are dropped, so that
   * their assets are ingested again.
   *
   * @param folder the library; made when it is not there
   * @param header the models its vectors are made with
   * @param decoder opens its pictures
   * @return the writer, to be closed
   * @throws InvalidInputException when the folder cannot be used, is being written by another, or
   *     was made with other models
   */
  static LibraryWriter open(Path folder, LibraryHeader header, ImageDecoder decoder) {
    try {
      FileChannel lockFile = locked(usable(folder));
      try {
        return new LibraryWriter(folder, header, decoder, lockFile);
      } catch (IOException | RuntimeException e) {
        lockFile.close();
        throw e;
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "library", folder + " " + e.getMessage(), "give a folder that can be written");
    }
  }

  private static Path usable(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InvalidInputException("library", folder, "give a folder, not a file");
    }
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> String.valueOf(file.getFileName())).toList();
      boolean ours = names.contains(LOCK) || names.contains(Manifest.FILE);
      if (!names.isEmpty() && !ours) {
        throw new InvalidInputException(
            "library", folder, "give an empty or new folder; this one holds other files");
      }
    }
    return folder;
  }

  private static FileChannel locked(Path folder) throws IOException {
    FileChannel file =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = file.tryLock();
      if (lock != null) {
        return file;
      }
    } catch (OverlappingFileLockException e) {
      // falls through: it is this process that writes
    }
    file.close();
    throw new InvalidInputException(
        "library",
        folder,
        "wait until the other ingest into it has ended; one may write at a time");
  }

  /** Returns the manifest; without a readable one, the whole newest catalogue counts. */
  private Manifest committed() throws IOException {
    Optional<Manifest> manifest = Manifest.read(folder);
    if (manifest.isPresent()) {
      return manifest.get();
    }
    int newest = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.matches("catalog-\\d{1,9}\\.log")) {
          newest = Math.max(newest, Integer.parseInt(name.replaceAll("\\D", "")));
        }
      }
    }
    Manifest found = new Manifest(newest, 0, 0, 0);
    boolean lost = Files.exists(folder.resolve(Manifest.FILE)) && newest > 0;
    return lost ? whole(found) : LibraryAppender.create(folder, newest + 1, header);
  }

  private Manifest whole(Manifest of) throws IOException {
    long bytes = Files.size(of.catalog(folder));
    long[] good = new long[1];
    good[0] =
        Frames.scan(
            MappedFile.open(of.catalog(folder), bytes, 1),
            new Frames.Visitor() {
              @Override
              public void record(long offset, byte[] record) {
                // only the end of the last whole record is of interest
              }

              @Override
              public void damaged(long offset) {
                // left out by its checksum when the catalogue is opened
              }
            });
    long text = Files.size(of.textVectors(folder)) / Float.BYTES / header.textDimension();
    long content =
        Files.size(of.contentVectors(folder))
            / Float.BYTES
            / Math.max(1, header.contentDimension());
    Manifest whole = new Manifest(of.generation(), good[0], (int) text, (int) content);
    whole.write(folder);
    return whole;
  }

  private LibrarySnapshot recovered(Manifest manifest) throws IOException {
    List<Long> damages = new ArrayList<>();
    LibrarySnapshot found =
        LibrarySnapshot.open(
            folder, decoder, manifest, Set.of(), (file, offset) -> damages.add(offset));
    found.header().requireSame(folder, header);
    Set<String> damaged = new HashSet<>(found.damagedVectors());
    if (damages.isEmpty() && damaged.isEmpty()) {
      return found;
    }
    LibrarySnapshot whole =
        LibrarySnapshot.open(folder, decoder, manifest, damaged, (file, offset) -> {});
    return compacted(whole);
  }

  /**
   * Returns the library as it was when the writer was opened.
   *
   * @return the snapshot
   */
  LibrarySnapshot base() {
    return base;
  }

  /**
   * Adds an asset, or replaces the one of this id.
   *
   * @param entry the asset; its ranges are filled in here
   * @param text its texts' vectors
   * @param content its pictures' vectors
   * @throws IOException when it cannot be written
   */
  void put(CatalogRecord entry, Vectors text, Vectors content) throws IOException {
    appender.put(entry, text, content);
    changed = true;
  }

  /**
   * Removes an asset.
   *
   * @param id its id
   * @throws IOException when it cannot be written
   */
  void remove(String id) throws IOException {
    appender.append(CatalogRecord.removal(id));
    changed = true;
  }

  /**
   * Makes what was put and removed last.
   *
   * @throws IOException when it cannot be written; the library is as it was before
   */
  void commit() throws IOException {
    if (changed) {
      appender.commit();
      changed = false;
    }
  }

  /**
   * Commits, and rewrites the files when more than half of the vectors belong to no asset.
   *
   * @throws IOException when it cannot be written
   */
  void finish() throws IOException {
    commit();
    Manifest manifest = appender.manifest();
    LibrarySnapshot now =
        LibrarySnapshot.open(folder, decoder, manifest, Set.of(), (file, offset) -> {});
    long rows = (long) manifest.textRows() + manifest.contentRows();
    if (rows > 2 * now.rowsInUse()) {
      appender.close();
      base = compacted(now);
      appender = new LibraryAppender(folder, base.manifest(), header);
    }
  }

  private LibrarySnapshot compacted(LibrarySnapshot whole) throws IOException {
    Manifest old = whole.manifest();
    Manifest fresh = LibraryAppender.prepare(folder, old.generation() + 1, header);
    try (LibraryAppender copy = new LibraryAppender(folder, fresh, header)) {
      for (int ordinal = 0; ordinal < whole.size(); ordinal++) {
        CatalogRecord entry = whole.record(ordinal);
        copy.put(
            entry,
            Vectors.of(whole.text(), entry.text()),
            Vectors.of(whole.content(), entry.content()));
      }
      copy.commit();
      delete(old);
      return LibrarySnapshot.open(folder, decoder, copy.manifest(), Set.of(), (file, at) -> {});
    }
  }

  /** Readers that have the old files mapped keep them; where that forbids deleting, they stay. */
  private void delete(Manifest old) {
    for (Path file :
        List.of(old.catalog(folder), old.textVectors(folder), old.contentVectors(folder))) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // the error's own message is the name again, as it is
        LOG.debug(
            "{} stays until it is no longer in use: {}",
            PrintableText.of(file),
            e.getClass().getSimpleName());
      }
    }
  }

  /** Gives up what was not committed, and the lock. */
  @Override
  public void close() {
    try {
      appender.close();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
