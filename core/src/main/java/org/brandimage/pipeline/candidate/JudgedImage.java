package org.brandimage.pipeline.candidate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.imaging.restore.RestoreReport;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.rank.Contender;

/**
 * A picture whose products are restored and whose guidelines are answered as far as possible.
 *
 * @param picture the outpainted candidate
 * @param restored the picture with the products' own pixels put back
 * @param fidelity the fidelity of the products before and after
 * @param verdict the results of all guidelines
 */
public record JudgedImage(
    OutpaintedCandidate picture, ImageSource restored, RestoreReport fidelity, Verdict verdict)
    implements Tracked {
  @Override
  public String id() {
    return picture.id();
  }

  @Override
  public Composite composite() {
    return picture.composite();
  }

  /** {@return the key that equal pictures for one canvas share} */
  public String likeness() {
    return composite().planned().canvas() + " " + restored.digest();
  }

  /** {@return whether the picture breaks a guideline, even one that a policy relaxes} */
  public boolean failed() {
    return verdict.results().stream().anyMatch(result -> result.outcome() == Outcome.FAIL);
  }

  /**
   * {@return whether this picture and another were made from the same caption}
   *
   * @param other the other picture
   */
  public boolean captionedAs(JudgedImage other) {
    String caption = composite().planned().caption().fingerprint();
    return caption.equals(other.composite().planned().caption().fingerprint());
  }

  /**
   * Returns the pictures that passed, by canvas.
   *
   * @param pool all pictures
   * @param passed the ids of those that passed
   * @param canvases the canvases, each of which is in the result
   * @return contenders by canvas
   */
  public static Map<CanvasSize, List<Contender>> contenders(
      List<JudgedImage> pool, Set<String> passed, List<CanvasSize> canvases) {
    Map<CanvasSize, List<Contender>> contenders = new LinkedHashMap<>();
    canvases.forEach(canvas -> contenders.put(canvas, new ArrayList<>()));
    for (JudgedImage judged : pool) {
      if (passed.contains(judged.id())) {
        CanvasSize canvas = judged.composite().planned().canvas();
        contenders.getOrDefault(canvas, new ArrayList<>()).add(judged.contender());
      }
    }
    return contenders;
  }

  /**
   * Releases the pixels that are kept since the picture was opened, because a result must not hold
   * decoded pictures.
   */
  public void release() {
    composite().planned().compositor().release();
  }

  private Contender contender() {
    PlannedScene planned = composite().planned();
    Candidate candidate = composite().candidate();
    return Contender.builder(id(), restored)
        .caption(planned.caption())
        .verdict(verdict)
        .candidate(candidate)
        .productLayer(planned.compositor().productLayer(candidate))
        .scene(planned.scene())
        .build();
  }

  /**
   * Adds a judge's answers. An answer replaces a result that measurement left unanswered, and a
   * failure also replaces a measured pass. When both are unanswered, the measurement's reason
   * stays.
   *
   * @param answer the judge's verdict
   * @return the picture with all answers
   */
  public JudgedImage with(Verdict answer) {
    Map<String, GuidelineResult> results = new LinkedHashMap<>();
    verdict.results().forEach(result -> results.put(result.guidelineId(), result));
    for (GuidelineResult result : answer.results()) {
      GuidelineResult measured = results.get(result.guidelineId());
      boolean tells = result.outcome() != Outcome.UNANSWERED;
      boolean open = measured == null || (tells && !measured.passed());
      if (open || result.outcome() == Outcome.FAIL) {
        results.put(result.guidelineId(), result);
      }
    }
    return new JudgedImage(
        picture, restored, fidelity, new Verdict(id(), List.copyOf(results.values())));
  }
}
