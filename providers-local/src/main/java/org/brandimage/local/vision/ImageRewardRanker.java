package org.brandimage.local.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.local.model.BgeModel;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.local.model.Tensor;
import org.brandimage.local.model.WordPieceTokenizer;
import org.brandimage.local.model.WordPieceTokenizer.PaddedTokens;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * A ranker by ImageReward 1.0 (Xu et al., 2023): how well a picture fits its caption and how good
 * people would find it. The network's reward is standardised with the authors' mean and standard
 * deviation, so scores lie around 0 with a spread of about 1. Pictures are prepared as for CLIP;
 * captions are cut to 35 tokens of BERT's uncased vocabulary, which is that of the bundled sentence
 * model.
 *
 * <p>Tried with made-up networks of this layout; the real weights were not at hand. Cost: one run
 * of a BLIP ViT-L a picture. Deterministic on one machine; thread-safe; close it when no longer
 * used.
 */
public final class ImageRewardRanker implements Ranker, Identified, AutoCloseable {
  private static final int TOKENS = 35;
  private static final double MEAN = 0.16717362830052426;
  private static final double DEVIATION = 1.0333394966054072;

  private final OnnxModel model;
  private final WordPieceTokenizer tokenizer;
  private final ImagePreprocessor preprocessor = ImagePreprocessor.clip();

  private ImageRewardRanker(OnnxModel model, WordPieceTokenizer tokenizer) {
    this.model = model;
    this.tokenizer = tokenizer;
  }

  /**
   * Opens network and tokenizer.
   *
   * @param store holds {@link ModelCatalogue#IMAGE_REWARD}
   * @return the ranker, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when the file is missing or cannot be
   *     used
   */
  public static ImageRewardRanker open(ModelStore store) {
    OnnxModel model = store.load(ModelCatalogue.IMAGE_REWARD);
    try {
      return new ImageRewardRanker(model, BgeModel.uncasedTokenizer());
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("ImageRewardRanker", "1", model.name());
  }

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    List<RankedImage> ranked = new ArrayList<>();
    for (Contender contender : request.contenders()) {
      context.checkActive();
      double score = reward(contender);
      ranked.add(new RankedImage(contender.id(), score, Map.of("reward", score)));
    }
    return Ranking.of(ranked);
  }

  private double reward(Contender contender) {
    PaddedTokens text = tokenizer.padded(CaptionText.of(contender), TOKENS);
    Map<String, Tensor> inputs =
        Map.of(
            "pixel_values", preprocessor.apply(contender.image().raster()),
            "input_ids", Tensor.ofLongs(text.ids(), 1, TOKENS),
            "attention_mask", Tensor.ofLongs(text.mask(), 1, TOKENS));
    double raw = model.run(inputs, "reward", 1).floats()[0];
    return (raw - MEAN) / DEVIATION;
  }

  @Override
  public void close() {
    model.close();
  }

  @Override
  public String toString() {
    return "ImageRewardRanker[" + model.name() + "]";
  }
}
