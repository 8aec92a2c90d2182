package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The suggestions of a judge's reply in the form its schema asks for. Models say "nothing to
 * change" in many ways where the schema wants {@code none} and an empty text: "None", "N/A", "No
 * change needed.", null, or no suggestion at all. All of these are read as no suggestion.
 */
final class Suggestions {
  private static final String ABOUT = "about";
  private static final String CHANGE = "change";
  private static final String NONE = "none";

  /** A whole text that says nothing is to change, in lower case, its punctuation taken out. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "(none|nothing|nil|null|no|na|n a|not applicable"
              + "|(not|none|nothing) (needed|required|necessary)"
              + "|(keep|leave)( it| this)? as( it)? is"
              + "|(no|none|nothing)( (further|other|more|additional|specific))?"
              + "( (changes?|suggestions?|actions?|adjustments?|improvements?|modifications?"
              + "|edits?|fix(es)?|corrections?))?"
              + "( (is|are|was|were))?( (needed|required|necessary|suggested|made"
              + "|to (change|fix|mend|improve|suggest|add)))?( here| at this time)?)?");

  private Suggestions() {}

  /**
   * Brings every suggestion into the schema's form. What cannot be read as a suggestion is left for
   * the schema to refuse.
   *
   * @param reply the parsed reply of a judge; changed in place
   * @return the same reply
   */
  static JsonNode tidy(JsonNode reply) {
    for (JsonNode answer : reply.path("answers")) {
      if (answer instanceof ObjectNode object) {
        tidy(object);
      }
    }
    return reply;
  }

  private static void tidy(ObjectNode answer) {
    JsonNode suggestion = answer.path("suggestion");
    if (saysNothing(suggestion)) {
      answer.putObject("suggestion").put(ABOUT, NONE).put(CHANGE, "");
    } else if (suggestion instanceof ObjectNode object) {
      if (saysNothing(object.path(ABOUT)) || saysNothing(object.path(CHANGE))) {
        object.put(ABOUT, NONE).put(CHANGE, "");
      } else if (object.path(ABOUT).isTextual()) {
        object.put(ABOUT, object.path(ABOUT).asText().strip().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static boolean saysNothing(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return true;
    }
    if (!value.isTextual()) {
      return false;
    }
    String words =
        value.asText().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return NOTHING.matcher(words).matches();
  }
}
