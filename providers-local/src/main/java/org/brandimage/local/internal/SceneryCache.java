package org.brandimage.local.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.brandimage.spi.image.Size;

/**
 * The two sceneries that were used last; each is painted once while it stays. Two canvases of four
 * bytes a pixel are what it holds at most. Thread-safe.
 */
public final class SceneryCache {
  private static final int HELD = 2;

  private final Map<String, Scenery> sceneries = new LinkedHashMap<>(4, 0.75f, true);

  /** Creates an empty cache. */
  public SceneryCache() {}

  /**
   * Returns the scenery of a recipe; painting happens outside the cache's lock.
   *
   * @param recipe how it is made
   * @param canvas its size
   * @return the scenery, perhaps not painted yet
   */
  public synchronized Scenery get(Scenery.Recipe recipe, Size canvas) {
    String key = recipe.key() + "@" + canvas;
    Scenery scenery = sceneries.computeIfAbsent(key, absent -> new Scenery(recipe, canvas));
    if (sceneries.size() > HELD) {
      String oldest = sceneries.keySet().iterator().next();
      sceneries.remove(oldest);
    }
    return scenery;
  }
}
