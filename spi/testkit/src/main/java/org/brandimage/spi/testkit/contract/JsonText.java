package org.brandimage.spi.testkit.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recogniser of JSON by the grammar of RFC 8259. It says yes or no and builds nothing, so that
 * the kit needs no JSON library.
 */
final class JsonText {
  private static final Pattern ESCAPE = Pattern.compile("[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}");
  private static final Pattern LITERAL =
      Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final int DEEPEST = 200;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** Tells whether a text is one JSON object and nothing else but white space. */
  static boolean isObject(String text) {
    JsonText json = new JsonText(text);
    json.space();
    if (json.at >= text.length() || text.charAt(json.at) != '{' || !json.value(0)) {
      return false;
    }
    json.space();
    return json.at == text.length();
  }

  private boolean value(int depth) {
    space();
    if (at >= text.length() || depth > DEEPEST) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '{' -> group('}', depth, true);
      case '[' -> group(']', depth, false);
      case '"' -> string();
      default -> skip(LITERAL);
    };
  }

  private boolean group(char end, int depth, boolean named) {
    at++;
    if (next(end)) {
      return true;
    }
    do {
      space();
      if (named && !(string() && next(':'))) {
        return false;
      }
      if (!value(depth + 1)) {
        return false;
      }
    } while (next(','));
    return next(end);
  }

  private boolean string() {
    if (!next('"')) {
      return false;
    }
    while (at < text.length() && text.charAt(at) >= ' ') {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c == '\\' && !skip(ESCAPE)) {
        return false;
      }
    }
    return false;
  }

  private boolean next(char expected) {
    space();
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private boolean skip(Pattern token) {
    Matcher matcher = token.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
