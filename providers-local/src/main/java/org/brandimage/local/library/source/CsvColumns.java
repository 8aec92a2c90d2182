package org.brandimage.local.library.source;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The columns of a table, by its header. A known column is known in capitals or not, and with
 * spaces and punctuation or not: {@code Height (cm)} is {@code heightCm}. Any other keeps the name
 * it is given. Immutable.
 */
final class CsvColumns {
  private static final Map<String, String> KNOWN =
      Map.of(
          "file", "file",
          "id", "id",
          "kind", "kind",
          "description", "description",
          "tags", "tags",
          "heightcm", "heightCm");

  private final List<String> names;

  private CsvColumns(List<String> names) {
    this.names = names;
  }

  /**
   * Reads a header.
   *
   * @param header its cells
   * @param table the table, for messages
   * @return the columns
   * @throws InvalidInputException when no column is a file, or two are the same known one
   */
  static CsvColumns of(String[] header, String table) {
    List<String> names = Arrays.stream(header).map(CsvColumns::name).toList();
    if (!names.contains("file")) {
      throw new InvalidInputException(table + ": columns", Arrays.asList(header), "name one file");
    }
    for (int i = 0; i < names.size(); i++) {
      int same = names.subList(0, i).indexOf(names.get(i));
      if (same >= 0 && isKnown(header[i])) {
        throw new InvalidInputException(
            table + ": columns", header[same] + " and " + header[i], "name each column once");
      }
    }
    return new CsvColumns(names);
  }

  private static String name(String header) {
    return KNOWN.getOrDefault(plain(header), header.strip());
  }

  private static String plain(String header) {
    return header.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  /** Returns whether a header names one of the known columns. */
  static boolean isKnown(String header) {
    return KNOWN.containsKey(plain(header));
  }

  /** Returns whether a name of {@link #cells} is that of a known column. */
  static boolean isField(String name) {
    return KNOWN.containsValue(name);
  }

  /** Returns whether all cells of a row are blank. */
  static boolean isBlank(String[] row) {
    return Arrays.stream(row).allMatch(String::isBlank);
  }

  /**
   * Returns the cells of a row by their columns.
   *
   * @param row the cells
   * @param where the row, for messages
   * @return name to text, without blank cells
   * @throws InvalidInputException when a cell without a column is not blank
   */
  Map<String, String> cells(String[] row, String where) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      if (row[i].isBlank()) {
        continue;
      }
      String name = i < names.size() ? names.get(i) : "";
      if (name.isEmpty()) {
        throw new InvalidInputException(
            where + ": cell " + (i + 1),
            row[i],
            "name its column in the first row, or quote a text that contains the separator");
      }
      cells.put(name, row[i].strip());
    }
    return cells;
  }
}
