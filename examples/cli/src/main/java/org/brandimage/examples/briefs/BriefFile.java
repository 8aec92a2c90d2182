package org.brandimage.examples.briefs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;

/**
 * A file of briefs, by the ending of its name: {@code .json} and {@code .yaml} or {@code .yml} hold
 * a list of objects, {@code .jsonl} or {@code .ndjson} an object per line, and {@code .csv} a row
 * per brief below a row of names. The fields are {@code prompt}, which every brief has, and {@code
 * label}, {@code canvases}, {@code brand} (the path of a brand kit, from the folder of the file),
 * {@code pins} (ids or files of the library), {@code seed} and {@code finalists}. In CSV the values
 * of {@code canvases} and {@code pins} are parted by semicolons.
 */
public final class BriefFile {
  private static final int MOST_BYTES = 32 << 20;

  private BriefFile() {}

  /**
   * Reads all briefs of a file.
   *
   * @param file the file
   * @param defaults gives the builder of a brief for a prompt, with what a brief leaves out
   * @param library finds a pinned asset by its id or file, or throws an {@link
   *     InvalidInputException}
   * @return the briefs, at least one, in the order of the file
   * @throws InvalidBriefsException when something in the file cannot be used; it has all problems
   */
  public static List<CampaignBrief> read(
      Path file,
      Function<String, CampaignBrief.Builder> defaults,
      Function<String, Asset> library) {
    Problems problems = new Problems();
    List<CampaignBrief> briefs = new ArrayList<>();
    Path folder = file.toAbsolutePath().getParent();
    BriefFields fields =
        new BriefFields(folder == null ? file : folder, defaults, library, problems);
    try {
      for (BriefRow row : rows(file, problems)) {
        fields.read(row).ifPresent(briefs::add);
      }
    } catch (InvalidInputException e) {
      problems.add(e.field(), e.value(), e.remedy());
    }
    problems.requireNone();
    return briefs;
  }

  private static List<BriefRow> rows(Path file, Problems problems) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    List<BriefRow> rows =
        switch (ending) {
          case "json" -> TreeRows.json(text(file, name), name, problems);
          case "jsonl", "ndjson" -> TreeRows.lines(text(file, name), name, problems);
          case "yaml", "yml" -> TreeRows.yaml(text(file, name), name, problems);
          case "csv" -> CsvRows.read(file, name, problems);
          default ->
              throw new InvalidInputException(
                  "briefs", name, "give a file that ends in .json, .jsonl, .yaml, .yml or .csv");
        };
    if (rows.isEmpty() && problems.count() == 0) {
      problems.add(name, "no brief", "give at least one brief");
    }
    return rows;
  }

  private static String text(Path file, String name) {
    return BoundedFile.readText(file, name, MOST_BYTES);
  }
}
