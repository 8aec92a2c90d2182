package org.brandimage.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.error.UnsupportedInputException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what OpenSearch answers into the errors of the library. Messages hold the status and the
 * type of the error, never its reason, which may repeat what was asked. Stateless.
 */
final class Failures {
  private static final int FIRST_SERVER_ERROR = 500;

  private Failures() {}

  /** Returns the error of a reply that is no success. */
  static StageException of(String request, int status, String type) {
    String what =
        "OpenSearch answered " + status + (type.isEmpty() ? "" : " " + type) + " to " + request;
    RetryInfo again = RetryInfo.once(true);
    if (status == 429) {
      return new ProviderThrottledException(
          what + " - repeat later, with fewer requests at once", null, again);
    }
    if (status == 401 || status == 403) {
      return new AccessDeniedException(
          what + " - check the signer and the rights on the index", null, RetryInfo.once(false));
    }
    if (status >= FIRST_SERVER_ERROR) {
      return new ProviderUnavailableException(what + " - repeat later", null, again);
    }
    if (status == 404) {
      return new UnsupportedInputException(
          what + " - create the index with OpenSearchAssetIndex, or check its name");
    }
    return new UnsupportedInputException(
        what + " - check that the k-NN plugin is there and the index was made by this library");
  }

  /** Returns the error of a request that got no reply. */
  static StageException unreachable(String request, @Nullable Throwable cause) {
    return new ProviderUnavailableException(
        "OpenSearch gave no reply to "
            + request
            + " - check the address and the network; a repeat does no harm",
        cause,
        RetryInfo.once(true));
  }

  /** Returns the type of an error, such as "index_not_found_exception", or an empty text. */
  static String type(JsonNode reply) {
    String type = reply.path("error").path("type").asText("");
    return type.matches("[a-z0-9_]{1,80}") ? type : "";
  }
}
