package org.brandimage.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.bedrock.BedrockGateway;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.bedrock.RetryPolicy;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.testkit.FakeStages;
import org.brandimage.spi.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** A hundred campaigns through a service of which most replies are faults. */
class InjectedFaultsTest {
  private static final int CAMPAIGNS = 100;
  private static final double SHARE = 0.7;

  private final ObjectMapper json = new ObjectMapper();
  private final LanguageRules language = new LanguageRules(json);
  private final PictureRules pictures = new PictureRules(json);
  private final Random random = new Random(7);
  private final AtomicInteger faults = new AtomicInteger();
  private final ExecutorService workers = Executors.newFixedThreadPool(16);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    workers.shutdownNow();
  }

  @Test
  void campaigns_throughHundredsOfFaults_allEndInAResultOrATypedFailure() {
    Map<String, Integer> ends = new TreeMap<>();
    try (BedrockRuntimeClient client = client();
        BedrockGateway gateway =
            BedrockGateway.builder()
                .client(client)
                .retries(
                    new RetryPolicy(
                        60, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(60)))
                .build();
        BedrockStages bedrock = BedrockStages.builder().gateway(gateway).build();
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(bedrock).stages(new FakeStages()).build()) {
      for (int i = 0; i < CAMPAIGNS; i++) {
        ends.merge(end(pipeline, i), 1, Integer::sum);
      }
    }
    assertThat(faults.get()).isGreaterThanOrEqualTo(300);
    assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CAMPAIGNS);
    assertThat(ends).as("ends of %s faults", faults).containsKey("result");
  }

  /** Anything that is neither a result nor one of our own errors fails the test. */
  private static String end(BrandImagePipeline pipeline, int seed) {
    CampaignBrief brief =
        CampaignBrief.builder(Fixtures.DUCK_PROMPT)
            .canvases(List.of(Fixtures.CANVAS))
            .seed(seed)
            .grid(Grid.DEFAULT.withSections(1, 1).withRotations(List.of(0.0, 15.0)))
            .build();
    try {
      assertThat(pipeline.run(brief).candidates()).isNotEmpty();
      return "result";
    } catch (BrandImageException e) {
      return e.getClass().getSimpleName();
    }
  }

  private BedrockRuntimeClient client() {
    return BedrockRuntimeClient.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      JsonNode request = json.readTree(body);
      switch (fault()) {
        case 0, 1, 2, 3 -> send(exchange, 429, "ThrottlingException", "{\"message\":\"slow\"}");
        case 4, 5, 6, 7 -> send(exchange, 503, "ServiceUnavailableException", "{}");
        case 8 -> send(exchange, 500, "InternalServerException", "<html>oops");
        case 9 -> exchange.getResponseHeaders().clear(); // and nothing: the connection drops
        case 10 -> send(exchange, 200, "", "{\"output\": {\"mess");
        case 11 -> send(exchange, 408, "ModelTimeoutException", "{}");
        default -> send(exchange, 200, "", answer(exchange, request).toString());
      }
    }
  }

  private int fault() {
    synchronized (random) {
      if (random.nextDouble() >= SHARE) {
        return Integer.MAX_VALUE;
      }
      faults.incrementAndGet();
      return random.nextInt(12);
    }
  }

  private JsonNode answer(HttpExchange exchange, JsonNode request) {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    return request.has("toolConfig")
        ? language.answer(request)
        : pictures.answer(path[2], path[3], request);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
