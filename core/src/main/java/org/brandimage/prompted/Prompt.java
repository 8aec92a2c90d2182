package org.brandimage.prompted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.result.Fingerprint;

/**
 * The instructions of a prompted stage and the JSON schema of its reply. The instructions may be
 * replaced; the schema may not, because the stage reads the reply by it. Immutable.
 *
 * <p>The bundled prompts are the files {@code NAME.md} and {@code NAME.schema.json} beside this
 * class, for the names {@code decompose}, {@code caption}, {@code plan}, {@code judge}, {@code
 * refine}, {@code sift} and {@code scene}.
 */
public final class Prompt {
  private static final int VERSION_DIGITS = 10;

  private final String name;
  private final String instructions;
  private final String jsonSchema;

  private Prompt(String name, String instructions, String jsonSchema) {
    this.name = name;
    this.instructions = instructions;
    this.jsonSchema = jsonSchema;
    if (instructions.isBlank()) {
      throw new InvalidInputException("prompt " + name, instructions, "write instructions");
    }
  }

  /**
   * {@return a bundled prompt}
   *
   * @param name the name of the file without extension
   * @throws InvalidInputException when there is no prompt of that name
   */
  public static Prompt bundled(String name) {
    Objects.requireNonNull(name, "name");
    return new Prompt(name, resource(name, ".md"), resource(name, ".schema.json"));
  }

  /**
   * Returns a copy of this prompt with other instructions. With each request the stage adds the
   * rule that data are not instructions, so the text need not contain it.
   *
   * @param text what the model must do; trusted text; it should ask for the reply that the schema
   *     describes
   * @return a prompt with another version
   */
  public Prompt withInstructions(String text) {
    return new Prompt(name, Objects.requireNonNull(text, "text"), jsonSchema);
  }

  /** {@return the name of the prompt and of its schema, in lower-case letters} */
  public String name() {
    return name;
  }

  /** {@return the instructions for the model, as trusted text} */
  public String instructions() {
    return instructions;
  }

  /** {@return the JSON schema of the reply, draft 2020-12} */
  public String jsonSchema() {
    return jsonSchema;
  }

  /**
   * {@return the version for provenance: the name and ten hexadecimal digits} It is computed from
   * the content, so a changed prompt never has an old version.
   */
  public String version() {
    String digest = Fingerprint.of("prompt").add(instructions).add(jsonSchema).toHex();
    return name + "-" + digest.substring(0, VERSION_DIGITS);
  }

  @Override
  public String toString() {
    return "Prompt[" + version() + "]";
  }

  private static String resource(String name, String extension) {
    String file = name + extension;
    try (InputStream in = name.matches("[a-z]+") ? Prompt.class.getResourceAsStream(file) : null) {
      if (in == null) {
        throw new InvalidInputException(
            "prompt", name, "name one of decompose, caption, plan, judge, refine, sift, scene");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource " + file, e);
    }
  }
}
