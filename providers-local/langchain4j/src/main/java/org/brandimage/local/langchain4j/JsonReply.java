package org.brandimage.local.langchain4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.brandimage.spi.error.MalformedReplyException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the one JSON object out of a reply: models without a schema like to put it into a code
 * fence, or a sentence before it.
 */
final class JsonReply {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(new JsonFactory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonReply() {}

  /**
   * Returns the object as it stands in the reply.
   *
   * @throws MalformedReplyException when there is none, or more than one
   */
  static String object(@Nullable String reply) {
    String text = reply == null ? "" : reply;
    int start = text.indexOf('{');
    int end = text.lastIndexOf('}');
    if (start < 0 || end < start) {
      throw new MalformedReplyException("$", "holds no JSON object", text);
    }
    String json = text.substring(start, end + 1);
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // told below; the parser's own message would quote the reply
    }
    throw new MalformedReplyException("$", "is not one JSON object", text);
  }
}
