package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.EmbedRequest;
import org.junit.jupiter.api.Test;

/** Runs the embedder in a process of its own, since this one has telemetry switched off. */
class DjlTelemetryTest {
  @Test
  void create_processWithoutSettings_doesNotPhoneHome() throws Exception {
    assertThat(embedInOwnProcess()).endsWith("last check-in 0, property null");
  }

  private static String embedInOwnProcess() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Child.class.getName());
    Map<String, String> environment = builder.environment();
    // not -cp: a class path can be longer than a command line may be
    environment.put("CLASSPATH", System.getProperty("java.class.path"));
    List.of("OPT_OUT_TRACKING", "ai.djl.offline", "JAVA_TOOL_OPTIONS").forEach(environment::remove);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.strip();
  }

  /** The other process. */
  static final class Child {
    private Child() {}

    /** DJL notes when it last tried to report, before it tries. */
    public static void main(String[] arguments) throws Exception {
      try (BgeSmallEmbedder embedder = BgeSmallEmbedder.create()) {
        EmbedRequest request = EmbedRequest.ofTexts(List.of("shoe"), EmbedRequest.Purpose.QUERY);
        embedder.embed(request, StageContext.standalone());
      }
      Field lastCheckIn = Class.forName("ai.djl.util.Ec2Utils").getDeclaredField("lastCheckIn");
      lastCheckIn.setAccessible(true);
      System.out.println(
          "last check-in "
              + lastCheckIn.get(null)
              + ", property "
              + System.getProperty("OPT_OUT_TRACKING"));
    }
  }
}
