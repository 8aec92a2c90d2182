package org.brandimage.examples.standin;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.brandimage.examples.cli.BrandImageCommand;
import org.brandimage.examples.cli.CommandOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command's run on Bedrock, killed at any moment and run again on the same results. */
class KilledRunTest {
  private static final int THREADS = 2;

  @TempDir private Path temp;

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch reached = new CountDownLatch(0);
  private Map<String, String> environment = Map.of();
  private Map<String, String> settings = Map.of();
  private StandInServer server;

  private record Seen(String model, String body) {
    boolean picture() {
      return model.contains("stability");
    }
  }

  @BeforeEach
  void start() throws IOException {
    server =
        StandInServer.start(
            0,
            line -> {},
            this::see,
            reply -> {
              pause(60);
              return reply;
            });
    environment =
        Map.of(
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.endpoint().toString(),
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "stand-in",
            "AWS_SECRET_ACCESS_KEY", "stand-in");
    settings =
        Map.of(
            "aws.endpointUrlBedrockRuntime", server.endpoint().toString(),
            "aws.region", "us-east-1",
            "aws.accessKeyId", "stand-in",
            "aws.secretAccessKey", "stand-in");
    settings.forEach(System::setProperty);
  }

  @AfterEach
  void stop() {
    settings.keySet().forEach(System::clearProperty);
    server.close();
  }

  @Test
  @Tag("slow")
  void run_killedTwice_buysNothingTwice() throws Exception {
    killAndRunAgain(2, 1);
  }

  @Test
  @Tag("long")
  void run_killedTwentyTimes_buysNothingTwice() throws Exception {
    killAndRunAgain(20, 2);
  }

  @Test
  @Tag("slow")
  void run_repeated_makesNoPaidCallAndSaysWhatItFound() {
    run("first", "results");
    int bought = seen.size();
    CommandOutcome again = run("second", "results");

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("found and not bought again").doesNotContain("paid: ");
    assertThat(seen.stream().skip(bought)).as("paid calls of the second run").isEmpty();
    assertSame(pictures(temp.resolve("second")), pictures(temp.resolve("first")), 0);
  }

  @Test
  @Tag("slow")
  void run_withoutResults_isPaidAgain() {
    run("first", "none");
    int bought = seen.size();
    run("second", "none");

    assertThat(seen).hasSize(2 * bought);
    assertThat(temp.resolve(".brandimage")).doesNotExist();
  }

  @Test
  @Tag("slow")
  void run_replayedWithoutAServer_givesTheSamePicturesAndMissesAnotherWord() {
    run("first", "results");
    int bought = seen.size();
    stop();
    List<String> replay = new ArrayList<>(arguments("second", "results"));
    replay.add("--replay");

    CommandOutcome again = CommandOutcome.of(replay.toArray(String[]::new));

    assertThat(again.code()).as(again.err()).isZero();
    assertSame(pictures(temp.resolve("second")), pictures(temp.resolve("first")), 0);
    replay.set(1, "a boot on an urban street at sunset");
    CommandOutcome other = CommandOutcome.of(replay.toArray(String[]::new));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("no result is recorded");
    assertThat(seen).hasSize(bought);
  }

  private void killAndRunAgain(int kills, long salt) throws Exception {
    run("undisturbed", "undisturbed-results");
    int requests = seen.size();
    assertThat(requests).isGreaterThan(12);
    Map<String, byte[]> expected = pictures(temp.resolve("undisturbed"));
    assertThat(expected).hasSize(3);
    Random random = new Random(salt);
    for (int i = 0; i < kills; i++) {
      String results = "results" + i;
      seen.clear();
      kill(results, 1 + random.nextInt(requests - 1), random.nextInt(80));
      List<Seen> before = List.copyOf(seen);
      int unknown = unknown(results);
      assertThat(unknown).as("unknown after kill %d", i).isLessThanOrEqualTo(THREADS);

      seen.clear();
      run("out" + i, results);
      requireNoPictureTwice(before, i);

      resolve(results);
      seen.clear();
      assertThat(run("out" + i, results).code()).isZero();
      long bought = seen.stream().filter(Seen::picture).count();
      assertThat(bought).as("bought again after kill %d", i).isEqualTo(unknown);
      assertSame(pictures(temp.resolve("out" + i)), expected, i);
    }
  }

  private void requireNoPictureTwice(List<Seen> before, int kill) {
    Set<Seen> asked = new HashSet<>(before);
    List<Seen> twice = seen.stream().filter(asked::contains).toList();
    assertThat(twice).as("twice after kill %d", kill).noneMatch(Seen::picture);
    assertThat(twice).as("words in flight at kill %d", kill).hasSizeLessThanOrEqualTo(THREADS);
  }

  /** Ends the command's process by force some time after one of its requests was seen. */
  private void kill(String results, int request, int millis) throws Exception {
    reached = new CountDownLatch(request);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BrandImageCommand.class.getName());
    command.addAll(arguments("killed", results));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("killed.log").toFile());
    builder.environment().putAll(environment);
    Process child = builder.start();
    try {
      boolean came = reached.await(2, MINUTES);
      assertThat(came).as("%s", Files.readString(temp.resolve("killed.log"))).isTrue();
      pause(millis);
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(1, MINUTES)).isTrue();
  }

  private CommandOutcome run(String out, String results) {
    return CommandOutcome.of(arguments(out, results).toArray(String[]::new));
  }

  private List<String> arguments(String out, String results) {
    String folder = results.equals("none") ? "none" : temp.resolve(results).toString();
    return List.of(
        "run",
        "a shoe on an urban street at sunset",
        "--provider",
        "bedrock",
        "--canvas",
        "320x320",
        "--threads",
        Integer.toString(THREADS),
        "--out",
        temp.resolve(out).toString(),
        "--results",
        folder);
  }

  /** Returns how many pictures the command lists whose outcome is not known. */
  private int unknown(String results) {
    if (!Files.exists(temp.resolve(results))) {
      return 0;
    }
    CommandOutcome list =
        CommandOutcome.of("unknown", "--results", temp.resolve(results).toString());
    assertThat(list.code()).as(list.err()).isZero();
    return (int) list.out().lines().filter(line -> line.endsWith(" unknown")).count();
  }

  private void resolve(String results) {
    if (unknown(results) > 0) {
      CommandOutcome resolved =
          CommandOutcome.of(
              "unknown", "--results", temp.resolve(results).toString(), "--buy-again", "all");
      assertThat(resolved.out()).contains("No paid call has an unknown outcome");
    }
  }

  private static Map<String, byte[]> pictures(Path folder) {
    Map<String, byte[]> pictures = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".*x\\d+-\\d+\\.png")).toList()) {
        pictures.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new AssertionError("no pictures in " + folder, e);
    }
    return pictures;
  }

  private static void assertSame(
      Map<String, byte[]> actual, Map<String, byte[]> expected, int kill) {
    assertThat(actual.keySet()).as("files after kill %d", kill).isEqualTo(expected.keySet());
    expected.forEach(
        (name, bytes) ->
            assertThat(actual.get(name)).as("%s, kill %d", name, kill).isEqualTo(bytes));
  }

  private void see(String model, JsonNode body) {
    boolean lookBeforeTheRun = body.has("messages") && !body.has("toolConfig");
    if (lookBeforeTheRun) {
      return;
    }
    seen.add(new Seen(model, body.toString()));
    reached.countDown();
  }

  private static void pause(int millis) {
    try {
      assertThat(new CountDownLatch(1).await(millis, MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
