package org.brandimage.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.store.JournalRecord.Op;
import org.brandimage.store.StoreIndex.Entry;
import org.brandimage.store.StoreIndex.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a result store: its lock, its journal with an index over it, and its blobs. Not
 * thread-safe.
 */
final class StoreFolder {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

  private final Path folder;
  private final JsonMapper mapper = new JsonMapper();
  private final StoreIndex index = new StoreIndex();
  private final FolderBlobStore blobs;
  private final Retention retention;
  private final long compactAbove;
  private final @Nullable FileChannel lock;
  private @Nullable Journal journal;

  private StoreFolder(
      Path folder, Retention retention, long compactAbove, @Nullable FileChannel lock) {
    this.folder = folder;
    this.blobs = FolderBlobStore.in(folder.resolve("blobs"));
    this.retention = retention;
    this.compactAbove = compactAbove;
    this.lock = lock;
  }

  /** Opens a folder for this process alone. */
  static StoreFolder open(Path folder, Retention retention, long compactAbove) {
    try {
      create(folder);
      StoreFolder opened =
          new StoreFolder(folder, retention, compactAbove, locked(folder.resolve("lock")));
      try {
        opened.read(true);
        opened.blobs.keepOnly(opened.index.blobs());
        return opened;
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw failed(folder, "cannot be opened", e);
    }
  }

  static StoreFolder openReadOnly(Path folder) {
    StoreFolder opened = new StoreFolder(folder, Retention.FOREVER, Long.MAX_VALUE, null);
    try {
      opened.read(false);
      return opened;
    } catch (IOException e) {
      throw failed(folder, "holds no results that can be read", e);
    }
  }

  private static void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("result store {} is open in this process", file);
    }
    channel.close();
    throw new ResultStoreException(
        "result store "
            + file.getParent()
            + ": is in use by another process or store - close that one, or give another folder",
        null);
  }

  private void read(boolean writable) throws IOException {
    journal =
        Journal.open(
            folder.resolve("journal"),
            writable,
            (position, content) -> index.apply(parsed(content), position));
    index.endLost();
  }

  StoreIndex index() {
    return index;
  }

  FolderBlobStore blobs() {
    return blobs;
  }

  boolean writable() {
    return lock != null;
  }

  /** Returns how many bytes journal and pictures have. */
  long bytes() {
    return journal().length() + index.resultBytes() - index.journalBytes();
  }

  void append(JournalRecord change) {
    Journal.Position position = journal().append(written(change));
    index.apply(change, position).forEach(blobs::delete);
  }

  void done(ClaimRequest request, long token, long at, String paid, Set<String> pictures) {
    Map<String, Long> lengths = new LinkedHashMap<>();
    pictures.forEach(picture -> lengths.put(picture, blobs.length(picture)));
    try {
      append(JournalRecord.done(request, token, at, mapper.readTree(paid), lengths));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a written result is JSON", e);
    }
  }

  /** Tells whether no picture is missing: one may go while an equal one is put. */
  boolean hasAll(Set<String> pictures) {
    return pictures.stream().allMatch(picture -> blobs.length(picture) > 0);
  }

  /** Returns the result of a key, as it was written. */
  String paid(Entry entry) {
    return Objects.requireNonNull(parsed(journal().read(entry.position())).paid(), "paid")
        .toString();
  }

  /**
   * Forgets what is too old or too much, and writes the journal anew when it is mostly outdated.
   */
  void keepWithin(long now) {
    if (retention.equals(Retention.FOREVER)) {
      compact();
      return;
    }
    List<Entry> oldest = new ArrayList<>(index.entries());
    for (Entry entry : oldest) {
      if (entry.state() != State.DONE) {
        continue;
      }
      if (!retention.expired(entry.at(), now) && bytes() <= retention.maxBytes()) {
        break;
      }
      forget(entry, now);
    }
    compact();
  }

  int forget(String tenant, long now) {
    List<Entry> theirs =
        index.entries().stream()
            .filter(entry -> entry.request().tenant().equals(tenant))
            .filter(entry -> entry.state() != State.IN_FLIGHT)
            .toList();
    theirs.forEach(entry -> forget(entry, now));
    if (!theirs.isEmpty()) {
      rewrite();
    }
    return theirs.size();
  }

  private void forget(Entry entry, long now) {
    append(JournalRecord.of(Op.FORGET, entry.request().key(), 0, now));
  }

  private void compact() {
    long length = journal().length();
    if (length > compactAbove && index.journalBytes() * 2 < length) {
      rewrite();
    }
  }

  /** Writes the journal anew with what is live; when that fails, the old one stays. */
  private void rewrite() {
    List<Entry> live = List.copyOf(index.entries());
    List<Supplier<byte[]>> records = new ArrayList<>();
    List<@Nullable Entry> owners = new ArrayList<>();
    records.add(
        () ->
            written(
                new JournalRecord(
                    Op.COUNTER, "", index.lastToken(), 0, null, null, null, index.surplus())));
    owners.add(null);
    for (Entry entry : live) {
      if (entry.state() == State.DONE) {
        records.add(() -> journal().read(entry.position()));
        owners.add(entry);
      } else {
        open(entry)
            .forEach(
                change -> {
                  records.add(() -> written(change));
                  owners.add(null);
                });
      }
    }
    IdentityHashMap<Entry, Journal.Position> moved = new IdentityHashMap<>();
    try {
      journal()
          .replace(
              records.stream().map(Supplier::get).iterator(),
              (position, i) -> {
                Entry owner = owners.get(i);
                if (owner != null) {
                  moved.put(owner, position);
                }
              });
      moved.forEach(Entry::moveTo);
    } catch (IOException e) {
      LOG.warn("result store {} could not be compacted: {}", folder, e.getClass().getSimpleName());
    }
  }

  private static List<JournalRecord> open(Entry entry) {
    String key = entry.request().key();
    long token = Objects.requireNonNull(entry.token(), "an open claim has a token").number();
    JournalRecord claim = JournalRecord.claim(entry.request(), token, entry.at());
    return switch (entry.state()) {
      case UNKNOWN -> List.of(claim, JournalRecord.of(Op.UNKNOWN, key, token, entry.at()));
      case GIVEN_UP -> List.of(claim, JournalRecord.of(Op.GIVEN_UP, key, token, entry.at()));
      case IN_FLIGHT, DONE, FREE -> List.of(claim);
    };
  }

  void close() {
    try {
      if (journal != null) {
        journal.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw failed(folder, "cannot be closed", e);
    }
  }

  private Journal journal() {
    return Objects.requireNonNull(journal, "journal");
  }

  private byte[] written(JournalRecord change) {
    try {
      return mapper.writeValueAsBytes(change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values cannot fail to become JSON", e);
    }
  }

  private JournalRecord parsed(byte[] content) {
    try {
      return mapper.readValue(content, JournalRecord.class);
    } catch (IOException e) {
      throw failed(folder, "has a record that this library has not written", e);
    }
  }

  private static ResultStoreException failed(Path folder, String what, IOException e) {
    return new ResultStoreException(
        "result store "
            + folder
            + ": "
            + what
            + " ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + ") - check the folder and its permissions, or give another",
        e);
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
