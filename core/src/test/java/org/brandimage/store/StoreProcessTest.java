package org.brandimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.Resolution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store whose process is killed, runs out of disk, or meets another process. */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StoreProcessTest {
  private static final int MANY = 1_000_000;

  @TempDir private Path folder;

  @Test
  void open_whileAnotherProcessHasIt_isRefused() throws Exception {
    Process writer = start(List.of(), 0, 3);
    try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.lines().anyMatch("waiting"::equals)).isTrue();
      assertThatExceptionOfType(ResultStoreException.class)
          .isThrownBy(() -> FileResultStore.open(folder))
          .withMessageContaining("another process");
      try (FileResultStore reader = FileResultStore.openReadOnly(folder)) {
        requirePictures(reader, 3);
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    try (FileResultStore store = FileResultStore.open(folder)) {
      requirePictures(store, 3);
    }
  }

  @Test
  void complete_killedAtAnyMoment_keepsWhatWasAcknowledged() throws Exception {
    kill(4);
  }

  @Test
  @Tag("long")
  void complete_killedTwentyTimes_keepsWhatWasAcknowledged() throws Exception {
    kill(20);
  }

  /** The process may not write a file beyond a bound, which fails in the middle of a record. */
  @Test
  void complete_fileThatCannotGrow_isATypedErrorAndKeepsTheRest() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs a shell that can limit files");
    Process writer = start(List.of("/bin/bash", "-c", "ulimit -f 40; exec \"$@\"", "-"), 0, MANY);
    int kept = 0;
    String end = "";
    try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        kept += line.matches("\\d+") ? 1 : 0;
        end = line;
      }
    }
    assertThat(writer.waitFor()).isZero();
    assertThat(end).startsWith(StoreWriter.FULL).contains("free space", folder.toString());
    assertThat(kept).isGreaterThan(3);
    try (FileResultStore store = FileResultStore.open(folder)) {
      requirePictures(store, kept);
      StoreFixtures.complete(store, "more", StoreFixtures.words(1));
    }
  }

  private void kill(int kills) throws Exception {
    Random random = new Random(7);
    int acknowledged = 0;
    for (int i = 0; i < kills; i++) {
      acknowledged = writeUntilKilled(acknowledged, 1 + random.nextInt(60), random.nextInt(3000));
      try (FileResultStore store = FileResultStore.open(folder)) {
        requirePictures(store, acknowledged);
        int inFlight = store.unresolved().size();
        assertThat(inFlight).as("claims in flight at kill %d", i).isLessThanOrEqualTo(1);
        boolean kept = store.find("k" + acknowledged).isPresent();
        store
            .unresolved()
            .forEach(claim -> store.resolve(claim.token().key(), Resolution.BUY_AGAIN));
        acknowledged += kept ? 1 : 0;
      }
    }
    assertThat(acknowledged).isGreaterThan(kills);
  }

  private int writeUntilKilled(int first, int pictures, int micros) throws Exception {
    Process writer = start(List.of(), first, MANY);
    int next = first;
    try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        next = line.matches("\\d+") ? Integer.parseInt(line) + 1 : next;
        if (next == first + pictures) {
          LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    assertThat(next).isGreaterThanOrEqualTo(first + pictures);
    return next;
  }

  private static void requirePictures(FileResultStore store, int count) {
    for (int i = 0; i < count; i++) {
      Outpainting expected = (Outpainting) StoreFixtures.picture(i).value();
      Outpainting found =
          (Outpainting)
              store.find("k" + i).orElseThrow(() -> new AssertionError("a result is lost")).value();
      assertThat(found.images().get(0).image().raster())
          .as("picture %d", i)
          .isEqualTo(expected.images().get(0).image().raster());
    }
  }

  private Process start(List<String> before, int first, int last) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(StoreWriter.class.getName());
    command.addAll(List.of(folder.toString(), Integer.toString(first), Integer.toString(last)));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
