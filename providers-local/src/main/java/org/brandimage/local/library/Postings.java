package org.brandimage.local.library;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which assets have a tag, an attribute or a word. Keys are kept as 64-bit digests, so an exact
 * filter, such as one by tenant, has to check the asset itself afterwards. Filled by one thread,
 * then only read.
 */
final class Postings {
  private final Map<Long, Ordinals> byKey = new HashMap<>();

  static String tag(String tag) {
    return "t\u0000" + tag.toLowerCase(Locale.ROOT);
  }

  static String attribute(String name, String value) {
    return "a\u0000" + name + "\u0000" + value;
  }

  static String word(String stem) {
    return "w\u0000" + stem;
  }

  void add(String key, int ordinal) {
    byKey.computeIfAbsent(digest(key), none -> new Ordinals()).add(ordinal);
  }

  /** Returns a fresh set of the assets with a key. */
  BitSet get(String key) {
    BitSet set = new BitSet();
    Ordinals found = byKey.get(digest(key));
    if (found != null) {
      for (int i = 0; i < found.count; i++) {
        set.set(found.values[i]);
      }
    }
    return set;
  }

  /** FNV-1a over the characters, then mixed. */
  private static long digest(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash * 0x9e3779b97f4a7c15L;
  }

  /** A growing list. */
  private static final class Ordinals {
    private int[] values = new int[2];
    private int count;

    private void add(int ordinal) {
      if (count > 0 && values[count - 1] == ordinal) {
        return;
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, count + count / 2 + 1);
      }
      values[count++] = ordinal;
    }
  }
}
