package org.brandimage.spi.rank;

import java.util.Objects;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.plan.Candidate;

/**
 * A picture that passed and is to be ranked.
 *
 * @param id unique among the contenders
 * @param image the picture
 * @param caption its text, for rankers that read
 * @param verdict its results
 * @param candidate where its products stand, for rankers that weigh the composition; boxes are in
 *     pixels of the image
 */
public record Contender(
    String id, ImageSource image, Caption caption, Verdict verdict, Candidate candidate) {
  /** Checks the values. */
  public Contender {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(candidate, "candidate");
  }
}
