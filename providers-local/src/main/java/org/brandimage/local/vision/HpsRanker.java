package org.brandimage.local.vision;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * A ranker by the Human Preference Score v2 or v2.1 (Wu et al., 2023): the cosine of the picture's
 * and its caption's embeddings, about 0.2 to 0.35. Pictures are padded to a square, not cut. Scores
 * compare pictures of one caption; those of v2 and v2.1 are not comparable.
 *
 * <p>Tried with networks of random weights in this layout; the real weights were not at hand. Cost:
 * one run of a ViT-H/14 a picture (a second or more of CPU), one of its text tower a caption.
 * Deterministic on one machine; thread-safe; close it when no longer used.
 */
public final class HpsRanker implements Ranker, Identified, AutoCloseable {
  private final PictureNetwork pictures;
  private final TextNetwork texts;

  private HpsRanker(PictureNetwork pictures, TextNetwork texts) {
    this.pictures = pictures;
    this.texts = texts;
  }

  /**
   * Opens HPS v2.
   *
   * @param store holds {@link ModelCatalogue#HPS_V2_VISION}, {@link ModelCatalogue#HPS_V2_TEXT} and
   *     {@link ModelCatalogue#CLIP_VOCABULARY}
   * @return the ranker, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when a file is missing or cannot be used
   */
  public static HpsRanker v2(ModelStore store) {
    return open(
        store, ModelCatalogue.HPS_V2_VISION, ModelCatalogue.HPS_V2_TEXT, ClipTokenizer.open(store));
  }

  /**
   * Opens HPS v2.1.
   *
   * @param store holds {@link ModelCatalogue#HPS_V21_VISION}, {@link ModelCatalogue#HPS_V21_TEXT}
   *     and {@link ModelCatalogue#CLIP_VOCABULARY}
   * @return the ranker, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when a file is missing or cannot be used
   */
  public static HpsRanker v21(ModelStore store) {
    return open(
        store,
        ModelCatalogue.HPS_V21_VISION,
        ModelCatalogue.HPS_V21_TEXT,
        ClipTokenizer.open(store));
  }

  static HpsRanker open(
      ModelStore store, ModelEntry vision, ModelEntry text, ClipTokenizer tokenizer) {
    TextNetwork texts = TextNetwork.load(store, text, tokenizer);
    try {
      return new HpsRanker(
          PictureNetwork.load(store, vision, ImagePreprocessor.hps(), "image_embeds", -1), texts);
    } catch (RuntimeException e) {
      texts.close();
      throw e;
    }
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("HpsRanker", "1", pictures.name());
  }

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    Map<String, Embedding> captions = new HashMap<>();
    List<RankedImage> ranked = new ArrayList<>();
    for (Contender contender : request.contenders()) {
      Embedding picture = pictures.embed(contender.image(), 1, context);
      String text = CaptionText.of(contender);
      double score = picture.cosine(captions.computeIfAbsent(text, texts::embed));
      ranked.add(new RankedImage(contender.id(), score, Map.of("preference", score)));
    }
    return Ranking.of(ranked);
  }

  @Override
  public void close() {
    pictures.close();
    texts.close();
  }

  @Override
  public String toString() {
    return "HpsRanker[" + pictures + "]";
  }
}
