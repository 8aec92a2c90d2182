package org.brandimage.examples.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.brandimage.bedrock.testkit.RequestRules;

/**
 * The stand-in's HTTP server: {@code /model/{id}/converse} and {@code /model/{id}/invoke} on
 * 127.0.0.1 only. Accepts any signature, but wants one; refuses what {@link RequestRules} refuse,
 * in the service's own words. Thread-safe.
 */
public final class StandInServer implements AutoCloseable {
  private static final int WORKERS = 8;
  private static final int MOST_BYTES = 25_000_000;
  private static final int SEGMENTS = 4;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final RequestRules accepted = new RequestRules();
  private final StandInRules rules = new StandInRules(json);
  private final Consumer<String> log;
  private final BiConsumer<String, JsonNode> seen;
  private final UnaryOperator<ObjectNode> replies;

  private StandInServer(
      HttpServer server,
      Consumer<String> log,
      BiConsumer<String, JsonNode> seen,
      UnaryOperator<ObjectNode> replies) {
    this.server = server;
    this.log = log;
    this.seen = seen;
    this.replies = replies;
  }

  /**
   * Starts the server.
   *
   * @param port the port on 127.0.0.1, 0 for any free one
   * @param log takes one line a request, without texts or pixels
   * @return the running server
   * @throws IOException when the port is taken
   */
  public static StandInServer start(int port, Consumer<String> log) throws IOException {
    return start(port, log, (model, request) -> {}, UnaryOperator.identity());
  }

  /**
   * Starts the server with an observer of every parsed request and its model, and a last change to
   * every reply.
   */
  static StandInServer start(
      int port,
      Consumer<String> log,
      BiConsumer<String, JsonNode> seen,
      UnaryOperator<ObjectNode> replies)
      throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    StandInServer server = new StandInServer(http, log, seen, replies);
    http.createContext("/", server::handle);
    http.setExecutor(server.workers);
    http.start();
    return server;
  }

  /**
   * Returns where it listens.
   *
   * @return the value for {@code AWS_ENDPOINT_URL_BEDROCK_RUNTIME}
   */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
      if (path.length != SEGMENTS || !exchange.getRequestHeaders().containsKey("Authorization")) {
        refuse(exchange, 403, "AccessDeniedException", "not a signed call of a model");
        return;
      }
      String model = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
      answer(exchange, model, path[3], body);
    }
  }

  private void answer(HttpExchange exchange, String model, String operation, byte[] body)
      throws IOException {
    try {
      JsonNode request = json.readTree(body);
      seen.accept(model, request);
      Optional<String> refusal = accepted.refusal(model, operation, request);
      if (refusal.isPresent()) {
        throw new IllegalArgumentException(refusal.get());
      }
      ObjectNode reply = replies.apply(rules.answer(model, operation, request));
      log.accept(line(model, operation, request, body.length));
      send(exchange, 200, json.writeValueAsBytes(reply));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String reason =
          e instanceof JsonProcessingException
              ? "Malformed input request"
              : String.valueOf(e.getMessage());
      log.accept(model + " " + operation + ": refused, " + reason);
      refuse(exchange, 400, "ValidationException", reason);
    }
  }

  private static String line(String model, String operation, JsonNode request, int bytes) {
    String tool = request.path("toolConfig").path("toolChoice").path("tool").path("name").asText();
    String task = request.path("taskType").asText(tool);
    return String.format(Locale.ROOT, "%s %s %s %,d bytes", model, operation, task, bytes);
  }

  private void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
    send(exchange, status, json.writeValueAsBytes(json.createObjectNode().put("message", message)));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-amzn-RequestId", "stand-in");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
