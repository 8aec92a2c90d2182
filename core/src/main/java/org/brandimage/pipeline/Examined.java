package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.brandimage.imaging.RestoreReport;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.rank.Contender;

/** A picture with its product restored and every guideline answered that could be. */
record Examined(Picture picture, ImageSource restored, RestoreReport fidelity, Verdict verdict)
    implements Tracked {
  @Override
  public String id() {
    return picture.id();
  }

  @Override
  public Composite composite() {
    return picture.composite();
  }

  Contender contender() {
    return new Contender(
        id(), restored, composite().planned().caption(), verdict, composite().candidate());
  }

  /** Adds a judge's answers, which take the place of what measurement left unanswered. */
  Examined with(Verdict answer) {
    Set<String> answered =
        answer.results().stream().map(GuidelineResult::guidelineId).collect(Collectors.toSet());
    List<GuidelineResult> results = new ArrayList<>(verdict.results());
    results.removeIf(result -> answered.contains(result.guidelineId()));
    results.addAll(answer.results());
    return new Examined(picture, restored, fidelity, new Verdict(id(), results));
  }
}
