package org.brandimage.spi.refine;

import java.util.List;
import java.util.Objects;

/**
 * A person's feedback on a result.
 *
 * @param text what to change, in free text; may be empty; untrusted
 * @param picked ids of the pictures to go on from
 * @param rejected ids of the pictures not wanted
 */
public record Feedback(String text, List<String> picked, List<String> rejected) {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when the text is blank and both lists are empty
   */
  public Feedback {
    Objects.requireNonNull(text, "text");
    picked = List.copyOf(picked);
    rejected = List.copyOf(rejected);
    if (text.isBlank() && picked.isEmpty() && rejected.isEmpty()) {
      throw new IllegalArgumentException("feedback must say something");
    }
  }

  @Override
  public String toString() {
    return "Feedback["
        + text.length()
        + " characters, picked "
        + picked
        + ", rejected "
        + rejected
        + "]";
  }
}
