package org.brandimage.prompted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.result.Fingerprint;

/**
 * The instructions of a prompted stage and the JSON schema of its reply. The instructions may be
 * replaced; the schema is the stage's own, as the stage reads the reply by it. Immutable.
 *
 * <p>The bundled prompts are the files {@code NAME.md} and {@code NAME.schema.json} beside this
 * class, for the names {@code decompose}, {@code caption}, {@code plan}, {@code judge}, {@code
 * refine} and {@code sift}.
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
   * Returns a prompt of this package.
   *
   * @param name the name of the file without extension
   * @return the prompt
   * @throws InvalidInputException when there is none of that name
   */
  public static Prompt bundled(String name) {
    Objects.requireNonNull(name, "name");
    return new Prompt(name, resource(name, ".md"), resource(name, ".schema.json"));
  }

  /**
   * Returns this prompt with instructions of your own. The rule that data are no instructions is
   * added to them with each request, and needs no mention.
   *
   * @param text what to do; trusted text; it should ask for the reply the schema describes
   * @return a prompt with another version
   */
  public Prompt withInstructions(String text) {
    return new Prompt(name, Objects.requireNonNull(text, "text"), jsonSchema);
  }

  /**
   * Returns the name, which also names the form of the reply.
   *
   * @return lower-case letters
   */
  public String name() {
    return name;
  }

  /**
   * Returns what the model is told to do.
   *
   * @return trusted text
   */
  public String instructions() {
    return instructions;
  }

  /**
   * Returns the form of the reply.
   *
   * @return a JSON schema, draft 2020-12
   */
  public String jsonSchema() {
    return jsonSchema;
  }

  /**
   * Returns the version for provenance. It follows from the content, so that a changed prompt never
   * goes under an old version.
   *
   * @return the name and ten hexadecimal digits
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
            "prompt", name, "name one of decompose, caption, plan, judge, refine, sift");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource " + file, e);
    }
  }
}
