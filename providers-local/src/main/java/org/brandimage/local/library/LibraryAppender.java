package org.brandimage.local.library;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends to one generation of a library's files. Used by one thread. */
final class LibraryAppender implements Closeable {
  private static final int MOST_BUFFERED = 1 << 25;

  private final Path folder;
  private final long textWidth;
  private final long contentWidth;
  private final Tail catalog;
  private final Tail text;
  private final Tail content;
  private Manifest manifest;

  LibraryAppender(Path folder, Manifest manifest, LibraryHeader header) throws IOException {
    this.folder = folder;
    this.manifest = manifest;
    this.textWidth = (long) header.textDimension() * Float.BYTES;
    this.contentWidth = Math.max(1L, header.contentDimension()) * Float.BYTES;
    this.catalog = new Tail(manifest.catalog(folder), manifest.catalogBytes());
    this.text = new Tail(manifest.textVectors(folder), manifest.textRows() * textWidth);
    this.content = new Tail(manifest.contentVectors(folder), manifest.contentRows() * contentWidth);
  }

  /** Makes empty files and the manifest that names them. */
  static Manifest create(Path folder, int generation, LibraryHeader header) throws IOException {
    Manifest manifest = prepare(folder, generation, header);
    manifest.write(folder);
    return manifest;
  }

  /** Makes empty files that no manifest names yet. */
  static Manifest prepare(Path folder, int generation, LibraryHeader header) throws IOException {
    byte[] head = Frames.framed(header.encoded());
    Manifest empty = new Manifest(generation, 0, 0, 0);
    try (LibraryAppender files = new LibraryAppender(folder, empty, header)) {
      files.catalog.add(head);
      files.catalog.flush();
      files.catalog.force();
    }
    return new Manifest(generation, head.length, 0, 0);
  }

  void put(CatalogRecord entry, Vectors ofText, Vectors ofContent) throws IOException {
    byte[] textBytes = ofText.bytes();
    byte[] contentBytes = ofContent.bytes();
    VectorRange textRange = ofText.range((int) (text.end() / textWidth), textBytes);
    VectorRange contentRange = ofContent.range((int) (content.end() / contentWidth), contentBytes);
    text.add(textBytes);
    content.add(contentBytes);
    append(entry.with(textRange, contentRange));
  }

  void append(CatalogRecord entry) throws IOException {
    catalog.add(Frames.framed(entry.encoded()));
  }

  /** Forces everything to disk, then records the new lengths in the manifest. */
  void commit() throws IOException {
    for (Tail file : new Tail[] {text, content, catalog}) {
      file.flush();
      file.force();
    }
    manifest =
        new Manifest(
            manifest.generation(),
            catalog.end(),
            (int) (text.end() / textWidth),
            (int) (content.end() / contentWidth));
    manifest.write(folder);
  }

  Manifest manifest() {
    return manifest;
  }

  @Override
  public void close() throws IOException {
    catalog.channel.close();
    text.channel.close();
    content.channel.close();
  }

  /**
   * The end of a file and what is to follow it. What an earlier writer left behind the committed
   * end is overwritten.
   */
  private static final class Tail {
    private final FileChannel channel;
    private final ByteArrayOutputStream buffered = new ByteArrayOutputStream();
    private long written;

    private Tail(Path file, long end) throws IOException {
      this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      this.written = end;
    }

    private long end() {
      return written + buffered.size();
    }

    private void add(byte[] bytes) throws IOException {
      buffered.write(bytes);
      if (buffered.size() > MOST_BUFFERED) {
        flush();
      }
    }

    private void flush() throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(buffered.toByteArray());
      while (bytes.hasRemaining()) {
        written += channel.write(bytes, written);
      }
      buffered.reset();
    }

    private void force() throws IOException {
      channel.force(false);
    }
  }
}
