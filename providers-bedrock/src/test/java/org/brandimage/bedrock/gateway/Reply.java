package org.brandimage.bedrock.gateway;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What the test server does with one request. */
public record Reply(int status, String errorType, String body, Kind kind, CountDownLatch gate) {
  /** The ways a connection can end. */
  enum Kind {
    /** A whole reply. */
    WHOLE,
    /** Half of the reply, then the connection closes. */
    CUT_OFF,
    /** The connection closes without a byte. */
    DROPPED,
    /** Nothing until the gate opens. */
    HELD
  }

  public static Reply json(String body) {
    return new Reply(200, "", body, Kind.WHOLE, new CountDownLatch(0));
  }

  /** A failure as the service writes it: type in a header, message in the body. */
  public static Reply error(int status, String type, String message) {
    String body = TestBedrock.JSON.createObjectNode().put("message", message).toString();
    return new Reply(status, type, body, Kind.WHOLE, new CountDownLatch(0));
  }

  static Reply throttled() {
    return error(429, "ThrottlingException", "Too many requests, please wait before trying again.");
  }

  public static Reply invalid(String message) {
    return error(400, "ValidationException", message);
  }

  static Reply garbage() {
    return new Reply(200, "", "<html>\u0000\u0001 no", Kind.WHOLE, new CountDownLatch(0));
  }

  public static Reply dropped() {
    return new Reply(200, "", "", Kind.DROPPED, new CountDownLatch(0));
  }

  static Reply held(CountDownLatch gate) {
    return new Reply(200, "", "", Kind.HELD, gate);
  }

  Reply cutOff() {
    return new Reply(status, errorType, body, Kind.CUT_OFF, gate);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
