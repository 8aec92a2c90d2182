package org.brandimage.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.brandimage.spi.error.InvalidInputException;

/** The lock by which only one batch at a time, of any process, writes into a folder. */
final class BatchLock {
  /** The name of the file that is locked. It stays, since two processes could race to remove it. */
  static final String FILE_NAME = "batch.lock";

  private BatchLock() {}

  /**
   * Does work while holding the lock of a folder, which is made when it does not exist.
   *
   * @throws InvalidInputException when another batch holds it or the folder cannot be written to
   */
  static <T> T holding(Path folder, Supplier<T> work) {
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        if (!locks(channel)) {
          throw new InvalidInputException(
              "batch folder",
              folder,
              "wait for the batch that is being run in it, or name another folder");
        }
        return work.get();
      }
    } catch (IOException e) {
      throw BatchReport.unwritable(folder, e);
    }
  }

  /** Locks a file for as long as its channel is open. */
  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
