package org.brandimage.imaging.codec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stream that computes the SHA-256 of everything read through it, skipped bytes included. */
final class DigestStream extends DigestInputStream {
  private static final int BUFFER_BYTES = 65_536;

  DigestStream(InputStream in) {
    super(new BufferedInputStream(in, BUFFER_BYTES), sha256());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Reads instead of skipping: a skipped byte would be missing from the digest. */
  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.max(0, Math.min(count, 8192))];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  /** Reads to the end and returns the digest in lower-case hexadecimal. */
  String drainToHex() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(getMessageDigest().digest());
  }
}
