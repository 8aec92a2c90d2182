package org.brandimage.local.library;

import java.util.concurrent.locks.ReentrantLock;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.Embedder;
import org.jspecify.annotations.Nullable;

/**
 * The index of a retriever, made with the first request. Thread-safe: others wait while it is made,
 * and can be interrupted; when making it fails or is cancelled, the next request tries again.
 */
final class LazyIndex {
  /** An index and the spaces it was embedded in. */
  record Embedded(AssetIndex assets, EmbeddingSpaces spaces) {}

  /** Makes an index in given spaces. */
  @FunctionalInterface
  interface Maker {
    AssetIndex make(EmbeddingSpaces spaces, StageContext context) throws InterruptedException;
  }

  private final int size;
  private final String fingerprint;
  private final Maker maker;
  private final Embedder text;
  private final @Nullable Embedder content;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Embedded embedded;

  /**
   * Creates an index that is not made yet.
   *
   * @param size how many assets it has
   * @param fingerprint the fingerprint of the assets
   * @param maker makes it
   * @param text embeds texts
   * @param content embeds pictures, or null
   */
  LazyIndex(int size, String fingerprint, Maker maker, Embedder text, @Nullable Embedder content) {
    this.size = size;
    this.fingerprint = fingerprint;
    this.maker = maker;
    this.text = text;
    this.content = content;
  }

  int size() {
    return size;
  }

  String fingerprint() {
    return fingerprint;
  }

  Embedded get(StageContext context) throws InterruptedException {
    Embedded made = embedded;
    if (made != null) {
      return made;
    }
    making.lockInterruptibly();
    try {
      made = embedded;
      if (made == null) {
        EmbeddingSpaces spaces = EmbeddingSpaces.of(text, content, context);
        made = new Embedded(maker.make(spaces, context), spaces);
        embedded = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }
}
