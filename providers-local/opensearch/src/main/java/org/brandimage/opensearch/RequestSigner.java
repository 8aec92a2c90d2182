package org.brandimage.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Adds what proves who is asking to a request: a user's password, or a signature. Thread-safe. */
@FunctionalInterface
public interface RequestSigner {
  /**
   * Returns the headers to add to a request. Called once for each time it is sent.
   *
   * @param request what will be sent
   * @return header to value; never {@code Host} or {@code Content-Length}, which the client sets
   */
  Map<String, String> headers(Unsigned request);

  /**
   * Returns a signer for a cluster that asks for nothing.
   *
   * @return a signer that adds no header
   */
  static RequestSigner none() {
    return request -> Map.of();
  }

  /**
   * Returns a signer for HTTP basic authentication (RFC 7617). Use it with https only.
   *
   * @param user the user
   * @param password the password; kept encoded in memory
   * @return the signer
   */
  static RequestSigner basic(String user, String password) {
    String pair =
        Objects.requireNonNull(user, "user") + ":" + Objects.requireNonNull(password, "password");
    String value =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return request -> Map.of("Authorization", value);
  }

  /** A request before it is signed. Immutable. */
  final class Unsigned {
    private final String method;
    private final URI uri;
    private final String contentType;
    private final byte[] body;

    Unsigned(String method, URI uri, String contentType, byte[] body) {
      this.method = method;
      this.uri = uri;
      this.contentType = contentType;
      this.body = body;
    }

    /**
     * Returns the method.
     *
     * @return such as "POST"
     */
    public String method() {
      return method;
    }

    /**
     * Returns where the request goes.
     *
     * @return the whole address
     */
    public URI uri() {
      return uri;
    }

    /**
     * Returns the type of the body.
     *
     * @return such as "application/json"
     */
    public String contentType() {
      return contentType;
    }

    /**
     * Returns the body.
     *
     * @return a copy, empty when there is none
     */
    public byte[] body() {
      return body.clone();
    }

    @Override
    public String toString() {
      return "Unsigned[" + method + " " + uri.getPath() + ", " + body.length + " bytes]";
    }
  }
}
