package org.brandimage.local.scenery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.brandimage.spi.image.Size;

/**
 * The sceneries that were used last, and the photo behind the last of them; each is painted once
 * while it stays. Sceneries take four bytes a pixel and the photo six. Two sceneries are held, and
 * more as long as all together take less than an eighth of the heap. Thread-safe.
 */
final class SceneryCache {
  private static final int LEAST = 2;
  private static final int MOST = 8;
  private static final int HEAP_SHARE = 8;

  private final Map<String, Scenery> sceneries = new LinkedHashMap<>(4, 0.75f, true);
  private final Map<String, PhotoGround> grounds = new LinkedHashMap<>(2, 0.75f, true);

  /** Creates an empty cache. */
  SceneryCache() {}

  /**
   * Returns the scenery of a recipe; painting happens outside the cache's lock.
   *
   * @param recipe how it is made
   * @param canvas its size
   * @return the scenery, perhaps not painted yet
   */
  synchronized Scenery get(Scenery.Recipe recipe, Size canvas) {
    String key = recipe.key() + "@" + canvas;
    long fitting = Runtime.getRuntime().maxMemory() / HEAP_SHARE / (4 * canvas.pixels());
    int most = (int) Math.max(LEAST, Math.min(MOST, fitting));
    return held(sceneries, most, key, () -> new Scenery(recipe, canvas, this));
  }

  /** Returns the photo of that key, perhaps not made yet. */
  synchronized PhotoGround ground(String key, Supplier<PhotoGround> maker) {
    return held(grounds, 1, key, maker);
  }

  private static <T> T held(Map<String, T> map, int most, String key, Supplier<T> maker) {
    T value = map.computeIfAbsent(key, absent -> maker.get());
    while (map.size() > most) {
      map.remove(map.keySet().iterator().next());
    }
    return value;
  }
}
