package org.brandimage.quality;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.brandimage.json.StrictJson;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageIdentity;

/**
 * The guidelines every picture is held to besides those of its brand: the known failure modes of
 * image generators as data, and what is added or left out for one generator. Immutable.
 *
 * <p>The bundled file {@code guidelines.json} beside this class is the form:
 *
 * <pre>{@code
 * {"baseline": [{"id": "no-halo", "statement": "…", "necessity": "required", "weight": 1,
 *                "answeredBy": "any"}],
 *  "generators": [{"model": "nova-canvas", "add": [], "leaveOut": ["no-halo"], "why": "…"}]}
 * }</pre>
 *
 * <p>{@code necessity} is {@code required} (the default) or {@code flexible}, {@code answeredBy} is
 * {@code any} (the default), {@code measurement}, {@code model} or {@code both}. {@code model} is a
 * regular expression that is looked for, whatever the case, in the name or model of the outpainter.
 */
public final class GuidelineSet {
  private final List<Guideline> baseline;
  private final List<Generator> generators;

  /** What one kind of generator adds and leaves out. */
  private record Generator(Pattern model, List<Guideline> add, List<String> leaveOut) {}

  private GuidelineSet(List<Guideline> baseline, List<Generator> generators) {
    this.baseline = List.copyOf(baseline);
    this.generators = List.copyOf(generators);
  }

  /**
   * Returns the bundled set.
   *
   * @return eleven failure modes, all required but the match with the caption, and the sets of some
   *     generators
   */
  public static GuidelineSet baseline() {
    try (InputStream in = GuidelineSet.class.getResourceAsStream("guidelines.json")) {
      return parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource guidelines.json", e);
    }
  }

  /**
   * Returns a set of your own.
   *
   * @param guidelines the guidelines, for every generator
   * @return the set
   */
  public static GuidelineSet of(List<Guideline> guidelines) {
    return new GuidelineSet(guidelines, List.of());
  }

  /**
   * Reads a set.
   *
   * @param json a document of the form above
   * @return the set
   * @throws org.brandimage.spi.error.InvalidInputException when it is not of the form; it names the
   *     field, the value and the remedy
   */
  public static GuidelineSet parse(String json) {
    StrictJson root = StrictJson.parse(json, "guideline set");
    root.onlyKeys("baseline", "generators");
    List<Generator> generators = root.objects("generators", "generator", GuidelineSet::generator);
    return new GuidelineSet(GuidelineJson.guidelines(root, "baseline"), generators);
  }

  private static Generator generator(StrictJson json) {
    json.onlyKeys("model", "add", "leaveOut", "why");
    return new Generator(
        GuidelineJson.pattern(json, "model"),
        GuidelineJson.guidelines(json, "add"),
        json.texts("leaveOut"));
  }

  /**
   * Returns the guidelines for the pictures of an outpainter.
   *
   * @param outpainter who makes the pictures
   * @return the baseline as the generator's set changes it, each id once
   */
  public List<Guideline> forOutpainter(StageIdentity outpainter) {
    Map<String, Guideline> byId = new LinkedHashMap<>();
    baseline.forEach(guideline -> byId.put(guideline.id(), guideline));
    String name = outpainter.name() + " " + outpainter.model();
    for (Generator generator : generators) {
      if (generator.model.matcher(name).find()) {
        generator.leaveOut.forEach(byId::remove);
        generator.add.forEach(guideline -> byId.put(guideline.id(), guideline));
      }
    }
    return List.copyOf(byId.values());
  }
}
