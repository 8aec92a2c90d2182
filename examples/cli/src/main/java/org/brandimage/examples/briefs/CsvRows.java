package org.brandimage.examples.briefs;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brandimage.local.library.source.CsvText;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The rows of a CSV file with a header, as spreadsheets write it: encoding and separator are found
 * by {@link CsvText}. Cells of several values are parted by semicolons; an empty cell is none.
 */
final class CsvRows {
  private static final Set<String> LISTS = Set.of("canvases", "pins");
  private static final Set<String> NUMBERS = Set.of("seed", "finalists");

  private final String name;
  private final Problems problems;
  private List<String> columns = List.of();
  private int row;

  private CsvRows(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  static List<BriefRow> read(Path file, String name, Problems problems) {
    CsvRows rows = new CsvRows(name, problems);
    try (MappingIterator<String[]> cells = CsvText.of(file, name, CsvRows::isColumn).rows()) {
      return rows.all(cells);
    } catch (IOException e) {
      throw new InvalidInputException(
          name, "no CSV after row " + rows.row, "save it as CSV in UTF-8, one row a brief");
    }
  }

  private List<BriefRow> all(MappingIterator<String[]> cells) throws IOException {
    List<BriefRow> briefs = new ArrayList<>();
    while (cells.hasNextValue()) {
      String[] next = cells.nextValue();
      row++;
      if (Arrays.stream(next).allMatch(String::isBlank)) {
        continue;
      }
      if (columns.isEmpty()) {
        columns = Arrays.stream(next).map(CsvRows::column).toList();
        checkColumns(next);
      } else {
        briefs.add(brief(next));
      }
    }
    return briefs;
  }

  private static String column(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isColumn(String header) {
    return BriefFields.NAMES.contains(column(header));
  }

  private void checkColumns(String[] header) {
    for (int i = 0; i < header.length; i++) {
      String where = name + " row " + row + " column";
      if (!isColumn(header[i])) {
        problems.add(where, header[i], BriefFields.USE_ONLY);
      } else if (columns.indexOf(columns.get(i)) < i) {
        problems.add(where, header[i], "name each column once");
      }
    }
  }

  private BriefRow brief(String[] cells) {
    String where = name + " row " + row;
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.length; i++) {
      String text = cells[i].strip();
      if (text.isEmpty()) {
        continue;
      }
      if (i >= columns.size()) {
        problems.add(
            where + " cell " + (i + 1),
            text,
            "name its column in the first row, or quote a text that contains the separator");
      } else if (isColumn(columns.get(i))) {
        put(fields, columns.get(i), text);
      }
    }
    return new BriefRow(where, fields);
  }

  private static void put(ObjectNode fields, String column, String text) {
    if (LISTS.contains(column)) {
      for (String part : text.split(";", -1)) {
        fields.withArray(column).add(part.strip());
      }
    } else if (NUMBERS.contains(column) && text.matches("-?\\d{1,18}")) {
      fields.put(column, Long.parseLong(text));
    } else {
      // What is no number is left to the check of the field, which names it.
      fields.put(column, text);
    }
  }
}
