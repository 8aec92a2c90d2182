package org.brandimage.local.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;
import org.brandimage.imaging.ImageDecoder;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;

/**
 * A table of assets in a CSV file (RFC 4180, UTF-8, a first line of names) beside its pictures: one
 * row an asset. Columns {@code file} (one or several paths from the table's folder, parted by
 * semicolons), {@code id}, {@code kind}, {@code description}, {@code tags} (parted by semicolons)
 * and {@code heightCm}; every other column is an attribute. Only {@code file} must be there. Used
 * for one ingest by one thread.
 */
public final class CsvManifest {
  private static final Set<String> KNOWN =
      Set.of("file", "id", "kind", "description", "tags", "heightCm");

  private final Path root;
  private final Path csv;
  private final ImageDecoder decoder;
  private final AssetAssembly.Problems problems;
  private final Set<String> ids = new HashSet<>();
  private int line = 1;

  /**
   * Starts with a table.
   *
   * @param csv the file
   * @param decoder reads the pictures
   * @param problems hears of rows and pictures that cannot be used
   * @throws InvalidInputException when there is no such file
   */
  public CsvManifest(Path csv, ImageDecoder decoder, AssetAssembly.Problems problems) {
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

  /**
   * Returns the folder of the table, which its pictures lie in.
   *
   * @return its real path
   */
  public Path root() {
    return root;
  }

  /**
   * Makes the drafts, each when it is asked for.
   *
   * @return the drafts, to be closed
   * @throws InvalidInputException when the file is no such table; also from the stream
   */
  public Stream<AssetDraft> drafts() {
    ObjectReader reader =
        new CsvMapper()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader());
    try {
      Reader text = Files.newBufferedReader(csv);
      MappingIterator<Map<String, String>> rows = reader.readValues(text);
      return Stream.generate(() -> next(rows))
          .takeWhile(row -> !row.isEmpty())
          .flatMap(row -> draft(row, name() + " row " + ++line).stream())
          .onClose(() -> close(rows));
    } catch (IOException e) {
      throw new InvalidInputException(name(), "cannot be read", "write it in UTF-8");
    }
  }

  /** Returns the next row; an empty one after the last. */
  private Map<String, String> next(MappingIterator<Map<String, String>> rows) {
    try {
      if (!rows.hasNextValue()) {
        return Map.of();
      }
      Map<String, String> row = rows.nextValue();
      if (!row.containsKey("file")) {
        throw new InvalidInputException(name() + ": columns", row.keySet(), "name one file");
      }
      return row;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          name(), "no CSV after row " + line, "write one row of text a picture");
    } catch (IOException e) {
      throw new InvalidInputException(name(), "cannot be read", "write it in UTF-8");
    }
  }

  private static void close(MappingIterator<Map<String, String>> rows) {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return String.valueOf(csv.getFileName());
  }

  private Optional<AssetDraft> draft(Map<String, String> row, String where) {
    Sidecar sidecar = Sidecar.of(where, fields(row));
    String id = row.getOrDefault("id", "").strip();
    try {
      sidecar.checked();
      List<Path> files = files(row.getOrDefault("file", ""), sidecar);
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

  private static ObjectNode fields(Map<String, String> row) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    row.forEach(
        (column, cell) -> {
          String value = cell == null ? "" : cell.strip();
          if (value.isEmpty() || column.equals("file")) {
            return;
          }
          switch (column) {
            case "tags" -> {
              for (String tag : value.split(";", -1)) {
                fields.withArray("tags").add(tag.strip());
              }
            }
            case "heightCm" -> number(fields, value);
            default -> {
              if (KNOWN.contains(column)) {
                fields.put(column, value);
              } else {
                attributes.put(column, value);
              }
            }
          }
        });
    if (!attributes.isEmpty()) {
      fields.set("attributes", attributes);
    }
    return fields;
  }

  private static void number(ObjectNode fields, String value) {
    try {
      fields.put("heightCm", Double.parseDouble(value));
    } catch (NumberFormatException e) {
      fields.put("heightCm", value);
    }
  }
}
