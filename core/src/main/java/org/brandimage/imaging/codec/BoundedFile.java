package org.brandimage.imaging.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.spi.error.InvalidInputException;

/**
 * A reader of regular files up to a number of bytes. Reading a pipe without a writer would never
 * return, and a device such as {@code /dev/zero} has a length of 0 and no end of bytes.
 */
public final class BoundedFile {
  private BoundedFile() {}

  /**
   * Reads a file as text.
   *
   * @param file the file; a link is followed
   * @param name the file as messages are to name it
   * @param maxBytes the largest number of bytes
   * @return its text
   * @throws InvalidInputException when it does not exist, is not a regular file, is too large or is
   *     not UTF-8
   */
  public static String readText(Path file, String name, int maxBytes) {
    byte[] bytes = read(file, name, maxBytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(name, "no UTF-8 text", "save it in UTF-8");
    }
  }

  /**
   * Reads a file.
   *
   * @param file the file; a link is followed
   * @param name the file as messages are to name it
   * @param maxBytes the largest number of bytes
   * @return its bytes
   * @throws InvalidInputException when it does not exist, is not a regular file or is too large
   */
  public static byte[] read(Path file, String name, int maxBytes) {
    try (InputStream in = open(file, name, maxBytes)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new InvalidInputException(name, "cannot be read", "check the file and its permissions");
    }
  }

  /**
   * Opens a file.
   *
   * @param file the file; a link is followed
   * @param name the file as messages are to name it
   * @param maxBytes the largest number of bytes; reading beyond it throws an {@link
   *     InvalidInputException}
   * @return a stream of its bytes, to be closed
   * @throws InvalidInputException when it does not exist or is not a regular file
   * @throws IOException when it cannot be opened
   */
  public static InputStream open(Path file, String name, long maxBytes) throws IOException {
    if (!Files.isRegularFile(file)) {
      String problem = Files.exists(file) ? "a folder, pipe or device" : "not there";
      throw new InvalidInputException(name, problem, "give a regular file");
    }
    // Whatever the file is replaced by, or grows to, from here on: the stream has its end.
    return new LimitedStream(Files.newInputStream(file), name, maxBytes);
  }
}
