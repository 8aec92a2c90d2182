package org.brandimage.local.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.Asset;

/** An asset with what is needed to score it. Immutable. */
public final class IndexedAsset {
  private static final int LONGEST_TEXT = 500;

  /** What sharing the word that says what a thing is counts for, of all shared words. */
  private static final double HEAD_SHARE = 0.7;

  private final Asset asset;
  private final Set<String> stems;
  private final Set<String> heads;
  private final List<Embedding> texts;
  private final List<Cohort.Chance> chances;

  /**
   * Makes the entry of an asset.
   *
   * @param asset the asset
   * @param texts the embeddings of {@link #texts(Asset)}
   * @param cohort tells chance
   */
  public IndexedAsset(Asset asset, List<Embedding> texts, Cohort cohort) {
    this.asset = asset;
    this.texts = List.copyOf(texts);
    this.chances = texts.stream().map(cohort::ofIndexed).toList();
    Set<String> words = new HashSet<>();
    texts(asset).forEach(text -> words.addAll(WordStems.of(text)));
    this.stems = Set.copyOf(words);
    this.heads = heads(asset);
  }

  /** A place is found by any of its words, a product by what it is: a table lamp is no table. */
  private Set<String> heads(Asset asset) {
    if (asset.kind() != EntityKind.PRODUCT) {
      return stems;
    }
    Set<String> found = new HashSet<>();
    texts(asset).forEach(text -> found.add(WordStems.head(text)));
    asset.tags().forEach(tag -> found.add(WordStems.head(tag)));
    return Set.copyOf(found);
  }

  /**
   * Returns the texts an asset is found by: its description, its name and its tags.
   *
   * @param asset the asset
   * @return one to three different texts, cut to 500 characters
   */
  public static List<String> texts(Asset asset) {
    Set<String> texts = new LinkedHashSet<>();
    for (String text :
        List.of(
            asset.description(), AssetKinds.words(asset.id()), String.join(", ", asset.tags()))) {
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
  public Asset asset() {
    return asset;
  }

  /**
   * Returns how far the best of the asset's texts is above chance.
   *
   * @param query the query's embedding
   * @param chance the query's chance level
   * @return standard deviations, the mean of both sides' view
   */
  public double similarity(Embedding query, Cohort.Chance chance) {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < texts.size(); i++) {
      double cosine = query.cosine(texts.get(i));
      best = Math.max(best, (chances.get(i).above(cosine) + chance.above(cosine)) / 2);
    }
    return best;
  }

  /**
   * Returns which part of a name's words the asset has. Most of it is the word that says what the
   * thing is; a product without that word shares nothing, so that a red sofa is no red mug.
   *
   * @param name a noun phrase
   * @return from 0 to 1
   */
  public double sharedWords(String name) {
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
