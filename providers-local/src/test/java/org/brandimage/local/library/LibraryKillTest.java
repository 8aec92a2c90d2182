package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.Asset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills ingests, as {@code kill -9} does, and looks at what they leave. */
@Tag("slow")
class LibraryKillTest {
  private static final int ASSETS = 2_000;

  @TempDir Path temp;

  @Test
  void ingest_killedFourTimes_losesNothingCommittedAndEmbedsNothingTwice() throws Exception {
    kill(4, 3, 42);
  }

  @ParameterizedTest
  @ValueSource(ints = {42, 43, 44})
  @Tag("long")
  void ingest_killedTwentyTimes_losesNothingCommittedAndEmbedsNothingTwice(int seed)
      throws Exception {
    kill(20, 15, seed);
  }

  /** Kills ingests of one source; at least some must have been under way. */
  private void kill(int kills, int least, int seed) throws Exception {
    Path source = temp.resolve("source");
    for (int i = 0; i < ASSETS; i++) {
      LibraryFiles.picture(source.resolve("products/thing-" + i + ".png"), new Size(2, 2), false);
    }
    Random random = new Random(seed);
    Set<String> committed = new TreeSet<>();
    int cut = 0;
    for (int kill = 0; kill < kills; kill++) {
      Process ingest = start(source, kill);
      boolean ended = ingest.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
      ingest.destroyForcibly().waitFor();
      cut += ended ? 0 : 1;
      committed = checked(committed, kill);
    }
    assertThat(cut).as("ingests that were under way when killed").isGreaterThanOrEqualTo(least);

    assertThat(start(source, kills).waitFor()).isZero();
    assertThat(checked(committed, kills)).hasSize(ASSETS);
    assertThat(MediaLibrary.open(temp.resolve("library")).health().orElseThrow().damaged())
        .isEmpty();
  }

  /** Opens the library and compares it with what was committed before this ingest. */
  private Set<String> checked(Set<String> before, int round) throws IOException {
    Set<String> texts = new HashSet<>();
    Path log = log(round);
    if (Files.exists(log)) {
      texts.addAll(Files.readAllLines(log));
    }
    for (String id : before) {
      assertThat(texts)
          .as("embedded again")
          .doesNotContain(id.replaceAll("products/thing-", "thing "));
    }
    Path library = temp.resolve("library");
    if (!LibrarySnapshot.isLibrary(library)) {
      assertThat(before).isEmpty();
      return before;
    }
    Set<String> now = new TreeSet<>();
    MediaLibrary.open(library).assets().stream().map(Asset::id).forEach(now::add);
    assertThat(now).containsAll(before);
    return now;
  }

  private Process start(Path source, int round) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIngest.class.getName(),
                source.toString(),
                temp.resolve("library").toString(),
                log(round).toString())
            .redirectError(temp.resolve("errors-" + round).toFile())
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(out.readLine()).isEqualTo("started");
    return process;
  }

  private Path log(int round) {
    return temp.resolve("embedded-" + round);
  }
}
