package org.brandimage.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The translation of a {@code run.json} of an earlier version into today's words.
 *
 * <ul>
 *   <li>Version 1 said SPARED for NOT_SELECTED and REPEATED for DUPLICATE, and had warnings as
 *       sentences in provenance.
 *   <li>Versions 1 and 2 have no list of files.
 * </ul>
 *
 * The version stays as it was, since it says whether there must be a list of files.
 */
final class EarlierVersion {
  private static final Map<String, String> FATES =
      Map.of("SPARED", "NOT_SELECTED", "REPEATED", "DUPLICATE");

  private EarlierVersion() {}

  /**
   * Translates a document; one of today's version, or of none that is known, stays as it is.
   *
   * @param document the parsed document; changed in place
   */
  static void translate(JsonNode document) {
    if (document instanceof ObjectNode object && document.path("version").asInt() == 1) {
      for (JsonNode candidate : document.path("candidates")) {
        String fate = candidate.path("fate").asText();
        if (candidate instanceof ObjectNode record && FATES.containsKey(fate)) {
          record.put("fate", FATES.get(fate));
        }
      }
      ArrayNode warnings = object.putArray("warnings");
      for (JsonNode sentence : document.path("provenance").path("warnings")) {
        warnings.addObject().put("what", sentence.asText()).put("where", "").put("remedy", "");
      }
    }
  }
}
