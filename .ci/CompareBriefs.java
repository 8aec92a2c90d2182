import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A comparison of what two builds of the command make of ten briefs over the bundled library:
 * pictures byte by byte, and run.json once what differs from run to run is taken out and the words
 * that were renamed in between are replaced.
 *
 * <pre>java .ci/CompareBriefs.java BEFORE.jar AFTER.jar</pre>
 *
 * <p>{@code .ci/renamed-words.txt} holds one renaming a line, {@code old -> new}, of whole JSON
 * strings, one {@code new-step NAME} for each step that the earlier build may lack, and one {@code
 * moved NAME} for each list that stands elsewhere, and in another form, in the later build.
 */
public final class CompareBriefs {
  private static final List<List<String>> BRIEFS =
      List.of(
          List.of("a shoe on an urban street at sunset"),
          List.of("a mug on a kitchen table in the morning"),
          List.of("a sofa in a living room", "--canvas", "768x512", "--canvas", "512x768"),
          List.of("a handbag and a bottle on a terrace at night", "--canvas", "640x640"),
          List.of("a boot", "--canvas", "512x512", "--rotations", "0,30"),
          List.of("a bottle on a beach", "--canvas", "512x512", "--grid", "3x2", "--seed", "7"),
          List.of("a mug on a desk, hard light from the left", "--canvas", "512x512"),
          List.of("a sneaker on a frozen lake", "--canvas", "728x90", "--policy", "strict"),
          List.of("a white sneaker in autumn", "--canvas", "512x512", "--outpaint-best", "4"),
          List.of("a handbag in the rain", "--canvas", "512x512", "--rounds", "2", "--scales", "1,2"));

  private static final Pattern VOLATILE =
      Pattern.compile("(\"(?:runId|startedAt|elapsed|previousRunId)\" : )\"[^\"]*\"");
  private static final Pattern VERSION =
      Pattern.compile("(\"format\" : \"[^\"]*\",\\s*\"version\" : )\\d+");

  private CompareBriefs() {}

  /** Compares; exits with 1 when something differs. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> renamed = new LinkedHashMap<>();
    List<String> newSteps = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    Path words = Path.of(".ci", "renamed-words.txt");
    for (String line : Files.exists(words) ? Files.readAllLines(words) : List.<String>of()) {
      if (line.startsWith("new-step ")) {
        newSteps.add(line.substring("new-step ".length()).strip());
      } else if (line.startsWith("moved ")) {
        moved.add(line.substring("moved ".length()).strip());
      } else if (line.contains(" -> ")) {
        renamed.put(line.split(" -> ", 2)[0].strip(), line.split(" -> ", 2)[1].strip());
      }
    }
    Path work = Files.createTempDirectory("briefs");
    int differences = 0;
    for (int i = 0; i < BRIEFS.size(); i++) {
      Path before = run(args[0], BRIEFS.get(i), work.resolve(i + "-before"));
      Path after = run(args[1], BRIEFS.get(i), work.resolve(i + "-after"));
      List<String> found = compare(before, after, renamed, newSteps, moved);
      found.forEach(System.out::println);
      differences += found.size();
      System.out.println(
          (found.isEmpty() ? "equal      " : "DIFFERENT  ") + String.join(" ", BRIEFS.get(i)));
    }
    System.out.println(differences + " differences; the files are in " + work);
    System.exit(differences == 0 ? 0 : 1);
  }

  private static Path run(String jar, List<String> brief, Path out)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("java", "-jar", jar, "run"));
    command.addAll(brief);
    command.addAll(List.of("--out", out.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out.resolveSibling(out.getFileName() + ".log").toFile())
            .start();
    int code = process.waitFor();
    if (code > 1) {
      throw new IllegalStateException("exit code " + code + ", see " + out + ".log");
    }
    return out;
  }

  private static List<String> compare(
      Path before,
      Path after,
      Map<String, String> renamed,
      List<String> newSteps,
      List<String> moved)
      throws IOException {
    List<String> differences = new ArrayList<>();
    List<String> names = names(before);
    if (!names.equals(names(after))) {
      differences.add("  files: " + names + " and " + names(after));
      return differences;
    }
    for (String name : names) {
      if (name.endsWith(".png") && Files.mismatch(before.resolve(name), after.resolve(name)) >= 0) {
        differences.add("  " + name + " differs");
      }
    }
    String old = normal(Files.readString(before.resolve("run.json")), renamed, newSteps);
    String now = normal(Files.readString(after.resolve("run.json")), Map.of(), newSteps);
    for (String list : moved) {
      String pattern = "\\s*\"" + Pattern.quote(list) + "\" : \\[[^\\]]*\\],";
      old = old.replaceAll(pattern, "");
      now = now.replaceAll(pattern, "");
    }
    if (!old.equals(now)) {
      differences.add("  run.json: " + firstDifference(old.split("\n", -1), now.split("\n", -1)));
    }
    return differences;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private static String normal(String json, Map<String, String> renamed, List<String> newSteps) {
    String text = sortedCalls(VOLATILE.matcher(json).replaceAll("$1\"\""));
    text = VERSION.matcher(text).replaceAll("$1 0");
    for (Map.Entry<String, String> word : renamed.entrySet()) {
      text = text.replace('"' + word.getKey() + '"', '"' + word.getValue() + '"');
    }
    for (String step : newSteps) {
      String timing = "\\{\\s*\"stage\" : \"" + Pattern.quote(step) + "\",[^}]*\\}, ";
      String identity = "\"" + Pattern.quote(step) + "\" : \\{[^}]*\\},\\s*";
      text = text.replaceAll(timing, "").replaceAll(identity, "");
    }
    return text;
  }

  /** Calls are recorded in the order in which threads make them. */
  private static String sortedCalls(String json) {
    int start = json.indexOf("\"calls\" : [ {");
    int end = json.indexOf("} ],", start);
    if (start < 0 || end < 0) {
      return json;
    }
    int first = json.indexOf('{', start) + 1;
    String[] calls = json.substring(first, end).split("\\}, \\{", -1);
    Arrays.sort(calls);
    return json.substring(0, first) + String.join("}, {", calls) + json.substring(end);
  }

  private static String firstDifference(String[] before, String[] after) {
    int line = 0;
    while (line < Math.min(before.length, after.length) && before[line].equals(after[line])) {
      line++;
    }
    return "line "
        + (line + 1)
        + ": "
        + (line < before.length ? before[line].strip() : "(end)")
        + " | "
        + (line < after.length ? after[line].strip() : "(end)");
  }
}
