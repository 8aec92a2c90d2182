package org.brandimage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.brandimage.pipeline.result.RunResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills writers of one folder, as {@code kill -9} does, and lets two of them write at a time. */
@Tag("slow")
class ArchiveKillTest {
  private static final int ENDLESS = Integer.MAX_VALUE;

  @TempDir private Path temp;

  private final RunArchive archive = RunArchive.create();

  @Test
  void write_killedThreeTimes_leavesAWholeRun() throws Exception {
    assertThat(kill(3, 42)).isPositive();
  }

  @Test
  @Tag("long")
  void write_killedTwentyTimes_leavesAWholeRun() throws Exception {
    assertThat(kill(20, 43)).as("kills in the middle of a write").isGreaterThanOrEqualTo(15);
  }

  @Test
  @Tag("long")
  void write_twoProcessesTwentyTimes_neverMixTheirRuns() throws Exception {
    writeTogether(20);
  }

  @Test
  void write_twoThreads_neverMixTheirRuns() throws Exception {
    Path folder = temp.resolve("out");
    List<RunResult> runs = List.of(ArchivedRuns.older(), ArchivedRuns.newer());
    ExecutorService threads = Executors.newFixedThreadPool(runs.size());
    try {
      List<Callable<Void>> writers = new ArrayList<>();
      for (RunResult run : runs) {
        writers.add(
            () -> {
              for (int i = 0; i < 10; i++) {
                archive.write(run, folder);
                assertWhole(folder);
              }
              return null;
            });
      }
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertWhole(folder);
  }

  @Test
  void write_oneOfTwoProcessesKilled_leavesNoLockToTheOther() throws Exception {
    Path folder = temp.resolve("out");
    Process killed = start(folder, ENDLESS);
    Process other = launch(folder, 40);
    other.waitFor(1, TimeUnit.SECONDS);

    killed.destroyForcibly().waitFor();

    assertThat(other.waitFor()).isZero();
    assertWhole(folder);
  }

  /** A limit on the length of files stands for a full disk: both fail in the middle of a write. */
  @Test
  void write_fileSystemThatTakesNoMore_isATypedErrorAndLeavesTheOlderRunWhole() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell to limit the length of files");
    Path folder = temp.resolve("out");
    archive.write(ArchivedRuns.newer(), folder);
    Set<String> before = names(folder);
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 16; exec \"$@\"", ""));
    command.addAll(command(folder, 1));
    command.add(5, "-XX:-UsePerfData");

    Process writer =
        new ProcessBuilder(command).redirectError(temp.resolve("errors").toFile()).start();

    assertThat(writer.waitFor()).isEqualTo(1);
    assertThat(temp.resolve("errors"))
        .content()
        .contains("InvalidInputException: output folder", "File too large");
    assertThat(names(folder)).isEqualTo(before);
    assertWhole(folder);
    assertThat(archive.read(folder).runId()).isEqualTo("newer");
  }

  /** Returns how many of the kills have left something unfinished. */
  private int kill(int kills, int seed) throws Exception {
    Path folder = temp.resolve("out");
    Random random = new Random(seed);
    int cut = 0;
    for (int kill = 0; kill < kills; kill++) {
      Process writer = start(folder, ENDLESS);
      assertThat(writer.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS)).isFalse();
      writer.destroyForcibly().waitFor();
      cut +=
          names(folder).stream().anyMatch(name -> name.matches("\\.run[-.](next|.*tmp)")) ? 1 : 0;
      assertWhole(folder);
    }
    return cut;
  }

  /** Two processes write so often each, while this one reads. */
  private void writeTogether(int times) throws Exception {
    Path folder = temp.resolve("out");
    List<Process> writers = List.of(launch(folder, times), launch(folder, times));
    awaitStart(writers.get(0));
    while (writers.stream().anyMatch(Process::isAlive)) {
      assertWhole(folder);
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }
    assertWhole(folder);
    assertThat(names(folder)).noneMatch(name -> name.endsWith(".tmp")).doesNotContain(".run.next");
  }

  /** Checks a folder that holds one of the two runs. */
  private void assertWhole(Path folder) throws IOException {
    assertThat(archive.verify(folder).problems()).isEmpty();
    RunResult run = archive.read(folder);
    assertThat(run.finalists()).hasSize(run.runId().equals("older") ? 3 : 2);
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Starts a writer, and returns when it has written once. */
  private Process start(Path folder, int times) throws IOException {
    Process process = launch(folder, times);
    awaitStart(process);
    return process;
  }

  private Process launch(Path folder, int times) throws IOException {
    return new ProcessBuilder(command(folder, times))
        .redirectError(ProcessBuilder.Redirect.appendTo(temp.resolve("errors").toFile()))
        .start();
  }

  private static List<String> command(Path folder, int times) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        KilledWriter.class.getName(),
        folder.toString(),
        Integer.toString(times));
  }

  private void awaitStart(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(out.readLine())
        .as(() -> "errors of the writer are in " + temp.resolve("errors"))
        .isEqualTo("started");
  }
}
