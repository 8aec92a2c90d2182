package org.brandimage.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes the files of a run into a folder beside the older run, each forced to disk. */
final class StagedFiles {
  private static final int BUFFER_BYTES = 65_536;

  private final Path folder;
  private final List<FileEntry> entries = new ArrayList<>();

  StagedFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream target) throws IOException;
  }

  /** Writes a new file of the run. */
  void write(String name, Content content) throws IOException {
    MessageDigest digest = FileDigest.sha256();
    Path file = folder.resolve(name);
    force(file, target -> content.writeTo(new DigestOutputStream(target, digest)));
    entries.add(new FileEntry(name, Files.size(file), HexFormat.of().formatHex(digest.digest())));
  }

  /** Writes a new file and forces it to disk. */
  static void force(Path file, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream target =
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
      content.writeTo(target);
      target.flush();
      channel.force(true);
    }
  }

  /** Returns what was written so far. */
  List<FileEntry> entries() {
    return List.copyOf(entries);
  }
}
