package org.brandimage.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.brandimage.opensearch.OpenSearchConnection.Reply;

/** Reads what became of each line of a bulk request. Stateless. */
final class BulkReply {
  private static final int NOT_FOUND = 404;
  private static final int THROTTLED = 429;
  private static final int FIRST_FAILURE = 300;
  private static final int FIRST_SERVER_ERROR = 500;

  private BulkReply() {}

  /**
   * Counts what was done.
   *
   * @throws org.brandimage.spi.error.StageException when lines failed that a repeat may mend
   */
  static IndexReport read(Reply reply, List<String> ids) {
    JsonNode items = reply.json().path("items");
    if (!items.isArray() || items.size() != ids.size()) {
      throw reply.malformed("items", items.size() + " answers to " + ids.size() + " lines");
    }
    Map<String, String> refused = new TreeMap<>();
    for (int i = 0; i < ids.size(); i++) {
      JsonNode result = items.get(i).path("index");
      boolean deletion = result.isMissingNode();
      JsonNode done = deletion ? items.get(i).path("delete") : result;
      if (!done.path("status").isInt()) {
        throw reply.malformed("items[" + i + "].status", "missing");
      }
      int status = done.path("status").intValue();
      if (status >= FIRST_FAILURE && !(deletion && status == NOT_FOUND)) {
        String type = Failures.type(done);
        if (status == THROTTLED || status >= FIRST_SERVER_ERROR || deletion) {
          throw Failures.of("a line of " + reply.request(), status, type);
        }
        refused.put(ids.get(i), type.isEmpty() ? "status " + status : type);
      }
    }
    return new IndexReport(ids.size() - refused.size(), refused);
  }
}
