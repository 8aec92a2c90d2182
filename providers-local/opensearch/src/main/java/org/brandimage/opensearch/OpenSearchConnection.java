package org.brandimage.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.StageTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The way to an OpenSearch cluster: its address, who is asking, and how long to wait. Sends each
 * request once and follows no redirect. What is sent and what comes back is never logged and stands
 * in no message. Thread-safe; share one.
 */
public final class OpenSearchConnection {
  /** How long a request may take unless the builder is told otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** Writes any text, half a surrogate pair too, and reads nothing twice. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final long LARGEST_REPLY = 64L << 20;
  private static final int FIRST_FAILURE = 300;

  private final URI address;
  private final RequestSigner signer;
  private final Duration timeout;
  private final HttpClient client;

  private OpenSearchConnection(Builder builder) {
    this.address = builder.address;
    this.signer = builder.signer;
    this.timeout = builder.timeout;
    this.client =
        builder.client != null
            ? builder.client
            : HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
  }

  /**
   * Starts a builder.
   *
   * @param address such as {@code https://search.example.org:9200}; a path is put before every
   *     request's own
   * @return a builder without a signer, waiting {@link #DEFAULT_TIMEOUT}
   * @throws IllegalArgumentException when it is not http or https, or holds a user or a query
   */
  public static Builder builder(URI address) {
    return new Builder(address);
  }

  /** Sends JSON, or nothing when the body is missing, and returns the reply whatever its status. */
  Reply send(String method, String path, @Nullable JsonNode body, StageContext context)
      throws InterruptedException {
    byte[] bytes = new byte[0];
    try {
      if (body != null) {
        bytes = JSON.writeValueAsBytes(body);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
    return send(new RequestSigner.Unsigned(method, at(path), "application/json", bytes), context);
  }

  /** Sends lines of JSON. */
  Reply sendLines(String path, String lines, StageContext context) throws InterruptedException {
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    return send(
        new RequestSigner.Unsigned("POST", at(path), "application/x-ndjson", bytes), context);
  }

  private URI at(String path) {
    return URI.create(address.toString().replaceAll("/+$", "") + path);
  }

  private Reply send(RequestSigner.Unsigned unsigned, StageContext context)
      throws InterruptedException {
    context.checkActive();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(unsigned.uri())
            .header("Content-Type", unsigned.contentType())
            .method(unsigned.method(), BodyPublishers.ofByteArray(unsigned.body()));
    signer.headers(unsigned).forEach(request::setHeader);
    String name = unsigned.method() + " " + unsigned.uri().getPath();
    return Reply.of(name, received(name, request.build(), context));
  }

  private HttpResponse<byte[]> received(String name, HttpRequest request, StageContext context)
      throws InterruptedException {
    Duration allowed =
        context.remaining().filter(left -> left.compareTo(timeout) < 0).orElse(timeout);
    long start = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, head -> new LimitedBody(LARGEST_REPLY));
    try {
      return coming.get(allowed.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new StageTimeoutException(allowed, Duration.ofNanos(System.nanoTime() - start));
    } catch (ExecutionException e) {
      throw Failures.unreachable(name, e.getCause());
    } finally {
      coming.cancel(true);
    }
  }

  @Override
  public String toString() {
    return "OpenSearchConnection[" + address + "]";
  }

  /** A reply: its status and its JSON. */
  record Reply(String request, int status, JsonNode json, String text) {
    private static Reply of(String request, HttpResponse<byte[]> response) {
      String text = new String(response.body(), StandardCharsets.UTF_8);
      boolean failed = response.statusCode() >= FIRST_FAILURE;
      try {
        JsonNode json = text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        if (!failed && !json.isObject()) {
          throw new MalformedReplyException("(body)", "no JSON object to " + request, text);
        }
        return new Reply(request, response.statusCode(), json, text);
      } catch (IOException e) {
        if (failed) { // a proxy's page, for example
          return new Reply(request, response.statusCode(), MissingNode.getInstance(), text);
        }
        throw new MalformedReplyException("(body)", "no JSON to " + request, text);
      }
    }

    /** Returns this reply if it is a success, or throws what it stands for. */
    Reply orThrow() {
      if (status >= FIRST_FAILURE) {
        throw Failures.of(request, status, Failures.type(json));
      }
      return this;
    }

    /** Returns the error of a part that is not as agreed. */
    MalformedReplyException malformed(String field, String problem) {
      return new MalformedReplyException(field, problem, text);
    }
  }

  /** Builds an {@link OpenSearchConnection}. Not thread-safe. */
  public static final class Builder {
    private final URI address;
    private RequestSigner signer = RequestSigner.none();
    private Duration timeout = DEFAULT_TIMEOUT;
    private @Nullable HttpClient client;

    private Builder(URI address) {
      String scheme = String.valueOf(address.getScheme());
      boolean plain = address.getRawUserInfo() == null && address.getRawQuery() == null;
      if (!scheme.matches("https?") || address.getHost() == null || !plain) {
        throw new IllegalArgumentException(
            "address must be http or https with a host, without user or query; give a user to"
                + " RequestSigner.basic");
      }
      this.address = address;
    }

    /**
     * Sets who is asking.
     *
     * @param signer adds headers to each request; nothing by default
     * @return this
     */
    public Builder signer(RequestSigner signer) {
      this.signer = Objects.requireNonNull(signer, "signer");
      return this;
    }

    /**
     * Sets how long a request may take from connecting to the last byte of the reply; a run's
     * deadline cuts it shorter.
     *
     * @param timeout above 0; {@link #DEFAULT_TIMEOUT} by default
     * @return this
     */
    public Builder timeout(Duration timeout) {
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException("timeout must be above 0: " + timeout);
      }
      this.timeout = timeout;
      return this;
    }

    /**
     * Sets the HTTP client, for a proxy or certificates of your own.
     *
     * @param client the client; stays yours. One with the JDK's defaults and HTTP/1.1 otherwise
     * @return this
     */
    public Builder client(HttpClient client) {
      this.client = Objects.requireNonNull(client, "client");
      return this;
    }

    /**
     * Builds the connection; sends nothing.
     *
     * @return the connection
     */
    public OpenSearchConnection build() {
      return new OpenSearchConnection(this);
    }
  }
}
