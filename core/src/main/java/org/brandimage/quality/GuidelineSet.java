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
 * The guidelines that apply to every picture in addition to those of its brand: the known failure
 * modes of image generators, with additions and omissions for single generators. Immutable.
 *
 * <p>A set is written in JSON, as in the bundled file {@code guidelines.json} beside this class:
 *
 * <pre>{@code
 * {"baseline": [{"id": "no-halo", "statement": "…", "necessity": "required", "weight": 1,
 *                "answeredBy": "any"}],
 *  "generators": [{"model": "nova-canvas", "add": [], "leaveOut": ["no-halo"], "why": "…"}]}
 * }</pre>
 *
 * <p>{@code necessity} is {@code required} (the default) or {@code flexible}, {@code answeredBy} is
 * {@code any} (the default), {@code measurement}, {@code model} or {@code both}. {@code model} is a
 * regular expression that is searched, ignoring case, in the name and the model of the outpainter.
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
   * {@return the bundled set: eleven failure modes, all required except the match with the caption,
   * and the changes for some generators}
   */
  public static GuidelineSet baseline() {
    try (InputStream in = GuidelineSet.class.getResourceAsStream("guidelines.json")) {
      return parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource guidelines.json", e);
    }
  }

  /**
   * {@return a set of the given guidelines}
   *
   * @param guidelines the guidelines, which apply to every generator
   */
  public static GuidelineSet of(List<Guideline> guidelines) {
    return new GuidelineSet(guidelines, List.of());
  }

  /**
   * Reads a set from JSON.
   *
   * @param json a document in the form above
   * @return the set
   * @throws org.brandimage.spi.error.InvalidInputException when the document has another form; it
   *     names the field, the value and the remedy
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
   * @param outpainter the identity of the outpainter
   * @return the baseline with the additions and omissions for that generator, each id once
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
