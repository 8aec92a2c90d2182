package org.brandimage.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.brandimage.archive.RunJson;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP, on a port of its own. */
@Tag("slow")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PictureServiceTest {
  private static final String SMALL =
      "{\"prompt\":\"a mug on a kitchen table\",\"canvases\":[\"128x128\"],\"finalists\":1,"
          + "\"label\":\"order 7\",\"seed\":%d}";

  @TempDir private static Path library;
  private static ConfigurableApplicationContext service;
  private static String address = "";

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();

  @BeforeAll
  static void start() throws IOException {
    try (SampleLibrary samples = SampleLibrary.open()) {
      samples.copyTo(library);
    }
    service =
        new SpringApplicationBuilder(PictureService.class, ClearOfTheRightOnly.class)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .properties(Map.of("server.port", "0", "logging.level.root", "WARN"))
            .run("--brandimage.library=" + library);
    address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    SpringApplication.exit(service);
    assertThat(threads()).noneMatch(name -> name.startsWith("brandimage"));
  }

  @Test
  @Order(1)
  void post_brief_isFollowedToItsPicture() throws Exception {
    HttpResponse<String> posted = send("POST", "/campaigns", SMALL.formatted(1));
    assertThat(posted.statusCode()).isEqualTo(202);
    JsonNode links = json.readTree(posted.body());

    String events = send("GET", links.get("events").asString(), "").body();

    assertThat(events)
        .contains("event:RunStarted", "event:StageProgress", "event:RunFinished")
        .contains("\"label\":\"order 7\"");
    JsonNode progress = json.readTree(send("GET", links.get("progress").asString(), "").body());
    assertThat(progress.get("status").asString()).isEqualTo("finished");
    String result = send("GET", links.get("result").asString(), "").body();
    assertThat(RunJson.create().read(result).finalists()).hasSize(1);
    HttpResponse<byte[]> picture =
        http.send(
            request("GET", "/campaigns/" + links.get("id").asString() + "/pictures/1", ""),
            BodyHandlers.ofByteArray());
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(128);
  }

  @Test
  @Order(2)
  void post_badBrief_isAProblemWithTheRemedy() throws Exception {
    HttpResponse<String> response =
        send("POST", "/campaigns", "{\"prompt\":\"a mug\",\"canvases\":[\"1x1\"]}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("canvas", "1x1", "Invalid Input");
    assertThat(send("GET", "/campaigns/none/progress", "").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(3)
  void delete_runUnderWay_cancelsIt() throws Exception {
    String large = "{\"prompt\":\"a mug on a kitchen table\",\"canvases\":[\"2048x2048\"]}";
    String id = json.readTree(send("POST", "/campaigns", large).body()).get("id").asString();

    JsonNode cancelled = json.readTree(send("DELETE", "/campaigns/" + id, "").body());

    assertThat(cancelled.get("status").asString()).isEqualTo("cancelled");
    assertThat(send("GET", "/campaigns/" + id + "/result", "").statusCode()).isEqualTo(410);
  }

  @Test
  @Order(4)
  void post_fiftyInSequenceAndEightAtOnce_leavesNothingBehind() throws Exception {
    for (int i = 0; i < 10; i++) {
      finish(start(i));
    }
    long heap = heap();
    int threads = threads().size();
    long files = tempFiles();
    for (int i = 10; i < 50; i++) {
      finish(start(i));
    }
    List<String> atOnce = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      atOnce.add(start(100 + i));
    }
    for (String id : atOnce) {
      finish(id);
    }

    assertThat(heap()).isLessThan(heap + (64 << 20));
    assertThat(threads().size()).isLessThanOrEqualTo(threads + 8);
    assertThat(tempFiles()).isLessThanOrEqualTo(files);
  }

  @Test
  @Order(5)
  void actuator_afterRuns_showsHealthAndMetrics() throws Exception {
    assertThat(send("GET", "/actuator/health", "").body()).contains("UP");
    String metrics = send("GET", "/actuator/prometheus", "").body();
    assertThat(metrics)
        .contains("brandimage_run_seconds_count{outcome=\"finished\"")
        .contains("brandimage_stage_seconds_count{stage=\"outpaint\"")
        .contains("brandimage_cost_usd_total")
        .contains("brandimage_rejections_total{guideline=\"clear-of-the-right\"}")
        .contains("brandimage_runs_queued 0.0");
  }

  /** A check of the application's own, which drops some pictures. */
  @Configuration(proxyBeanMethods = false)
  static class ClearOfTheRightOnly {
    @Bean
    GuidelineCheck clearOfTheRight() {
      return new ClearOfTheRight();
    }
  }

  /** A guideline that the right third of the picture is left to text. */
  static final class ClearOfTheRight implements GuidelineCheck {
    @Override
    public Guideline guideline() {
      return Guideline.required("clear-of-the-right", "The right third is empty.");
    }

    @Override
    public Phase phase() {
      return Phase.COMPOSITE;
    }

    @Override
    public GuidelineResult check(CheckRequest request, StageContext context) {
      int third = request.mask().size().width() * 2 / 3;
      boolean clear =
          request.candidate().placements().stream().allMatch(one -> one.box().right() <= third);
      return (clear
              ? GuidelineResult.pass(this, "the right third is empty")
              : GuidelineResult.fail(this, "a product stands in the right third", "go left"))
          .number(clear ? 0 : 1)
          .threshold(0)
          .build();
    }
  }

  private String start(int seed) throws Exception {
    return json.readTree(send("POST", "/campaigns", SMALL.formatted(seed)).body())
        .get("id")
        .asString();
  }

  /** The events end with the run. */
  private void finish(String id) throws Exception {
    assertThat(send("GET", "/campaigns/" + id + "/events", "").body()).contains("RunFinished");
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(request(method, path, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Content-Type", "application/json")
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private static Set<String> threads() {
    Set<String> names = new TreeSet<>();
    Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
    return names;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long tempFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("brandimage") || name.startsWith("onnxruntime"))
          .count();
    }
  }
}
