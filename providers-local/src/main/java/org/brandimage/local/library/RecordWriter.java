package org.brandimage.local.library;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the fields of a record. Used by one thread for one record. */
final class RecordWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  void number(int number) throws IOException {
    out.writeInt(number);
  }

  void real(double number) throws IOException {
    out.writeDouble(number);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
