package org.brandimage.spi.rank;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The contenders in order, the best first.
 *
 * @param images by falling score, ties by id
 */
public record Ranking(List<RankedImage> images) {
  /** The order of a ranking: the highest score first, ties by id. */
  public static final Comparator<RankedImage> BEST_FIRST =
      Comparator.comparingDouble(RankedImage::score).reversed().thenComparing(RankedImage::id);

  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when the images are not in order
   */
  public Ranking {
    images = List.copyOf(images);
    for (int i = 1; i < images.size(); i++) {
      if (BEST_FIRST.compare(images.get(i - 1), images.get(i)) > 0) {
        throw new IllegalArgumentException(
            "ranking is not in order at " + images.get(i).id() + ": use Ranking.of");
      }
    }
  }

  /**
   * {@return a ranking of scored pictures}
   *
   * @param images the scored pictures, in any order
   */
  public static Ranking of(Collection<RankedImage> images) {
    return new Ranking(images.stream().sorted(BEST_FIRST).toList());
  }
}
