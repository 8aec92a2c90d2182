package org.brandimage.imaging.codec;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.imageio.IIOException;
import org.brandimage.spi.image.RasterImage;
import org.jspecify.annotations.Nullable;

/**
 * A decoder of PNG (PNG third edition). It is used instead of the platform's, which is only
 * available from a process-wide registry, ignores checksums and colour profiles, and inflates text
 * chunks without a bound. Memory beyond the pixels: four rows and a colour profile of at most 4 MB.
 * Texts are never inflated.
 */
final class PngDecoder {
  private static final int SIGNATURE_BYTES = 8;
  private static final int PLTE = 0x504C5445;
  private static final int TRNS = 0x74524E53;
  private static final int ICCP = 0x69434350;
  private static final int SRGB = 0x73524742;
  private static final int ANCILLARY_BIT = 0x20000000;
  private static final int LONGEST_PROFILE_BYTES = 4 << 20;
  private static final int INFLATE_BYTES = 32_768;

  /** Adam7: first column, first row, column step, row step of each pass. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final DataInputStream data;
  private final Deadline deadline;
  private byte[] header = new byte[0];
  private byte @Nullable [] plte;
  private byte @Nullable [] trns;
  private byte @Nullable [] profile;

  private PngDecoder(InputStream in, Deadline deadline) {
    this.data = new DataInputStream(in);
    this.deadline = deadline;
  }

  static RasterImage decode(InputStream in, ImageHeader header, Deadline deadline)
      throws IOException {
    try {
      return new PngDecoder(in, deadline).decode(header.orientation());
    } catch (EOFException e) {
      throw HeaderParser.endsEarly(e);
    }
  }

  private RasterImage decode(Orientation orientation) throws IOException {
    data.skipNBytes(SIGNATURE_BYTES);
    PngData compressed = readChunksBeforePixels();
    PngLayout layout = PngLayout.parse(header);
    PixelSink sink = new PixelSink(layout.size(), orientation);
    Inflater inflater = new Inflater();
    try (InputStream rows = new InflaterInputStream(compressed, inflater, INFLATE_BYTES)) {
      RowReader reader = new RowReader(rows, layout, new PngSamples(layout, plte, trns));
      ColourTransform transform =
          profile == null ? ColourTransform.NONE : ColourTransform.toSrgb(profile);
      if (layout.interlaced()) {
        readPasses(reader, sink, transform);
      } else {
        readRows(reader, sink, transform);
      }
      // One byte more makes the inflater verify its checksum over all rows.
      rows.read();
      // The last chunk's checksum stands behind what the inflater needed.
      compressed.transferTo(OutputStream.nullOutputStream());
    } finally {
      inflater.end();
    }
    return sink.finish();
  }

  private PngData readChunksBeforePixels() throws IOException {
    while (true) {
      long length = data.readInt() & 0xFFFFFFFFL;
      int type = data.readInt();
      switch (type) {
        case PngData.IDAT -> {
          requireHeader();
          return new PngData(data, length);
        }
        case PngHeader.IHDR -> header = body(type, length, 13);
        case PLTE -> plte = body(type, length, 768);
        case TRNS -> trns = body(type, length, 256);
        case ICCP -> profile = readProfile(type, length);
        case SRGB -> {
          profile = null;
          data.skipNBytes(length + 4);
        }
        default -> skip(type, length);
      }
    }
  }

  private void requireHeader() throws IIOException {
    if (header.length != 13) {
      throw new IIOException("is damaged: its header chunk is missing or short");
    }
  }

  private void skip(int type, long length) throws IOException {
    if ((type & ANCILLARY_BIT) == 0) {
      throw new IIOException("is damaged: it needs an unknown chunk or holds no pixels");
    }
    data.skipNBytes(length + 4);
  }

  /** Reads a chunk's content and verifies its checksum. */
  private byte[] body(int type, long length, int longest) throws IOException {
    if (length > longest) {
      throw new IIOException("is damaged: a chunk of " + length + " bytes, at most " + longest);
    }
    byte[] body = new byte[(int) length];
    data.readFully(body);
    CRC32 crc = new CRC32();
    crc.update(
        new byte[] {(byte) (type >> 24), (byte) (type >> 16), (byte) (type >> 8), (byte) type});
    crc.update(body);
    if (data.readInt() != (int) crc.getValue()) {
      throw new IIOException("is damaged: the checksum of a chunk is wrong");
    }
    return body;
  }

  /** Reads a colour profile; a broken or bloated one is dropped, the pixels are then sRGB. */
  private byte @Nullable [] readProfile(int type, long length) throws IOException {
    if (length > LONGEST_PROFILE_BYTES) {
      data.skipNBytes(length + 4);
      return null;
    }
    byte[] body = body(type, length, LONGEST_PROFILE_BYTES);
    int name = 0;
    while (name < body.length && body[name] != 0) {
      name++;
    }
    if (name + 2 > body.length) {
      return null;
    }
    ByteArrayInputStream zipped = new ByteArrayInputStream(body, name + 2, body.length - name - 2);
    try (InputStream in = new InflaterInputStream(zipped)) {
      byte[] inflated = in.readNBytes(LONGEST_PROFILE_BYTES);
      return inflated.length < LONGEST_PROFILE_BYTES ? inflated : null;
    } catch (IOException e) {
      return null;
    }
  }

  private void readRows(RowReader rows, PixelSink sink, ColourTransform transform)
      throws IOException {
    int width = sink.stored().width();
    int[] argb = new int[width];
    rows.begin(width);
    for (int y = 0; y < sink.stored().height(); y++) {
      deadline.check();
      rows.read(argb);
      transform.apply(argb, width);
      sink.putRow(y, argb);
    }
  }

  private void readPasses(RowReader rows, PixelSink sink, ColourTransform transform)
      throws IOException {
    int[] argb = new int[sink.stored().width()];
    for (int[] pass : PASSES) {
      int width = (sink.stored().width() - pass[0] + pass[2] - 1) / pass[2];
      if (width <= 0) {
        continue;
      }
      rows.begin(width);
      for (int y = pass[1]; y < sink.stored().height(); y += pass[3]) {
        deadline.check();
        rows.read(argb);
        transform.apply(argb, width);
        for (int i = 0; i < width; i++) {
          sink.put(pass[0] + i * pass[2], y, argb[i]);
        }
      }
    }
  }

  /** The rows of one pass: inflated, unfiltered and expanded one after the other. */
  private static final class RowReader {
    private final InputStream in;
    private final PngLayout layout;
    private final PngSamples samples;
    private byte[] row;
    private byte[] above;
    private int width;
    private PngFilter.Span span;

    RowReader(InputStream in, PngLayout layout, PngSamples samples) {
      this.in = in;
      this.layout = layout;
      this.samples = samples;
      int longest = layout.rowBytes(layout.size().width());
      this.row = new byte[longest];
      this.above = new byte[longest];
      this.span = new PngFilter.Span(longest, layout.filterDistance());
    }

    void begin(int passWidth) {
      width = passWidth;
      span = new PngFilter.Span(layout.rowBytes(passWidth), layout.filterDistance());
      Arrays.fill(above, (byte) 0);
    }

    void read(int[] argb) throws IOException {
      int filter = in.read();
      if (filter < 0 || in.readNBytes(row, 0, span.length()) < span.length()) {
        throw new EOFException();
      }
      PngFilter.undo(filter, row, above, span);
      samples.expand(row, width, argb);
      byte[] done = row;
      row = above;
      above = done;
    }
  }
}
