package org.brandimage.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/** Pictures drawn in code, and files put together byte by byte. */
public final class TestImages {
  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private TestImages() {}

  public static byte[] pngSignature() {
    return PNG_SIGNATURE.clone();
  }

  /** Returns a picture with gradients, edges and some noise, opaque or with every alpha. */
  public static RasterImage photo(int width, int height, boolean opaque, long seed) {
    Random random = new Random(seed);
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int edge = (x / 7 + y / 5) % 3 * 40;
        int red = Math.min(255, x * 200 / width + edge + random.nextInt(6));
        int green = Math.min(255, y * 200 / height + edge / 2 + random.nextInt(6));
        int blue = (red + 2 * green + random.nextInt(9)) % 256;
        int alpha = opaque ? 255 : (x * 31 + y * 17) % 256;
        argb[y * width + x] = alpha << 24 | red << 16 | green << 8 | blue;
      }
    }
    return RasterImage.adopt(new Size(width, height), argb);
  }

  public static BufferedImage buffered(RasterImage image, int type) {
    BufferedImage result = new BufferedImage(image.width(), image.height(), type);
    result.setRGB(0, 0, image.width(), image.height(), image.toArgb(), 0, image.width());
    return result;
  }

  public static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static EncodedImage png(byte[] bytes) {
    return EncodedImage.of(EncodedImage.Format.PNG, bytes);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  public static byte[] chunk(String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    return ByteBuffer.allocate(12 + body.length)
        .putInt(body.length)
        .put(name)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  public static byte[] ihdr(int width, int height, int depth, int colourType) {
    byte[] tail = {(byte) depth, (byte) colourType, 0, 0, 0};
    return chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(tail).array());
  }

  public static byte[] idat(byte[] rows) {
    return chunk("IDAT", deflated(rows));
  }

  public static byte[] iend() {
    return chunk("IEND", new byte[0]);
  }

  public static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Returns a TIFF block with one tag: the orientation. */
  public static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .putInt(0x4D4D002A)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 274)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  /** Returns a JPEG with an Exif segment put behind its first marker. */
  public static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] block = exif(orientation);
    byte[] segment =
        ByteBuffer.allocate(10 + block.length)
            .putShort((short) 0xFFE1)
            .putShort((short) (8 + block.length))
            .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
            .put(block)
            .array();
    byte[] start = java.util.Arrays.copyOf(jpeg, 2);
    byte[] rest = java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length);
    return join(start, segment, rest);
  }
}
