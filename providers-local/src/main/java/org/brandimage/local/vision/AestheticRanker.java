package org.brandimage.local.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.LinearHead;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * A ranker by LAION's aesthetic predictors: CLIP's embedding of the picture, scaled to length 1,
 * and one linear layer on it (GitHub LAION-AI/aesthetic-predictor, and
 * christophschuhmann/improved-aesthetic-predictor, whose five layers fold into one). The score runs
 * from about 1 to 10. Captions are not read.
 *
 * <p>The heads are real and tested; CLIP itself was tried with random weights only. Cost: one run
 * of CLIP's picture tower a picture. Deterministic on one machine; thread-safe; close it when no
 * longer used.
 */
public final class AestheticRanker implements Ranker, Identified, AutoCloseable {
  private final PictureNetwork clip;
  private final LinearHead head;
  private final String name;

  private AestheticRanker(PictureNetwork clip, LinearHead head, String name) {
    this.clip = clip;
    this.head = head;
    this.name = name;
  }

  /**
   * Opens CLIP and a head.
   *
   * @param store holds {@link ModelCatalogue#CLIP_VISION} and the head
   * @param head one made for that CLIP, such as {@link ModelCatalogue#LAION_V2_L14} for ViT-L/14
   * @return the ranker, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when a file is missing or cannot be
   *     used; a CLIP whose embeddings are of another length is found out when it is first run
   */
  public static AestheticRanker open(ModelStore store, ModelEntry head) {
    return open(store, ModelCatalogue.CLIP_VISION, LinearHead.open(store, head), head.name());
  }

  static AestheticRanker open(ModelStore store, ModelEntry clip, LinearHead head, String name) {
    return new AestheticRanker(
        PictureNetwork.load(
            store, clip, ImagePreprocessor.clip(), "image_embeds", head.dimension()),
        head,
        name);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("AestheticRanker", "1;head=" + name, clip.name());
  }

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    List<RankedImage> ranked = new ArrayList<>();
    for (Contender contender : request.contenders()) {
      double score = head.score(clip.embed(contender.image(), 1, context).toArray());
      ranked.add(new RankedImage(contender.id(), score, Map.of("aesthetic", score)));
    }
    return Ranking.of(ranked);
  }

  @Override
  public void close() {
    clip.close();
  }

  @Override
  public String toString() {
    return "AestheticRanker[" + name + "]";
  }
}
