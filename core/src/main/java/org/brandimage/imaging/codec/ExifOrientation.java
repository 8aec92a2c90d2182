package org.brandimage.imaging.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the orientation tag in an Exif block: a TIFF header, then one directory of 12-byte entries
 * (TIFF 6.0, section 2; Exif 2.32, tag 274). Only the first directory is read and nothing is
 * followed, so a block whose directories point at each other costs no more than an honest one. A
 * damaged block means an upright picture: the pixels are still good.
 */
final class ExifOrientation {
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};
  private static final int LITTLE_ENDIAN = 0x49492A00;
  private static final int BIG_ENDIAN = 0x4D4D002A;
  private static final int ENTRY_BYTES = 12;
  private static final int TAG_ORIENTATION = 274;
  private static final int TYPE_SHORT = 3;

  private ExifOrientation() {}

  /**
   * Tells whether a block begins as Exif blocks in JPEG do.
   *
   * @param block an APP1 segment or an EXIF chunk
   * @return true when the TIFF header follows after six bytes
   */
  static boolean hasPrefix(byte[] block) {
    if (block.length < PREFIX.length) {
      return false;
    }
    for (int i = 0; i < PREFIX.length; i++) {
      if (block[i] != PREFIX[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the orientation an Exif block asks for.
   *
   * @param block with or without the prefix
   * @return the orientation; upright when the block does not say or cannot be read
   */
  static Orientation parse(byte[] block) {
    int start = hasPrefix(block) ? PREFIX.length : 0;
    ByteBuffer tiff = ByteBuffer.wrap(block, start, block.length - start).slice();
    if (tiff.remaining() < 8) {
      return Orientation.UPRIGHT;
    }
    int mark = tiff.getInt(0);
    if (mark != LITTLE_ENDIAN && mark != BIG_ENDIAN) {
      return Orientation.UPRIGHT;
    }
    tiff.order(mark == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = tiff.getInt(4) & 0xFFFFFFFFL;
    if (directory < 8 || directory + 2 > tiff.limit()) {
      return Orientation.UPRIGHT;
    }
    return inDirectory(tiff, (int) directory);
  }

  private static Orientation inDirectory(ByteBuffer tiff, int directory) {
    int entries = tiff.getShort(directory) & 0xFFFF;
    int at = directory + 2;
    for (int i = 0; i < entries && at + ENTRY_BYTES <= tiff.limit(); i++, at += ENTRY_BYTES) {
      if ((tiff.getShort(at) & 0xFFFF) == TAG_ORIENTATION && tiff.getShort(at + 2) == TYPE_SHORT) {
        return Orientation.ofTag(tiff.getShort(at + 8) & 0xFFFF);
      }
    }
    return Orientation.UPRIGHT;
  }
}
