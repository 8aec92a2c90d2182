package org.brandimage.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.brandimage.archive.RunArchive;
import org.brandimage.examples.cli.CommandOutcome;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.context.StageId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project in {@code examples/outside-ranker}: built by Maven, then used by the command. */
@Tag("slow")
class OutsideRankerTest {
  private static final String ADDRESS = "com.example.ranker.url";

  @TempDir private Path temp;

  @Test
  void build_projectOutside_keepsItsContractAndServesTheCommand() throws Exception {
    Path project = OutsideBuild.copy(Path.of("..", "outside-ranker"));

    OutsideBuild build = OutsideBuild.run(project.resolve("pom.xml"), "package");

    assertThat(build.succeeded()).as(build.log()).isTrue();
    assertThat(build.log()).contains("HttpRankerContractTest").contains("Failures: 0, Errors: 0");
    Path plugins = Files.createDirectory(temp.resolve("plugins"));
    Files.copy(project.resolve("target/http-ranker-1.0.0.jar"), plugins.resolve("http-ranker.jar"));
    assertRanks(plugins);
  }

  private void assertRanks(Path plugins) throws Exception {
    Set<Double> given = ConcurrentHashMap.newKeySet();
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/score",
        exchange -> {
          double score = exchange.getRequestBody().readAllBytes().length;
          given.add(score);
          byte[] body = String.valueOf(score).getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
    System.setProperty(ADDRESS, "http://localhost:" + service.getAddress().getPort() + "/score");
    try {
      RunResult result = run(plugins);
      assertThat(result.provenance().stages().get(StageId.RANK).name()).isEqualTo("http-score");
      assertThat(result.finalists()).isNotEmpty();
      for (Finalist finalist : result.finalists()) {
        assertThat(given).contains(finalist.candidate().score());
      }
    } finally {
      System.clearProperty(ADDRESS);
      service.stop(0);
    }
  }

  private RunResult run(Path plugins) {
    Path out = temp.resolve("out");
    CommandOutcome outcome =
        CommandOutcome.of(
            "run",
            "a shoe on an urban street at sunset",
            "--canvas",
            "192x192",
            "--out",
            out.toString(),
            "--plugins",
            plugins.toString(),
            "--ranker",
            "http-score");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return RunArchive.create().read(out);
  }
}
