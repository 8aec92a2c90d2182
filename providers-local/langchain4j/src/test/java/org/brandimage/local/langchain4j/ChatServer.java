package org.brandimage.local.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that speaks the chat-completions form of OpenAI, as a test scripts it. */
final class ChatServer implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final Function<JsonNode, String> script;
  private volatile int status = 200;

  /**
   * Starts a server.
   *
   * @param script the text of the answer to a request
   */
  ChatServer(Function<JsonNode, String> script) {
    this.script = script;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/chat/completions", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Answers every request with a failure from now on. */
  void failWith(int failure) {
    status = failure;
  }

  List<JsonNode> requests() {
    return requests;
  }

  /** Returns where the server is. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Returns LangChain4j's own client of this server. */
  OpenAiChatModel.OpenAiChatModelBuilder client() {
    return OpenAiChatModel.builder()
        .httpClientBuilder(new JdkHttpClientBuilder())
        .baseUrl(address())
        .apiKey("not-a-key")
        .modelName("test-model")
        .timeout(Duration.ofSeconds(20))
        .maxRetries(0)
        .supportedCapabilities(Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA));
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
    requests.add(request);
    ObjectNode reply = JSON.createObjectNode();
    if (status == 200) {
      reply.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", "test-model-7b");
      ObjectNode choice = reply.putArray("choices").addObject();
      choice.put("index", 0).put("finish_reason", "stop");
      choice.putObject("message").put("role", "assistant").put("content", script.apply(request));
      reply
          .putObject("usage")
          .put("prompt_tokens", 1000)
          .put("completion_tokens", 10)
          .put("total_tokens", 1010);
    } else {
      reply.putObject("error").put("message", "scripted: " + request.get("messages"));
    }
    byte[] body = reply.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
