package org.brandimage.local.library.source;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Predicate;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.text.PrintableText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a CSV file as spreadsheets write it; encoding and separator are detected:
 *
 * <ul>
 *   <li><b>Encoding</b>: a byte order mark decides, of UTF-8 or UTF-16; without one the file is
 *       UTF-8 when all of it is valid as such, else windows-1252, with a warning.
 *   <li><b>Separator</b>: as given by a first line such as {@code sep=;}; else comma, semicolon or
 *       tab, whichever gives the header the most known columns, the first of equals.
 * </ul>
 *
 * <p>A file has at most 256 MiB. It is read twice and never held. Immutable and thread-safe.
 */
public final class CsvText {
  private static final Logger LOG = LoggerFactory.getLogger(CsvText.class);
  private static final long MOST_BYTES = 256L << 20;
  private static final int LONGEST_HEADER = 1 << 16;
  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final String SEPARATOR_LINE = "sep=";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Map<String, Charset> MARKS =
      Map.of(
          "efbbbf", StandardCharsets.UTF_8,
          "fffe", StandardCharsets.UTF_16LE,
          "feff", StandardCharsets.UTF_16BE);
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Path file;
  private final Charset charset;
  private final char separator;
  private final boolean separatorLine;

  private CsvText(Path file, Charset charset, char separator, boolean separatorLine) {
    this.file = file;
    this.charset = charset;
    this.separator = separator;
    this.separatorLine = separatorLine;
  }

  /**
   * Looks at a file.
   *
   * @param file the file
   * @param name its name, for messages
   * @param known tells whether a cell of the header names a known column, by which the separator is
   *     found
   * @return its text
   * @throws InvalidInputException when it is no regular file or too large
   * @throws IOException when it cannot be read
   */
  public static CsvText of(Path file, String name, Predicate<String> known) throws IOException {
    Charset charset = charset(file, name);
    String head;
    try (Reader reader = reader(file, charset)) {
      char[] chars = new char[LONGEST_HEADER];
      int length = 0;
      for (int read = 0; read >= 0 && length < chars.length; length += Math.max(0, read)) {
        read = reader.read(chars, length, chars.length - length);
      }
      head = new String(chars, 0, length);
    }
    String first = head.lines().findFirst().orElse("");
    if (first.length() == SEPARATOR_LINE.length() + 1
        && first.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length())) {
      return new CsvText(file, charset, stated(first, name), true);
    }
    return new CsvText(file, charset, likeliest(head, known), false);
  }

  private static char stated(String line, String name) {
    char separator = line.charAt(SEPARATOR_LINE.length());
    if (Character.isLetterOrDigit(separator) || separator == '"') {
      throw new InvalidInputException(
          name + " row 1: sep", separator, "give a comma, a semicolon or a tab");
    }
    return separator;
  }

  private static char likeliest(String head, Predicate<String> columns) {
    char likeliest = SEPARATORS[0];
    long most = 0;
    for (char separator : SEPARATORS) {
      long known = knownColumns(head, separator, columns);
      if (known > most) {
        most = known;
        likeliest = separator;
      }
    }
    return likeliest;
  }

  private static long knownColumns(String head, char separator, Predicate<String> known) {
    try (MappingIterator<String[]> rows = rows(new StringReader(head), separator)) {
      while (rows.hasNextValue()) {
        String[] cells = rows.nextValue();
        if (!CsvColumns.isBlank(cells)) {
          return Arrays.stream(cells).filter(known).count();
        }
      }
      return 0;
    } catch (IOException e) {
      // a header that cannot be parted so is no header of this separator
      return 0;
    }
  }

  private static Charset charset(Path file, String name) throws IOException {
    try (InputStream in = BoundedFile.open(file, name, MOST_BYTES)) {
      String first = HexFormat.of().formatHex(in.readNBytes(3));
      for (Map.Entry<String, Charset> mark : MARKS.entrySet()) {
        if (first.startsWith(mark.getKey())) {
          return mark.getValue();
        }
      }
    }
    try (Reader reader = reader(file, StandardCharsets.UTF_8)) {
      reader.transferTo(Writer.nullWriter());
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      LOG.warn(
          "table {}: is not valid UTF-8 and is read as {}; save it as UTF-8 to be sure of accents",
          PrintableText.of(name),
          WINDOWS.name());
      return WINDOWS;
    }
  }

  /**
   * Opens the rows, the header among them; a row is as long as it has cells. Its {@code nextValue}
   * throws an {@link IOException} at what is no CSV, and at bytes that are no text of the encoding.
   *
   * @return the rows, to be closed
   * @throws IOException when the file cannot be read
   */
  public MappingIterator<String[]> rows() throws IOException {
    BufferedReader reader = reader(file, charset);
    if (separatorLine) {
      reader.readLine();
    }
    return rows(reader, separator);
  }

  private static MappingIterator<String[]> rows(Reader reader, char separator) throws IOException {
    ObjectReader cells =
        new CsvMapper()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    return cells.readValues(reader);
  }

  private static BufferedReader reader(Path file, Charset charset) throws IOException {
    InputStream in = BoundedFile.open(file, String.valueOf(file.getFileName()), MOST_BYTES);
    // a decoder of its own reports what is malformed instead of replacing it
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset.newDecoder()));
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** {@return the character between the cells of a row} */
  public char separator() {
    return separator;
  }
}
