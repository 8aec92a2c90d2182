package org.brandimage.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/** A server on loopback that speaks the paths the adapter uses, over indexes in memory. */
final class StandInServer implements AutoCloseable {
  /** Answers instead of the server, or returns false to let it. */
  interface Fault {
    boolean answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Map<String, Index> indexes = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Fault fault = exchange -> false;

  private StandInServer(HttpServer http) {
    this.http = http;
  }

  static StandInServer start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    StandInServer server = new StandInServer(http);
    http.setExecutor(server.threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  void fail(Fault newFault) {
    fault = newFault;
  }

  /** Returns method and path of each request, in order. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    if (fault.answer(exchange)) {
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    String action = path.length == 1 ? "" : path[1];
    Index index = indexes.get(path[0]);
    if (action.isEmpty() && index != null) {
      reply(exchange, 400, error("resource_already_exists_exception"));
    } else if (action.isEmpty()) {
      Index made = new Index();
      made.meta = json(body).path("mappings").path("_meta");
      indexes.put(path[0], made);
      reply(exchange, 200, "{\"acknowledged\":true}");
    } else if (index == null) {
      reply(exchange, 404, error("index_not_found_exception"));
    } else {
      reply(exchange, 200, answer(path[0], index, exchange.getRequestMethod(), action, body));
    }
  }

  private static String answer(String name, Index index, String method, String action, String body)
      throws IOException {
    if (action.equals("_bulk")) {
      return index.bulk(body);
    }
    if (action.equals("_search")) {
      return index.search(json(body));
    }
    if (action.equals("_mapping") && method.equals("PUT")) {
      index.meta = json(body).path("_meta");
    }
    ObjectNode reply = OpenSearchConnection.JSON.createObjectNode();
    reply.putObject(name).putObject("mappings").set("_meta", index.meta);
    return reply.toString();
  }

  static String error(String type) {
    return "{\"error\":{\"type\":\"" + type + "\",\"reason\":\"secret words\"},\"status\":400}";
  }

  private static JsonNode json(String text) throws IOException {
    return OpenSearchConnection.JSON.readTree(text);
  }

  private static final class Index {
    private final Map<String, JsonNode> documents = new ConcurrentSkipListMap<>();
    private volatile JsonNode meta;

    String bulk(String body) throws IOException {
      ObjectNode reply = OpenSearchConnection.JSON.createObjectNode();
      ArrayNode items = reply.putArray("items");
      List<String> lines = body.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        JsonNode action = json(lines.get(i));
        boolean deletes = action.has("delete");
        String id = action.elements().next().path("_id").asText();
        boolean was = documents.containsKey(id);
        if (deletes) {
          documents.remove(id);
        } else {
          documents.put(id, json(lines.get(++i)));
        }
        items
            .addObject()
            .putObject(deletes ? "delete" : "index")
            .put("status", deletes && !was ? 404 : 200);
      }
      return reply.toString();
    }

    String search(JsonNode body) {
      JsonNode knn = body.path("query").path("knn").path("vector");
      ObjectNode reply = OpenSearchConnection.JSON.createObjectNode();
      ArrayNode hits = reply.putObject("hits").putArray("hits");
      documents.values().stream()
          .filter(document -> passes(document, knn.path("filter").path("bool")))
          .map(document -> hit(document, knn.path("vector")))
          .sorted(Comparator.comparingDouble(hit -> -hit.path("_score").asDouble()))
          .limit(Math.min(knn.path("k").asInt(), body.path("size").asInt()))
          .forEach(hits::add);
      return reply.toString();
    }

    private static ObjectNode hit(JsonNode document, JsonNode query) {
      double sum = 0;
      for (int i = 0; i < query.size(); i++) {
        sum += query.get(i).asDouble() * document.path("vector").get(i).asDouble();
      }
      ObjectNode hit = OpenSearchConnection.JSON.createObjectNode();
      hit.put("_score", Math.max(0, (float) ((1 + sum) / 2))).set("_source", document);
      return hit;
    }

    private static boolean passes(JsonNode document, JsonNode bool) {
      for (JsonNode filter : bool.path("filter")) {
        Map.Entry<String, JsonNode> term = filter.path("term").properties().iterator().next();
        if (!has(document.path(term.getKey()), term.getValue().asText())) {
          return false;
        }
      }
      JsonNode excluded = bool.path("must_not").path(0).path("terms").path("id");
      return !has(excluded, document.path("id").asText());
    }

    private static boolean has(JsonNode values, String wanted) {
      return values.isTextual()
          ? values.asText().equals(wanted)
          : StreamSupport.stream(values.spliterator(), false)
              .anyMatch(value -> value.asText().equals(wanted));
    }
  }
}
