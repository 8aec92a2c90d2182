package org.brandimage.local.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How much of a library's files is committed. One line in a file that is replaced as a whole: a
 * reader sees the state before or after a commit, whenever the writer is killed.
 *
 * @param generation which files
 * @param catalogBytes bytes of the catalogue
 * @param textRows vectors of texts
 * @param contentRows vectors of pictures
 */
record Manifest(int generation, long catalogBytes, int textRows, int contentRows) {
  static final String FILE = "library.manifest";
  private static final String MARK = "brandimage-library";

  /** Returns the manifest of a folder; empty when there is none or it is damaged. */
  static Optional<Manifest> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String[] fields = Files.readString(file, StandardCharsets.ISO_8859_1).strip().split(" ", -1);
    if (fields.length != 6 || !fields[0].equals(MARK)) {
      return Optional.empty();
    }
    try {
      Manifest read =
          new Manifest(
              Integer.parseInt(fields[1]),
              Long.parseLong(fields[2]),
              Integer.parseInt(fields[3]),
              Integer.parseInt(fields[4]));
      return read.line().equals(String.join(" ", fields)) ? Optional.of(read) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    Path part = folder.resolve(FILE + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(line().getBytes(StandardCharsets.ISO_8859_1)));
      channel.force(true);
    }
    try {
      Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system of " + folder + " cannot replace files atomically", e);
    }
  }

  private String line() {
    String values =
        MARK + " " + generation + " " + catalogBytes + " " + textRows + " " + contentRows;
    return values + " " + Integer.toHexString(Frames.crc(values.getBytes(StandardCharsets.UTF_8)));
  }

  Path catalog(Path folder) {
    return folder.resolve("catalog-" + generation + ".log");
  }

  Path textVectors(Path folder) {
    return folder.resolve("text-" + generation + ".f32");
  }

  Path contentVectors(Path folder) {
    return folder.resolve("content-" + generation + ".f32");
  }
}
