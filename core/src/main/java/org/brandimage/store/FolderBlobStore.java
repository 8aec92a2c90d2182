package org.brandimage.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.result.BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in the files of a folder, each under its own digest: {@code ab/abcd…}. A file is written
 * beside its place, forced to the disk and then moved, so that a file in its place is whole.
 * Thread-safe; several processes may share a folder.
 */
public final class FolderBlobStore implements BlobStore {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final String TEMPORARY = ".tmp";

  private final Path folder;

  private FolderBlobStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns a store in a folder, which is made with the first blob.
   *
   * @param folder the folder
   * @return the store
   */
  public static FolderBlobStore in(Path folder) {
    return new FolderBlobStore(folder.toAbsolutePath().normalize());
  }

  @Override
  public String put(byte[] content) {
    String sha256 = HexFormat.of().formatHex(digest().digest(content));
    Path file = file(sha256);
    try {
      if (!isWhole(file, content.length, sha256)) {
        write(file, content);
      }
      return sha256;
    } catch (IOException e) {
      throw failed("cannot keep a picture of " + content.length + " bytes", e);
    }
  }

  @Override
  public Optional<byte[]> get(String sha256) {
    Path file = file(sha256);
    try {
      byte[] content = Files.readAllBytes(file);
      if (!HexFormat.of().formatHex(digest().digest(content)).equals(sha256)) {
        throw new ResultStoreException(
            "result store " + file + ": is damaged - restore the file, or forget the result", null);
      }
      return Optional.of(content);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("cannot read a picture", e);
    }
  }

  @Override
  public void delete(String sha256) {
    try {
      Files.deleteIfExists(file(sha256));
    } catch (IOException e) {
      throw failed("cannot remove a picture", e);
    }
  }

  /** Returns the length of a blob, 0 when there is none. */
  long length(String sha256) {
    try {
      return Files.size(file(sha256));
    } catch (IOException e) {
      return 0;
    }
  }

  /** Removes the blobs that are not wanted, and what writers that were killed have left. */
  void keepOnly(Set<String> wanted) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        boolean ours = SHA_256.matcher(name).matches() || name.endsWith(TEMPORARY);
        if (ours && !wanted.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw failed("cannot remove pictures that no result needs", e);
    }
  }

  private static boolean isWhole(Path file, int length, String sha256) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == length
        && HexFormat.of().formatHex(digest().digest(Files.readAllBytes(file))).equals(sha256);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path place = Files.createDirectories(file.getParent());
    Path temporary = Files.createTempFile(place, "", TEMPORARY);
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(false);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(place);
    force(place.getParent());
  }

  /** Forces a folder's entries to the disk where the platform can. */
  static void force(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder; its file system keeps the order of entries by itself.
    }
  }

  private Path file(String sha256) {
    if (!SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("sha256 must be 64 lower-case digits: " + sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private ResultStoreException failed(String what, Exception e) {
    return new ResultStoreException(
        "result store "
            + folder
            + ": "
            + what
            + " ("
            + e.getMessage()
            + ") - free space or mend its permissions, then run again",
        e);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "BlobStore[" + folder + "]";
  }
}
