package org.brandimage.examples.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The form of a Converse reply. */
final class Converse {
  private static final int CHARACTERS_A_TOKEN = 4;

  private Converse() {}

  static ObjectNode reply(ObjectMapper json, String stopReason, JsonNode block, int in, int out) {
    ObjectNode reply = json.createObjectNode();
    reply
        .putObject("output")
        .putObject("message")
        .put("role", "assistant")
        .putArray("content")
        .add(block);
    reply.put("stopReason", stopReason);
    int read = 1 + in / CHARACTERS_A_TOKEN;
    int written = 1 + out / CHARACTERS_A_TOKEN;
    reply
        .putObject("usage")
        .put("inputTokens", read)
        .put("outputTokens", written)
        .put("totalTokens", read + written);
    reply.putObject("metrics").put("latencyMs", 1);
    return reply;
  }
}
