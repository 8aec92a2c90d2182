package org.brandimage.bedrock.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * A real HTTP server on loopback that speaks Bedrock Runtime's REST paths. It refuses what the
 * service would refuse ({@link ServiceRules}), then does what the test's script says.
 */
public final class TestBedrock implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  public static final String ACCESS_KEY = "AKIDMARKERKEY000";
  public static final String SECRET_KEY = "MARKER-secret-key";

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(32);
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Function<Seen, Reply> script;
  private final BedrockRuntimeClient client;
  private final BedrockRuntimeClient disconnected;

  private TestBedrock(Function<Seen, Reply> script) throws IOException {
    this.script = script;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
    this.client = clientBuilder().build();
    this.disconnected = clientBuilder().endpointOverride(unusedAddress()).build();
  }

  /** Starts a server that answers as the models would, with computed pictures. */
  public static TestBedrock start() {
    return start(ServiceAnswers::of);
  }

  /** Starts a server that answers valid requests by a script. */
  public static TestBedrock start(Function<Seen, Reply> script) {
    try {
      return new TestBedrock(script);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public BedrockGateway gateway() {
    return settings().build();
  }

  /** A gateway whose pauses pass on a clock of the test's own. */
  public GatewayBuilder settings() {
    return BedrockGateway.builder().client(client).clock(new TestClock());
  }

  /** A gateway to an address at which no server listens. */
  public BedrockGateway gatewayWithServiceDown() {
    return BedrockGateway.builder().client(disconnected).clock(new TestClock()).build();
  }

  public BedrockRuntimeClient client() {
    return client;
  }

  software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder clientBuilder() {
    return BedrockRuntimeClient.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .httpClientBuilder(Apache5HttpClient.builder().maxConnections(64))
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()));
  }

  /** The address of a server that has just ended. */
  private static URI unusedAddress() throws IOException {
    try (ServerSocket ended = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + ended.getLocalPort());
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  public Seen last() {
    return seen.get(seen.size() - 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
      String model = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
      Seen request = new Seen(model, path[3], JSON.readTree(body), headers(exchange));
      seen.add(request);
      send(exchange, ServiceRules.refusal(request).orElseGet(() -> script.apply(request)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Reply reply)
      throws IOException, InterruptedException {
    reply.gate().await();
    if (reply.kind() == Reply.Kind.DROPPED || reply.kind() == Reply.Kind.HELD) {
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-amzn-RequestId", "request-42");
    if (!reply.errorType().isEmpty()) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", reply.errorType());
    }
    exchange.sendResponseHeaders(reply.status(), reply.bytes().length);
    int length =
        reply.kind() == Reply.Kind.CUT_OFF ? reply.bytes().length / 2 : reply.bytes().length;
    OutputStream out = exchange.getResponseBody();
    out.write(reply.bytes(), 0, length);
    out.flush();
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return headers;
  }

  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    disconnected.close();
    server.stop(0);
    workers.shutdownNow();
  }
}
