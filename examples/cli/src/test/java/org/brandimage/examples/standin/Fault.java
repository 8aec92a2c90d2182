package org.brandimage.examples.standin;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import org.jspecify.annotations.Nullable;

/** What can go wrong with one request, and whether the vendor bills it all the same. */
enum Fault {
  THROTTLED(429, "ThrottlingException", "{\"message\": \"Too many requests\"}", false),
  BARE_429(429, "", "", false),
  UNAVAILABLE(503, "ServiceUnavailableException", "{\"message\": \"later\"}", false),
  GATEWAY(503, "", "<html>gateway", false),
  INVALID(400, "ValidationException", "{\"message\": \"no\"}", false),
  BLOCKED(
      400,
      "ValidationException",
      "{\"message\": \"This request has been blocked by our content filters.\"}",
      false),
  DENIED(403, "AccessDeniedException", "{\"message\": \"no\"}", false),
  MISSING(404, "ResourceNotFoundException", "{\"message\": \"no\"}", false),
  QUOTA(400, "ServiceQuotaExceededException", "{\"message\": \"no\"}", false),
  CRASHED(500, "InternalServerException", "<html>oops", true),
  MODEL_TIMEOUT(408, "ModelTimeoutException", "{}", true),
  MODEL_ERROR(424, "ModelErrorException", "{\"originalStatusCode\": 500}", true),
  TRUNCATED(200, "", "{\"output\": {\"mess", true),
  GARBAGE(200, "", "<html>\u0000\u0001", true),
  RESET(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER),
  EMPTY(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE),
  NOISE(com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE),
  BROKEN_CHUNK(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK),
  /** The right answer, after the caller has given up. */
  SLOW(200, "", "", true);

  /** Longer than the caller waits. */
  static final int SLOW_MILLIS = 4_000;

  private final int status;
  private final String type;
  private final String body;
  private final boolean billed;
  private final com.github.tomakehurst.wiremock.http.@Nullable Fault broken;

  Fault(int status, String type, String body, boolean billed) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.billed = billed;
    this.broken = null;
  }

  Fault(com.github.tomakehurst.wiremock.http.Fault broken) {
    this.status = 200;
    this.type = "";
    this.body = "";
    this.billed = true;
    this.broken = broken;
  }

  boolean billed() {
    return billed;
  }

  /** Returns what WireMock is to do. */
  ResponseDefinition reply() {
    ResponseDefinitionBuilder reply =
        WireMock.aResponse()
            .withStatus(status)
            .withHeader("Content-Type", "application/json")
            .withBody(body);
    if (!type.isEmpty()) {
      reply.withHeader("x-amzn-ErrorType", type);
    }
    if (broken != null) {
      reply.withFault(broken);
    }
    if (this == SLOW) {
      reply.withFixedDelay(SLOW_MILLIS);
    }
    return reply.build();
  }
}
