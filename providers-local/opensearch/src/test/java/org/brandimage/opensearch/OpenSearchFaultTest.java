package org.brandimage.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class OpenSearchFaultTest {
  private static final StageContext CONTEXT = StageContext.standalone();
  private static final RetrieveRequest DUCK =
      RetrieveRequest.of(Fixtures.entity(EntityKind.PRODUCT, "rubber duck"));

  private StandInServer server;
  private OpenSearchAssetRetriever retriever;

  @BeforeEach
  void start() throws Exception {
    server = StandInServer.start();
    retriever = Library.retriever(server.address(), Fixtures.library());
    server.requests().clear();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "429, ProviderThrottledException, true",
    "500, ProviderUnavailableException, true",
    "503, ProviderUnavailableException, true",
    "401, AccessDeniedException, false",
    "403, AccessDeniedException, false",
    "404, UnsupportedInputException, false",
    "400, UnsupportedInputException, false",
    "302, UnsupportedInputException, false"
  })
  void retrieve_failedStatus_isItsTypedErrorSentOnceWithoutTheReason(
      int status, String type, boolean retryable) {
    for (String body : List.of(StandInServer.error("some_exception"), "<html>secret words")) {
      server.requests().clear();
      server.fail(exchange -> answered(exchange, status, body));

      assertThatExceptionOfType(StageException.class)
          .isThrownBy(() -> retriever.retrieve(DUCK, CONTEXT))
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(type))
          .satisfies(e -> assertThat(e.retryable()).isEqualTo(retryable))
          .satisfies(
              e -> assertThat(e.getMessage()).contains("" + status).doesNotContain("secret"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"hits\":{}} {}",
        "{\"hits\":{\"hits\":{}}}",
        "{\"hits\":{\"hits\":[{\"_source\":{\"asset\":{\"id\":\"a\"}}}]}}",
        "{\"hits\":{\"hits\":[{\"_score\":\"NaN\",\"_source\":{\"asset\":{\"id\":\"a\"}}}]}}",
        "{\"hits\":{\"hits\":[{\"_score\":0.9,\"_source\":{}}]}}",
        "{\"hits\":{\"hits\":[{\"_score\":0.9,\"_source\":{\"asset\":{\"id\":\"products/rubber-duck\","
            + "\"kind\":\"x\"}}}]}}"
      })
  void retrieve_malformedReply_isATypedError(String body) {
    server.fail(exchange -> answered(exchange, 200, body));

    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> retriever.retrieve(DUCK, CONTEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"timed_out\":true}", "{\"_shards\":{\"failed\":1}}"})
  void retrieve_partOfTheIndex_isNoAnswer(String body) {
    server.fail(exchange -> answered(exchange, 200, body));

    assertThatExceptionOfType(ProviderUnavailableException.class)
        .isThrownBy(() -> retriever.retrieve(DUCK, CONTEXT));
  }

  @Test
  void retrieve_deepOrEndlessReply_isRefused() {
    server.fail(exchange -> answered(exchange, 200, "{\"a\":" + "[".repeat(100_000)));
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> retriever.retrieve(DUCK, CONTEXT));

    server.fail(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 20];
          for (int i = 0; i < 80; i++) {
            exchange.getResponseBody().write(block);
          }
          exchange.close();
          return true;
        });
    assertThatExceptionOfType(ProviderUnavailableException.class)
        .isThrownBy(() -> retriever.retrieve(DUCK, CONTEXT));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void retrieve_noEndOfTheReply_endsAtTheTimeout(boolean headersFirst) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    String name = Library.indexed(server.address(), List.of());
    OpenSearchConnection hasty =
        OpenSearchConnection.builder(server.address()).timeout(Duration.ofMillis(300)).build();
    server.fail(
        exchange -> {
          if (!exchange.getRequestURI().getPath().endsWith("_search")) {
            return false;
          }
          if (headersFirst) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
          }
          awaited(done);
          exchange.close();
          return true;
        });
    try {
      assertThatThrownBy(
              () ->
                  hasty.send(
                      "POST",
                      "/" + name + "/_search",
                      OpenSearchConnection.JSON.createObjectNode(),
                      CONTEXT))
          .isInstanceOf(StageTimeoutException.class);
    } finally {
      done.countDown();
    }
  }

  @Test
  void retrieve_droppedConnection_isUnavailable() {
    server.fail(
        exchange -> {
          exchange.close();
          return true;
        });

    assertThatExceptionOfType(ProviderUnavailableException.class)
        .isThrownBy(() -> retriever.retrieve(DUCK, CONTEXT));
  }

  @Test
  void build_nobodyListening_isUnavailable() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port);

    assertThatExceptionOfType(ProviderUnavailableException.class)
        .isThrownBy(() -> Library.builder(nobody, "a", List.of()).floor(0).build(CONTEXT));
  }

  @Test
  void retrieve_assetWithoutPhotos_namesItAndTheRemedy() throws Exception {
    String name = Library.indexed(server.address(), Fixtures.library());
    OpenSearchAssetRetriever blind =
        Library.builder(server.address(), name, List.of()).floor(0.5).build(CONTEXT);

    assertThatExceptionOfType(UnsupportedInputException.class)
        .isThrownBy(() -> blind.retrieve(DUCK, CONTEXT))
        .withMessageContaining("products/rubber-duck")
        .withMessageContaining("remove it");
  }

  @Test
  void add_refusedLine_isReportedAndTheRestKept() throws Exception {
    String name = Library.indexed(server.address(), List.of());
    List<Asset> two = Fixtures.library().subList(0, 2);
    String line = "{\"index\":{\"status\":%d,\"error\":{\"type\":\"%s\"}}}";
    String bulk = "{\"items\":[{\"index\":{\"status\":201}}," + line + "]}";

    server.fail(exchange -> bulkAnswered(exchange, String.format(bulk, 400, "mapper_exception")));
    assertThat(Library.index(server.address(), name).add(two, CONTEXT))
        .isEqualTo(new IndexReport(1, Map.of(two.get(1).id(), "mapper_exception")));

    server.fail(exchange -> bulkAnswered(exchange, String.format(bulk, 429, "rejected")));
    assertThatExceptionOfType(ProviderThrottledException.class)
        .isThrownBy(() -> Library.index(server.address(), name).add(two, CONTEXT));

    server.fail(exchange -> bulkAnswered(exchange, "{\"items\":[]}"));
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> Library.index(server.address(), name).add(two, CONTEXT));
  }

  @Test
  void signer_headers_areSentAndNeverShown() throws Exception {
    AtomicReference<String> sent = new AtomicReference<>("");
    server.fail(
        exchange -> {
          sent.set(exchange.getRequestHeaders().getFirst("Authorization"));
          return answered(exchange, 403, "");
        });
    OpenSearchConnection connection =
        OpenSearchConnection.builder(server.address())
            .signer(RequestSigner.basic("Aladdin", "open sesame"))
            .build();

    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(
            () ->
                OpenSearchAssetIndex.builder(connection, "a", Library.EMBEDDER)
                    .build()
                    .create(CONTEXT))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("sesame", "QWxhZGRpb"));
    // the example of RFC 7617, section 2
    assertThat(sent.get()).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void input_badNamesAndAddresses_areRefusedBeforeAnythingIsSent() {
    for (String name : List.of("", "_all", "A", "a/b", "a,b", "a*", "..")) {
      assertThatExceptionOfType(InvalidInputException.class)
          .as(name)
          .isThrownBy(() -> Library.index(server.address(), name));
    }
    for (String address : List.of("ftp://a", "http://u:p@a", "http://a?q", "a:9200", "/x")) {
      assertThatThrownBy(() -> OpenSearchConnection.builder(URI.create(address)))
          .as(address)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(server.requests()).isEmpty();
  }

  private static boolean bulkAnswered(com.sun.net.httpserver.HttpExchange exchange, String body)
      throws java.io.IOException {
    boolean bulk = exchange.getRequestURI().getPath().endsWith("_bulk");
    return bulk && answered(exchange, 200, body);
  }

  private static boolean answered(
      com.sun.net.httpserver.HttpExchange exchange, int status, String body)
      throws java.io.IOException {
    StandInServer.reply(exchange, status, body);
    return true;
  }

  private static void awaited(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same searches as over a real node, so that the stand-in is known to be like one. */
  @Nested
  class Searches extends SearchRules {
    @Override
    URI address() {
      return server.address();
    }
  }
}
