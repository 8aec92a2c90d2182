package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.brandimage.examples.scenes.SampleLibrary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands ingest, search and library, and a run over what was ingested. */
@Tag("slow")
class LibraryCommandsTest {
  @TempDir private Path temp;

  @Test
  void ingest_sampleLibraryTwice_isSearchedListedAndRun() throws IOException {
    String library = temp.resolve("library").toString();
    String folder = copyOfSamples().toString();

    CommandOutcome first = CommandOutcome.of("ingest", folder, "--library", library);
    CommandOutcome second = CommandOutcome.of("ingest", folder, "--library", library);

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("0 unchanged, 1 skipped").contains("broken.png");
    assertThat(second.out()).contains("0 added, 0 replaced, 0 removed");
    searchFindsTheSneaker(library);
    listIsWhole(library);
    JsonNode plain = json("library", folder, "--json");
    assertThat(plain.get("ingested").asBoolean()).isFalse();
    assertThat(plain.get("skipped")).hasSize(1);
    String out = temp.resolve("out").toString();
    String brief = "a shoe on an urban street at sunset";
    CommandOutcome run =
        CommandOutcome.of("run", brief, "--library", library, "--out", out, "--canvas", "256x256");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("3 finalists").contains("sneaker");
  }

  @Test
  void library_scenes_areDrawnWithWordsThatALibraryTakes() throws IOException {
    Path folder = copyOfSamples();
    Path scenes = temp.resolve("scenes");

    CommandOutcome first =
        CommandOutcome.of("library", folder.toString(), "--scenes", scenes.toString());

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("6 backgrounds read");
    assertThat(scenes.resolve("backgrounds-beach-morning.png")).isNotEmptyFile();
    assertThat(Files.readString(scenes.resolve("index.html")))
        .contains("backgrounds/beach-morning", "backgrounds-beach-morning.scene.json");
    Path words = scenes.resolve("backgrounds-beach-morning.scene.json");
    Files.copy(
        words,
        folder.resolve("backgrounds/beach-morning.json"),
        StandardCopyOption.REPLACE_EXISTING);
    CommandOutcome again =
        CommandOutcome.of("library", folder.toString(), "--scenes", scenes.toString());
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Files.readString(scenes.resolve("index.html"))).contains("library");
  }

  /** The bundled pictures, and one that cannot be read. */
  private Path copyOfSamples() throws IOException {
    Path copy = temp.resolve("pictures");
    try (SampleLibrary samples = SampleLibrary.open();
        Stream<Path> files = Files.walk(samples.folder())) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(samples.folder().relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Files.writeString(copy.resolve("broken.png"), "no picture");
    return copy;
  }

  private static void searchFindsTheSneaker(String lib) throws IOException {
    CommandOutcome table = CommandOutcome.of("search", "a shoe", "--library", lib, "--top", "2");
    assertThat(table.code()).as(table.err()).isZero();
    assertThat(table.out()).contains("score").contains("sneaker");
    JsonNode found = json("search", "a shoe", "--library", lib, "--json");
    assertThat(found.at("/matches/0/id").asText()).contains("sneaker");
    CommandOutcome nothing = CommandOutcome.of("search", "a submarine", "--library", lib);
    assertThat(nothing.out()).contains("nothing fits; the nearest is");
    CommandOutcome street = CommandOutcome.of("search", "an urban street", "--library", lib);
    assertThat(street.out()).contains("street-sunset");
    CommandOutcome none =
        CommandOutcome.of("search", "a mood", "--library", lib, "--kind", "theme");
    assertThat(none.out()).contains("the library has no theme");
    CommandOutcome wrong =
        CommandOutcome.of("search", "a shoe", "--library", lib, "--kind", "person");
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err()).contains("product, background or theme");
  }

  private static void listIsWhole(String library) throws IOException {
    JsonNode listed = json("library", library, "--json");
    assertThat(listed.get("ingested").asBoolean()).isTrue();
    assertThat(listed.get("assets").asInt()).isPositive();
    assertThat(listed.get("textModel").asText()).contains("bge");
    assertThat(listed.get("damaged")).isEmpty();
    assertThat(CommandOutcome.of("library", library).out()).contains("damaged    none");
  }

  private static JsonNode json(String... args) throws IOException {
    CommandOutcome outcome = CommandOutcome.of(args);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return new ObjectMapper().readTree(outcome.out());
  }
}
