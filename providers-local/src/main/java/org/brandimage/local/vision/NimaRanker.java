package org.brandimage.local.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * A ranker by NIMA, "Neural Image Assessment" (Talebi and Milanfar, 2018): a network predicts how
 * people would rate a picture from 1 to 10, p₁ … p₁₀, and the score is the mean Σ i·pᵢ. There are
 * two heads: aesthetic, trained on a photo contest (AVA), and technical, trained on distorted
 * pictures (TID2013).
 *
 * <p>Of the two heads the aesthetic one is the better: on 35 product and scene photos it puts
 * blurred, noisy and darkened copies below their originals in at least 94 of 100 pairs of each kind
 * and strength tried. The technical head sees blur and strong noise but takes darkening for an
 * improvement (34 to 63 of 100), which its training set does not hold; the mean of both is worse
 * than the aesthetic head alone. {@link org.brandimage.local.rank.WeightedRanker} combines them if
 * you wish. By itself it prefers products that stand tilted on one corner, so {@link
 * org.brandimage.local.rank.PhotographicRanker#withRatings} is what to rank products by.
 *
 * <p>The feature {@code aesthetic} or {@code technical} repeats the score, from 1 to 10. Captions
 * and placements are not looked at. Cost: about 10 ms of CPU a picture. Deterministic on one
 * machine; thread-safe; close it when no longer used.
 */
public final class NimaRanker implements Ranker, Identified, AutoCloseable {
  private static final int RATINGS = 10;

  private final String head;
  private final PictureNetwork network;

  private NimaRanker(String head, PictureNetwork network) {
    this.head = head;
    this.network = network;
  }

  /**
   * Opens the aesthetic head.
   *
   * @param store holds {@link ModelCatalogue#NIMA_AESTHETIC}
   * @return the ranker, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when the file is missing or cannot be
   *     used
   */
  public static NimaRanker aesthetic(ModelStore store) {
    return new NimaRanker("aesthetic", load(store, ModelCatalogue.NIMA_AESTHETIC));
  }

  /**
   * Opens the technical head.
   *
   * @param store holds {@link ModelCatalogue#NIMA_TECHNICAL}
   * @return the ranker, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when the file is missing or cannot be
   *     used
   */
  public static NimaRanker technical(ModelStore store) {
    return new NimaRanker("technical", load(store, ModelCatalogue.NIMA_TECHNICAL));
  }

  private static PictureNetwork load(ModelStore store, ModelEntry entry) {
    return PictureNetwork.load(store, entry, ImagePreprocessor.nima(), "distribution", RATINGS);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("NimaRanker", "1", network.name());
  }

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    List<RankedImage> ranked = new ArrayList<>();
    for (Contender contender : request.contenders()) {
      double score = rate(contender.image(), context);
      ranked.add(new RankedImage(contender.id(), score, Map.of(head, score)));
    }
    return Ranking.of(ranked);
  }

  /**
   * Rates one picture.
   *
   * @param image the picture
   * @param context what the call is cancelled by
   * @return the mean rating, from 1 to 10
   * @throws InterruptedException when cancelled
   */
  public double rate(ImageSource image, StageContext context) throws InterruptedException {
    return mean(network.run(image, context));
  }

  private static double mean(float[] distribution) {
    double sum = 0;
    for (int i = 0; i < distribution.length; i++) {
      sum += (i + 1) * (double) distribution[i];
    }
    return sum;
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public String toString() {
    return "NimaRanker[" + head + "]";
  }
}
