package org.brandimage.spi.rank;

import java.util.Objects;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.Verdict;

/**
 * A picture that passed and is to be ranked.
 *
 * @param id unique among the contenders
 * @param image the picture
 * @param caption its text, for rankers that read
 * @param verdict its results
 */
public record Contender(String id, ImageSource image, Caption caption, Verdict verdict) {
  /** Checks the values. */
  public Contender {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(verdict, "verdict");
  }
}
