package org.brandimage.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the reader finds in photos labelled by hand, against the fixed points it replaces. The table
 * is written to {@code target/scene-evaluation.md}. Floors lie a photo below what was measured.
 */
class SceneEvaluationTest {
  /** Kept back: the reader was not tuned on these. */
  private static final Set<String> KEPT_BACK =
      Set.of(
          "bedroom-with-carpet",
          "castle-courtyard-cobbles",
          "jetty-in-fog",
          "lake-with-stones",
          "mountain-path",
          "plant-on-wooden-table");

  @Test
  void read_labelledScenes_findsFreeGroundWhereItIs() throws IOException, InterruptedException {
    List<SceneFinding> all = SceneFinding.all(new ClassicalSceneReader());
    String table = table(all);
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(target.resolve("scene-evaluation.md"), table, StandardCharsets.UTF_8);

    List<SceneFinding> usable = all.stream().filter(SceneFinding::labelledUsable).toList();
    assertThat(share(usable, SceneFinding::point)).as(table).isGreaterThanOrEqualTo(0.81);
    assertThat(share(usable, SceneFinding::footprint)).as(table).isGreaterThanOrEqualTo(0.81);
    assertThat(mean(usable)).as(table).isGreaterThanOrEqualTo(0.58);
    assertThat(share(usable, SceneFinding::understoodUsable)).as(table).isEqualTo(1);
    List<SceneFinding> kept = usable.stream().filter(f -> KEPT_BACK.contains(f.name())).toList();
    assertThat(kept).hasSize(5);
    assertThat(share(kept, SceneFinding::footprint)).as(table).isGreaterThanOrEqualTo(0.8);
    assertThat(share(usable, SceneFinding::footprint))
        .as(table)
        .isGreaterThan(share(usable, SceneFinding::lowPointFootprint))
        .isGreaterThan(share(usable, SceneFinding::oldPointFootprint));
  }

  private static String table(List<SceneFinding> all) {
    List<SceneFinding> usable = all.stream().filter(SceneFinding::labelledUsable).toList();
    StringBuilder table = new StringBuilder(600);
    table.append("| group | photos | reader | (.5, .9) of the square | (.5, .92) of the photo");
    table.append(" | IoU | horizon error | width error | within x2 |\n");
    table.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (String group : usable.stream().map(SceneFinding::group).sorted().distinct().toList()) {
      table.append(row(group, usable, finding -> finding.group().equals(group)));
    }
    table.append(row("all", usable, finding -> true));
    table.append(row("tuned on", usable, finding -> !KEPT_BACK.contains(finding.name())));
    table.append(row("kept back", usable, finding -> KEPT_BACK.contains(finding.name())));
    return table.toString();
  }

  private static String row(
      String name, List<SceneFinding> usable, Predicate<SceneFinding> condition) {
    List<SceneFinding> part = usable.stream().filter(condition).toList();
    double[] horizons =
        part.stream().flatMapToDouble(f -> f.horizonError().stream()).sorted().toArray();
    double[] widths = part.stream().mapToDouble(SceneFinding::widthFactor).sorted().toArray();
    return Stream.of(
            name,
            String.valueOf(part.size()),
            pair(part, SceneFinding::point, SceneFinding::footprint),
            pair(part, SceneFinding::oldPoint, SceneFinding::oldPointFootprint),
            pair(part, SceneFinding::lowPoint, SceneFinding::lowPointFootprint),
            String.format(Locale.ROOT, "%.2f", mean(part)),
            horizons.length == 0 ? "" : format("%.3f", horizons[horizons.length / 2]),
            format("x%.2f", widths[widths.length / 2]),
            format("%.2f", share(part, finding -> finding.widthFactor() <= 2)))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String pair(
      List<SceneFinding> part, Predicate<SceneFinding> point, Predicate<SceneFinding> footprint) {
    return format("%.2f", share(part, point)) + " / " + format("%.2f", share(part, footprint));
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private static double share(List<SceneFinding> part, Predicate<SceneFinding> condition) {
    return part.stream().filter(condition).count() / (double) part.size();
  }

  private static double mean(List<SceneFinding> part) {
    return part.stream().mapToDouble(SceneFinding::overlap).average().orElse(0);
  }
}
