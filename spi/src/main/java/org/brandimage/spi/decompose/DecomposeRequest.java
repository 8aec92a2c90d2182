package org.brandimage.spi.decompose;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.result.Fingerprint;

/**
 * The input of a {@link Decomposer}.
 *
 * @param prompt what the customer asks for, in free text; not blank; untrusted
 * @param notes wishes from an earlier round, oldest first; untrusted
 */
public record DecomposeRequest(String prompt, List<String> notes) implements StageRequest {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when the prompt is blank
   */
  public DecomposeRequest {
    Objects.requireNonNull(prompt, "prompt");
    if (prompt.isBlank()) {
      throw new IllegalArgumentException("prompt must not be blank");
    }
    notes = List.copyOf(notes);
  }

  /**
   * {@return a request without notes}
   *
   * @param prompt what the customer asks for, in free text; not blank; untrusted
   * @throws IllegalArgumentException when the prompt is blank
   */
  public static DecomposeRequest of(String prompt) {
    return new DecomposeRequest(prompt, List.of());
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of("decompose").add(prompt).addAll(notes).toHex();
  }

  @Override
  public String toString() {
    return "DecomposeRequest[" + prompt.length() + " characters, " + notes.size() + " notes]";
  }
}
