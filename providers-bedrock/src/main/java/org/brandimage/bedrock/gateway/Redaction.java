package org.brandimage.bedrock.gateway;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A filter for messages of the service, which may quote the prompt they refuse. Runs of sent text,
 * long tokens such as pictures, and everything after 300 characters are taken out.
 */
final class Redaction {
  private static final int LONGEST = 300;
  private static final int RUN = 10;
  private static final String GAP = "[…]";

  /** A message on a wrong signature quotes the signed request with its key and token. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(credential|signature|security-token)[=:] ?\\S+|\\bA[KS]I[A-Z0-9]{13,}",
          Pattern.CASE_INSENSITIVE);

  private Redaction() {}

  static String of(String message, List<String> sent) {
    String flat =
        CREDENTIAL
            .matcher(message.replaceAll("\\s+", " ").replaceAll("\\S{120,}", GAP))
            .replaceAll(GAP)
            .strip();
    String text = flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST) + GAP;
    for (String secret : sent) {
      text = without(text, secret.replaceAll("\\s+", " ").strip());
    }
    return text;
  }

  private static String without(String text, String secret) {
    if (secret.isEmpty()) {
      return text;
    }
    if (secret.length() <= RUN) {
      return secret.length() < 4 ? text : text.replace(secret, GAP);
    }
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at + RUN;
      if (end <= text.length() && secret.contains(text.substring(at, end))) {
        while (end < text.length() && secret.contains(text.substring(at, end + 1))) {
          end++;
        }
        kept.append(GAP);
        at = end;
      } else {
        kept.append(text.charAt(at++));
      }
    }
    return kept.toString();
  }
}
