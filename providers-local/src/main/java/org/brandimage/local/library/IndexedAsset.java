package org.brandimage.local.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.brandimage.local.language.WordStems;
import org.brandimage.local.library.source.AssetDraft;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;

/** An asset with what is needed to score it. Immutable. */
final class IndexedAsset {
  private static final int LONGEST_TEXT = 500;

  /** What sharing the word that says what a thing is counts for, of all shared words. */
  private static final double HEAD_SHARE = 0.7;

  private final Asset asset;
  private final Set<String> stems;
  private final Set<String> heads;
  private final List<Embedding> texts;
  private final List<Cohort.Chance> chances;
  private final List<Embedding> pictures;
  private final List<Cohort.Chance> pictureChances;

  /**
   * Makes the entry of an asset.
   *
   * @param asset the asset
   * @param texts the embeddings of {@link #texts(Asset)} with their chance levels
   * @param pictures the embeddings of its pictures with theirs; none when they are not embedded
   */
  IndexedAsset(Asset asset, Embedded texts, Embedded pictures) {
    this.asset = asset;
    this.texts = texts.embeddings();
    this.chances = texts.chances();
    this.pictures = pictures.embeddings();
    this.pictureChances = pictures.chances();
    Set<String> words = new HashSet<>();
    texts(asset).forEach(text -> words.addAll(WordStems.of(text)));
    this.stems = Set.copyOf(words);
    this.heads = heads(asset);
  }

  /**
   * Embeddings and how near each is to what it has nothing to do with.
   *
   * @param embeddings the embeddings
   * @param chances the chance level of each
   */
  record Embedded(List<Embedding> embeddings, List<Cohort.Chance> chances) {
    /** Nothing embedded. */
    static final Embedded NONE = new Embedded(List.of(), List.of());

    /** Copies the values. */
    Embedded {
      embeddings = List.copyOf(embeddings);
      chances = List.copyOf(chances);
    }

    /**
     * Measures embeddings.
     *
     * @param embeddings the embeddings
     * @param cohort gives the chance level
     * @return both
     */
    static Embedded of(List<Embedding> embeddings, Cohort cohort) {
      return new Embedded(embeddings, embeddings.stream().map(cohort::ofIndexed).toList());
    }
  }

  /**
   * Returns the stems of the words that say what an asset is. A place is found by any of its words,
   * a product by what it is: a table lamp is no table.
   *
   * @param asset the asset
   * @return the stems
   */
  static Set<String> heads(Asset asset) {
    Set<String> found = new HashSet<>();
    if (asset.kind() == EntityKind.PRODUCT) {
      texts(asset).forEach(text -> found.add(WordStems.head(text)));
      asset.tags().forEach(tag -> found.add(WordStems.head(tag)));
    } else {
      texts(asset).forEach(text -> found.addAll(WordStems.of(text)));
    }
    found.remove("");
    return Set.copyOf(found);
  }

  /**
   * Returns the texts an asset is found by: its description, its name and its tags.
   *
   * @param asset the asset
   * @return one to three different texts, cut to 500 characters
   */
  static List<String> texts(Asset asset) {
    Set<String> texts = new LinkedHashSet<>();
    for (String text :
        List.of(
            asset.description(), AssetDraft.wordsOf(asset.id()), String.join(", ", asset.tags()))) {
      if (!text.isBlank()) {
        texts.add(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
      }
    }
    return List.copyOf(texts);
  }

  /**
   * Returns the asset.
   *
   * @return the asset
   */
  Asset asset() {
    return asset;
  }

  /**
   * Returns how far the best of the asset's texts is above chance.
   *
   * @param query the query's embedding
   * @param chance the query's chance level
   * @return standard deviations, the mean of both sides' view
   */
  double similarity(Embedding query, Cohort.Chance chance) {
    return best(query, chance, texts, chances);
  }

  /**
   * Returns how far the asset's pictures are above chance.
   *
   * @param query the query's embedding in the pictures' space
   * @param chance the query's chance level there
   * @return standard deviations; minus infinity when its pictures are not embedded
   */
  double pictureSimilarity(Embedding query, Cohort.Chance chance) {
    return best(query, chance, pictures, pictureChances);
  }

  private static double best(
      Embedding query, Cohort.Chance chance, List<Embedding> own, List<Cohort.Chance> chances) {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < own.size(); i++) {
      double cosine = query.cosine(own.get(i));
      double fromAsset = chances.get(i).above(cosine);
      double fromQuery = chance.above(cosine);
      double both = Double.isNaN(fromQuery) ? fromAsset : (fromAsset + fromQuery) / 2;
      best = Math.max(best, both);
    }
    return best;
  }

  /**
   * Returns how alike two assets are, for choosing diverse ones.
   *
   * @param other another asset of the same library
   * @return the cosine of their pictures, or else of their descriptions
   */
  double likeness(IndexedAsset other) {
    boolean byPictures = !pictures.isEmpty() && !other.pictures.isEmpty();
    List<Embedding> own = byPictures ? pictures : texts;
    List<Embedding> others = byPictures ? other.pictures : other.texts;
    return own.isEmpty() || others.isEmpty() ? 0 : own.get(0).cosine(others.get(0));
  }

  /**
   * Returns which part of a name's words the asset has. Most of it is the word that says what the
   * thing is; a product without that word shares nothing, so that a red sofa is no red mug.
   *
   * @param name a noun phrase
   * @return from 0 to 1
   */
  double sharedWords(String name) {
    String head = WordStems.head(name);
    List<String> others = new ArrayList<>(WordStems.of(name));
    others.remove(head);
    if (head.isEmpty()) {
      return 0;
    }
    double headShare = heads.contains(head) ? 1 : 0;
    boolean otherThing = headShare == 0 && asset.kind() == EntityKind.PRODUCT;
    if (others.isEmpty() || otherThing) {
      return headShare;
    }
    double rest = others.stream().filter(stems::contains).count() / (double) others.size();
    return HEAD_SHARE * headShare + (1 - HEAD_SHARE) * rest;
  }
}
