package org.brandimage.examples.standin;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.brandimage.batch.BatchEntry;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.batch.BatchReport;
import org.brandimage.batch.BatchResult;
import org.brandimage.examples.cli.BrandImageCommand;
import org.brandimage.examples.cli.CommandOutcome;
import org.brandimage.examples.verify.PixelTruth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A batch on Bedrock, killed and run again until every brief has a result or a typed failure. */
@Timeout(900)
class KilledBatchTest {
  private static final int THREADS = 2;

  /** The candidates of a brief, one more than can be in flight when the process is killed. */
  private static final int PICTURES = THREADS + 1;

  @TempDir private Path temp;

  private final List<String> pictures = new CopyOnWriteArrayList<>();
  private final List<String> words = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch reached = new CountDownLatch(0);
  private StandInServer server;

  @BeforeEach
  void start() throws IOException {
    server = StandInServer.start(0, line -> {}, this::see, UnaryOperator.identity());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("slow")
  void run_eightBriefsOfWhichOneFailsKilledOnce_finishesAndBuysNothingTwice() throws Exception {
    killAndFinish(8, List.of(5), List.of(8));
  }

  @Test
  @Tag("long")
  void run_twoHundredBriefsOfWhichThreeFailKilledTwice_finishesAndBuysNothingTwice()
      throws Exception {
    killAndFinish(200, List.of(0, 77, 150), List.of(170, 210));
  }

  /** Kills the batch whenever so many more pictures were asked for, and then lets it finish. */
  private void killAndFinish(int briefs, List<Integer> failing, List<Integer> picturesBeforeKill)
      throws Exception {
    writeBriefs(briefs, failing);
    int unknown = 0;
    for (int wanted : picturesBeforeKill) {
      reached = new CountDownLatch(wanted);
      Process child = start("killed.log");
      boolean came = reached.await(5, MINUTES);
      child.destroyForcibly();
      assertThat(child.waitFor(1, MINUTES)).isTrue();
      assertThat(came).as("%s", Files.readString(temp.resolve("killed.log"))).isTrue();
      unknown = unknown();
    }
    Process last = start("last.log");
    assertThat(last.waitFor(10, MINUTES)).isTrue();

    String log = Files.readString(temp.resolve("last.log"));
    int kills = picturesBeforeKill.size();
    assertThat(last.exitValue()).as(log).isEqualTo(3);
    requireOutcome(BatchReport.read(temp.resolve("out")), briefs, failing, log);
    assertThat(unknown).isLessThanOrEqualTo(kills * THREADS);
    int paid = (briefs - failing.size()) * PICTURES;
    assertThat(pictures).doesNotHaveDuplicates().hasSizeBetween(paid - unknown, paid);
    requireWords("decompose", briefs, kills);
    requireWords("caption", briefs - failing.size(), kills);
    requireWords("judge", paid, kills);
  }

  private static void requireOutcome(
      BatchResult result, int briefs, List<Integer> failing, String log) {
    assertThat(result.entries()).hasSize(briefs);
    assertThat(result.entries().stream().filter(BatchEntry::hasResult))
        .as(log)
        .hasSize(briefs - failing.size());
    assertThat(result.count(Status.REUSED_FROM_EARLIER)).as(log).isPositive();
    for (int index : failing) {
      BatchEntry failed = result.entries().get(index);
      assertThat(failed.status()).isEqualTo(Status.FAILED);
      assertThat(failed.failure().orElseThrow().type()).isEqualTo("UnsupportedInputException");
    }
    assertThat(result.entries().stream().filter(BatchEntry::hasResult))
        .allSatisfy(
            entry -> assertThat(PixelTruth.of(entry.folder())).allMatch(PixelTruth.Finding::holds));
  }

  /** What was in flight when the process was killed is asked for again, nothing else. */
  private void requireWords(String tool, int needed, int kills) {
    assertThat(words.stream().filter(tool::equals).count())
        .as(tool)
        .isBetween(1L, (long) needed + (long) kills * THREADS);
  }

  private void writeBriefs(int count, List<Integer> failing) throws IOException {
    List<String> rows = new ArrayList<>(List.of("label,prompt,seed"));
    for (int i = 0; i < count; i++) {
      String prompt = failing.contains(i) ? "at sunset" : "a handbag on an urban street";
      rows.add("brief %d,%s,%d".formatted(i, prompt, i));
    }
    Files.write(temp.resolve("briefs.csv"), rows);
  }

  private Process start(String log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-cp", System.getProperty("java.class.path")));
    command.add(BrandImageCommand.class.getName());
    command.addAll(List.of("run", "--briefs", temp.resolve("briefs.csv").toString()));
    command.addAll(List.of("--provider", "bedrock", "--threads", Integer.toString(THREADS)));
    command.addAll(List.of("--canvas", "256x256", "--grid", PICTURES + "x1", "--rotations", "0"));
    command.addAll(List.of("--finalists", "1", "--out", temp.resolve("out").toString()));
    command.addAll(List.of("--results", temp.resolve("results").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve(log).toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "stand-in",
                "AWS_SECRET_ACCESS_KEY", "stand-in"));
    return builder.start();
  }

  /** Returns how many pictures the command lists whose outcome is not known. */
  private int unknown() {
    CommandOutcome list =
        CommandOutcome.of("unknown", "--results", temp.resolve("results").toString());
    assertThat(list.code()).as(list.err()).isZero();
    return (int) list.out().lines().filter(line -> line.endsWith(" unknown")).count();
  }

  private void see(String model, JsonNode body) {
    if (model.contains("stability")) {
      pictures.add(body.toString());
      reached.countDown();
    } else {
      words.add(body.at("/toolConfig/toolChoice/tool/name").asText());
    }
  }
}
