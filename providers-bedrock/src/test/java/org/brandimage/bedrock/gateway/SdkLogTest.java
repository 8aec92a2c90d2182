package org.brandimage.bedrock.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the SDK and its HTTP client log of a call, level by level. They are not ours to silence, so
 * the test says where content shows, and the README which loggers to keep above DEBUG.
 */
@Tag("slow")
class SdkLogTest {
  private static final List<String> CONTENT =
      List.of("MARKER-prompt", "iVBORw0KGgo", TestBedrock.ACCESS_KEY, SdkLogProgram.SESSION);

  @TempDir private Path temp;

  @Test
  void call_allLoggersAtInfo_showsNothing() throws Exception {
    assertThat(log(Map.of())).isEmpty();
  }

  @Test
  void call_ourLoggersAtTraceAndTheSdksAtDebug_showsNothingButTheSignersSessionToken()
      throws Exception {
    String log = log(Map.of("org.brandimage", "trace", "software.amazon.awssdk", "debug"));
    assertThat(log)
        .contains("software.amazon.awssdk.request")
        .doesNotContain("MARKER-prompt", "iVBORw0KGgo", TestBedrock.SECRET_KEY)
        .contains("DefaultV4RequestSigner", SdkLogProgram.SESSION);
    assertThat(
            log(
                Map.of(
                    "software.amazon.awssdk", "debug", "software.amazon.awssdk.http.auth", "info")))
        .contains("software.amazon.awssdk.request")
        .doesNotContain(CONTENT);
  }

  @Test
  void call_httpClientAtDebug_showsEverythingOnTheWireButTheSecretKey() throws Exception {
    String log = log(Map.of("org.apache.hc.client5.http", "debug"));
    assertThat(log).contains(CONTENT).doesNotContain(TestBedrock.SECRET_KEY);
  }

  private String log(Map<String, String> levels) throws Exception {
    Path file = temp.resolve("log" + levels.hashCode());
    List<String> command = new ArrayList<>(List.of(java(), "-cp", classPath(), "-Xmx256m"));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=info");
    command.add("-Dorg.slf4j.simpleLogger.logFile=" + file);
    command.add("-Dorg.slf4j.simpleLogger.log.org.brandimage=info");
    levels.forEach(
        (logger, level) -> command.add("-Dorg.slf4j.simpleLogger.log." + logger + "=" + level));
    command.add(SdkLogProgram.class.getName());
    Path output = temp.resolve("output");
    Process program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(program.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).as(read(output)).isZero();
    return Files.exists(file) ? read(file) : "";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
