package org.brandimage.imaging.compose;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache bounded by the pixels it holds; the least recently used value is evicted first. Each
 * value is made once while it is held; concurrent callers wait for it. Thread-safe.
 *
 * @param <K> the key
 * @param <V> the picture
 */
final class PixelCache<K, V> {
  private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final long mostPixels;
  private final Function<V, Long> pixels;
  private long heldPixels;

  PixelCache(long mostPixels, Function<V, Long> pixels) {
    this.mostPixels = mostPixels;
    this.pixels = pixels;
  }

  private static final class Entry<V> {
    private @Nullable V value;
    private long pixels;
  }

  /** Returns the value of a key; makes it when it is not there. A failure is not kept. */
  V get(K key, Supplier<V> maker) {
    Entry<V> entry;
    synchronized (entries) {
      entry = entries.computeIfAbsent(key, unused -> new Entry<>());
    }
    // Makers call back for other keys only "downwards" (rotated, upright, decoded): no deadlock.
    synchronized (entry) {
      V value = entry.value;
      if (value == null) {
        value = maker.get();
        entry.value = value;
        hold(key, entry, pixels.apply(value));
      }
      return value;
    }
  }

  private void hold(K key, Entry<V> entry, long count) {
    synchronized (entries) {
      if (entries.get(key) != entry) {
        return;
      }
      entry.pixels = count;
      heldPixels += count;
      Iterator<Entry<V>> eldest = entries.values().iterator();
      while (heldPixels > mostPixels && eldest.hasNext()) {
        heldPixels -= eldest.next().pixels;
        eldest.remove();
      }
    }
  }

  /** Lets go of everything. */
  void clear() {
    synchronized (entries) {
      entries.clear();
      heldPixels = 0;
    }
  }

  /** Returns how many pixels are held now. */
  long heldPixels() {
    synchronized (entries) {
      return heldPixels;
    }
  }
}
