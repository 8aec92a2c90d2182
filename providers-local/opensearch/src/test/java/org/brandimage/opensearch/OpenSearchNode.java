package org.brandimage.opensearch;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/** A real OpenSearch node with the k-NN plugin in this JVM, on a free port of 127.0.0.1. */
final class OpenSearchNode implements AutoCloseable {
  private final Path home;
  private final Node node;
  private final URI address;

  private OpenSearchNode(Path home, Node node, URI address) {
    this.home = home;
    this.node = node;
    this.address = address;
  }

  static OpenSearchNode start() throws Exception {
    Path home = Files.createTempDirectory("opensearch-node");
    Settings settings =
        Settings.builder()
            .put("path.home", home)
            .put("path.data", home.resolve("data"))
            .put("cluster.name", "brandimage-test")
            .put("node.name", "one")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", "0")
            .put("transport.port", "0")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .put("node.processors", 2)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "one");
    try {
      Node node = new PluggedNode(environment).start();
      HttpServerTransport http = node.injector().getInstance(HttpServerTransport.class);
      InetSocketAddress bound = http.boundAddress().publishAddress().address();
      return new OpenSearchNode(home, node, URI.create("http://127.0.0.1:" + bound.getPort()));
    } catch (UnsatisfiedLinkError e) {
      delete(home);
      return abort("the k-NN plugin's native library does not load here: " + e.getMessage());
    }
  }

  URI address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    node.close();
    delete(home);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static final class PluggedNode extends Node {
    PluggedNode(Environment environment) throws ClassNotFoundException {
      super(environment, List.of(Netty4Plugin.class, knn()), false);
    }

    /** Published as a zip, so its classes are there when tests run but not when they compile. */
    private static Class<? extends Plugin> knn() throws ClassNotFoundException {
      return Class.forName("org.opensearch.knn.plugin.KNNPlugin").asSubclass(Plugin.class);
    }
  }
}
