package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.brandimage.examples.scenes.SampleLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command prints and logs of files whose names and descriptions forge lines. */
@Tag("slow")
class HostileTextTest {
  private static final String FORGED = "\nwarning: all is well\u001b[2J";
  private static final String SHOWN = "\\nwarning: all is well\\u001b[2J";
  private static final String SHOE = "a shoe on an urban street at sunset";

  @TempDir private Path temp;
  private Path library;

  /** A product with a forged name and description, and a file of such a name that is no picture. */
  @BeforeEach
  void fillLibrary() throws IOException {
    library = Files.createDirectories(temp.resolve("library"));
    Path products = Files.createDirectory(library.resolve("products"));
    Path backgrounds = Files.createDirectory(library.resolve("backgrounds"));
    try (SampleLibrary samples = SampleLibrary.open()) {
      Path source = samples.folder();
      Files.copy(source.resolve("products/sneaker.png"), file(products, FORGED + ".png"));
      Files.copy(
          source.resolve("backgrounds/street-sunset.jpg"),
          file(backgrounds, "street\u202esunset\u2028.jpg"));
    }
    Files.writeString(
        file(products, FORGED + ".json"),
        "{\"description\": \"a shoe \\u001b[31m\\u2066red\\r\\nwarning: forged\"}");
    Files.writeString(
        file(backgrounds, "street\u202esunset\u2028.json"),
        "{\"description\": \"an urban street at sunset\"}");
    Files.writeString(file(library, "broken\u009b1A\u2029warning: no.png"), "no picture");
  }

  @Test
  void run_hostileLibrary_printsAndLogsEscapesOnly() {
    CommandOutcome outcome = run("--pin", "products/" + FORGED);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertSafe(outcome);
    assertThat(outcome.out())
        .contains("products/" + SHOWN + ".png on backgrounds/street\\u202esunset\\u2028.jpg");
    assertThat(outcome.err()).contains("broken\\u009b1A\\u2029warning: no.png");
  }

  @Test
  void everyCommand_hostileLibrary_printsEscapesOnly() throws IOException {
    String folder = library.toString();
    String ingested = temp.resolve("ingested").toString();
    Path picture =
        Files.copy(
            file(library.resolve("products"), FORGED + ".png"),
            file(temp, "\u202e\u001b]0;x\u0007.png"));

    assertSafe(CommandOutcome.of("library", folder));
    assertSafe(CommandOutcome.of("ingest", folder, "--library", ingested));
    assertSafe(CommandOutcome.of("library", ingested));
    CommandOutcome found = CommandOutcome.of("search", "a shoe", "--library", ingested);
    assertSafe(found);
    assertThat(found.out()).contains("a shoe \\u001b[31m\\u2066red\\r\\nwarning: forged");
    CommandOutcome ranked =
        CommandOutcome.of("rank", picture.toString(), "--ranker", "photographic");
    assertSafe(ranked);
    assertThat(ranked.out()).contains("\\u202e\\u001b]0;x\\u0007.png");
    assertSafe(CommandOutcome.of("verify", temp.resolve("no" + FORGED).toString()));
    assertSafe(CommandOutcome.of("models", "--models", temp.resolve("no" + FORGED).toString()));
    assertSafe(CommandOutcome.of("rank", "--no" + FORGED));
    assertSafe(run("--pin", FORGED));
  }

  /** JSON has the same escapes, and reading it gives the text as it is. */
  @Test
  void json_hostileLibrary_isValidAndHoldsTheSameText() throws IOException {
    CommandOutcome outcome =
        CommandOutcome.of("search", "a shoe", "--library", library.toString(), "--json");

    assertSafe(outcome);
    JsonNode match = new ObjectMapper().readTree(outcome.out()).at("/matches/0");
    assertThat(match.get("id").asText()).isEqualTo("products/" + FORGED);
    assertThat(match.get("description").asText()).contains("\u2066red\r\nwarning");
  }

  /** The writer of files has no such rule: what was read is kept as it is. */
  @Test
  void run_hostileLibrary_keepsTheNameInRunJson() {
    run();

    assertThatNoException()
        .isThrownBy(
            () -> {
              JsonNode run = new ObjectMapper().readTree(temp.resolve("out/run.json").toFile());
              assertThat(run.at("/scenes/0/products/0/assetId").asText())
                  .isEqualTo("products/" + FORGED);
            });
  }

  private CommandOutcome run(String... more) {
    String[] arguments = {
      "run",
      SHOE,
      "--library",
      library.toString(),
      "--out",
      temp.resolve("out").toString(),
      "--canvas",
      "192x192",
      "--rotations",
      "0"
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CommandOutcome.of(all);
  }

  private static void assertSafe(CommandOutcome outcome) {
    for (String text : java.util.List.of(outcome.out(), outcome.err())) {
      assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n]]");
      assertThat(text.lines())
          .as(text)
          .noneMatch(line -> line.startsWith("warning: all") || line.startsWith("warning: forged"));
    }
    assertThat(outcome.out() + outcome.err()).isNotBlank();
  }

  private static Path file(Path folder, String name) throws FileSystemException {
    try {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        Files.createFile(file);
        Files.delete(file);
      }
      return file;
    } catch (InvalidPathException | IOException e) {
      return abort("this file system has no file of such a name: " + e);
    }
  }
}
