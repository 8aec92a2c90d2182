package org.brandimage.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The right to write into the folder of an archive, held by one writer at a time. It is a lock of
 * the operating system on a file that stays in the folder, so it ends with the process that holds
 * it.
 */
final class FolderLock implements AutoCloseable {
  /** The name of the locked file. It stays: a file that is deleted and made anew locks nothing. */
  static final String FILE = ".run.lock";

  /**
   * The folders that this process writes. A file lock is the process's own, and on POSIX systems it
   * is lost as soon as any channel of the same file is closed, so no second one may be opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final long PAUSE_NANOS = 20_000_000;

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock, and waits for a writer that has it.
   *
   * @param folder the real path of an existing folder
   * @param longest how long to wait
   * @return the lock, to be closed
   * @throws InvalidInputException when another writer still has it then, or the thread was
   *     interrupted
   * @throws IOException when the folder cannot be written to, or its file system has no locks
   */
  static FolderLock acquire(Path folder, Duration longest) throws IOException {
    long start = System.nanoTime();
    while (true) {
      FolderLock lock = tryAcquire(folder);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - start >= longest.toNanos()
          || Thread.currentThread().isInterrupted()) {
        throw new InvalidInputException(
            "output folder",
            folder,
            "wait until the other run that is being written to it is complete, or name another"
                + " folder");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static @Nullable FolderLock tryAcquire(Path folder) throws IOException {
    if (!HELD.add(folder)) {
      return null;
    }
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      locked = lock != null;
      return locked ? new FolderLock(folder, channel) : null;
    } catch (OverlappingFileLockException e) {
      // The same folder by another name, or another class loader with this class.
      return null;
    } finally {
      if (!locked) {
        close(folder, channel);
      }
    }
  }

  /** Returns the folder it is for. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    close(folder, channel);
  }

  private static void close(Path folder, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD.remove(folder);
    }
  }
}
