package org.brandimage.local.library.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;

/**
 * A table of assets in a CSV file beside its pictures, a row an asset below a row of names, as
 * spreadsheets export it ({@link CsvText} detects encoding and separator). Columns {@code file}
 * (one or several paths from the table's folder, parted by semicolons), {@code id}, {@code kind},
 * {@code description}, {@code tags} (parted by semicolons) and {@code heightCm}; every other column
 * is an attribute. Only {@code file} must be there. A cell that contains the separator is quoted.
 *
 * <p>A height may have a decimal comma. {@code 1,234} is taken for a decimal in a table parted by
 * semicolons only, where commas cannot part thousands; elsewhere it may be either, and is refused.
 *
 * <p>Used for one ingest by one thread.
 */
final class CsvManifest implements AssetSource {
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
  private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");

  private final Path root;
  private final Path csv;
  private final ImageDecoder decoder;
  private final Problems problems;
  private final Set<String> ids = new HashSet<>();
  private boolean commasAreDecimal;
  private int row;

  /**
   * Starts with a table.
   *
   * @param csv the file
   * @param decoder reads the pictures
   * @param problems hears of rows and pictures that cannot be used
   * @throws InvalidInputException when there is no such file
   */
  CsvManifest(Path csv, ImageDecoder decoder, Problems problems) {
    if (!Files.isRegularFile(csv)) {
      throw new InvalidInputException("manifest", csv, "give a CSV file that is there");
    }
    try {
      this.csv = csv.toRealPath();
      this.root = Objects.requireNonNull(this.csv.getParent(), "folder of " + csv);
    } catch (IOException e) {
      throw new InvalidInputException("manifest", csv, "give a file that can be read");
    }
    this.decoder = decoder;
    this.problems = problems;
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public int expected() {
    return 0;
  }

  @Override
  public Stream<AssetDraft> drafts() {
    try {
      CsvText text = CsvText.of(csv, name(), CsvColumns::isKnown);
      commasAreDecimal = text.separator() == ';';
      MappingIterator<String[]> rows = text.rows();
      try {
        CsvColumns columns = CsvColumns.of(next(rows).orElse(new String[0]), name());
        return Stream.generate(() -> next(rows))
            .takeWhile(Optional::isPresent)
            .flatMap(cells -> draft(columns, cells.orElseThrow()).stream())
            .onClose(() -> close(rows));
      } catch (InvalidInputException e) {
        close(rows);
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Returns the next row that is not blank; counts all rows, as a spreadsheet does. */
  private Optional<String[]> next(MappingIterator<String[]> rows) {
    try {
      while (rows.hasNextValue()) {
        String[] cells = rows.nextValue();
        row++;
        if (!CsvColumns.isBlank(cells)) {
          return Optional.of(cells);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The parser wraps what the file answers, so the reason is looked for among the causes. */
  private InvalidInputException unreadable(IOException problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInputException refused) {
        return refused;
      }
      if (cause instanceof CharacterCodingException) {
        return new InvalidInputException(
            name(), "malformed text after row " + row, "save it in UTF-8");
      }
    }
    return problem instanceof JsonProcessingException
        ? new InvalidInputException(
            name(), "no CSV after row " + row, "write one row of text a picture")
        : new InvalidInputException(name(), "cannot be read", "check the file and its permissions");
  }

  private static void close(MappingIterator<String[]> rows) {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return String.valueOf(csv.getFileName());
  }

  private Optional<AssetDraft> draft(CsvColumns columns, String[] cells) {
    String where = name() + " row " + row;
    String id = "";
    try {
      Map<String, String> said = columns.cells(cells, where);
      id = said.getOrDefault("id", "");
      Sidecar sidecar = Sidecar.of(where, fields(said));
      sidecar.checked();
      List<Path> files = files(said.getOrDefault("file", ""), sidecar);
      List<ImageSource> photos = new ArrayList<>();
      List<String> paths = new ArrayList<>();
      for (Path file : files) {
        String path = root.relativize(file).toString().replace('\\', '/');
        photos.add(decoder.open(file, path));
        paths.add(path);
      }
      String words = paths.get(0).replaceFirst("\\.[^./]*$", "");
      id = sidecar.id().orElse(words);
      if (!ids.add(id)) {
        throw sidecar.invalid("id", id, "every asset an id of its own");
      }
      return Optional.of(new AssetDraft(id, words, photos, paths, sidecar));
    } catch (InvalidInputException | UnreadableImageException e) {
      problems.at(id, where, e);
      return Optional.empty();
    }
  }

  private List<Path> files(String cell, Sidecar sidecar) {
    List<Path> files = new ArrayList<>();
    for (String path : cell.split(";", -1)) {
      String expected = "picture files below the table's folder, as paths from it";
      try {
        Path file = root.resolve(path.strip()).toRealPath();
        if (path.isBlank() || !file.startsWith(root) || !Files.isRegularFile(file)) {
          throw sidecar.invalid("file", path, expected);
        }
        files.add(file);
      } catch (IOException | InvalidPathException e) {
        throw sidecar.invalid("file", path, expected);
      }
    }
    return files;
  }

  private ObjectNode fields(Map<String, String> said) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    said.forEach(
        (column, value) -> {
          switch (column) {
            case "file" -> {}
            case "tags" -> {
              for (String tag : value.split(";", -1)) {
                fields.withArray("tags").add(tag.strip());
              }
            }
            case "heightCm" -> number(fields, value);
            default -> (CsvColumns.isField(column) ? fields : attributes).put(column, value);
          }
        });
    if (!attributes.isEmpty()) {
      fields.set("attributes", attributes);
    }
    return fields;
  }

  private void number(ObjectNode fields, String value) {
    boolean decimal =
        DECIMAL_COMMA.matcher(value).matches()
            && (commasAreDecimal || !THOUSANDS.matcher(value).matches());
    try {
      fields.put("heightCm", Double.parseDouble(decimal ? value.replace(',', '.') : value));
    } catch (NumberFormatException e) {
      // what is no number is left to the check of the field, which names it
      fields.put("heightCm", value);
    }
  }
}
