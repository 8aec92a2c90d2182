package com.example.ranker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** A score service on this machine. */
final class ScoreServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private ScoreServer(Answer answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/score", exchange -> reply(exchange, answer));
    server.start();
  }

  /** Scores pictures by how bright they are. */
  static ScoreServer byBrightness() throws IOException {
    return new ScoreServer(
        exchange -> new Reply(200, "" + brightness(ImageIO.read(exchange.getRequestBody()))));
  }

  /** Answers every picture with the same. */
  static ScoreServer answering(int status, String body) throws IOException {
    return new ScoreServer(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          return new Reply(status, body);
        });
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/score");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void reply(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      Reply reply = answer.to(exchange);
      byte[] body = reply.body().getBytes();
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static double brightness(BufferedImage picture) {
    double sum = 0;
    int[] row = new int[picture.getWidth()];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int argb : row) {
        sum += (argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255);
      }
    }
    return sum / 765 / picture.getWidth() / picture.getHeight();
  }

  private interface Answer {
    Reply to(HttpExchange exchange) throws IOException;
  }

  private record Reply(int status, String body) {}
}
