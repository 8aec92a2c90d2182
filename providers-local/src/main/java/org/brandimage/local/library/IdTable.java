package org.brandimage.local.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ids of a library in one array of bytes, in the order of their characters; an asset's ordinal
 * is its place in that order. Immutable. About 30 bytes an asset with short ids.
 */
final class IdTable {
  private final byte[] pool;
  private final int[] starts;

  private IdTable(byte[] pool, int[] starts) {
    this.pool = pool;
    this.starts = starts;
  }

  int size() {
    return starts.length - 1;
  }

  String id(int ordinal) {
    int from = starts[ordinal];
    return new String(pool, from, starts[ordinal + 1] - from, StandardCharsets.UTF_8);
  }

  /** Returns the ordinal of an id, or a negative number. */
  int find(String id) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = id(middle).compareTo(id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Collects the ids of a catalogue; later records override earlier ones. */
  static final class Builder {
    private final List<String> ids = new ArrayList<>();
    private long[] offsets = new long[1024];
    private final java.util.BitSet removed = new java.util.BitSet();

    void add(String id, long offset, boolean isRemoved) {
      int at = ids.size();
      if (at == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * at);
      }
      offsets[at] = offset;
      removed.set(at, isRemoved);
      ids.add(id);
    }

    /** Returns the places of the records that count, in the order of their ids. */
    private int[] winners() {
      Integer[] order = new Integer[ids.size()];
      Arrays.setAll(order, i -> i);
      // stable: records of one id stay in the order they were written
      Arrays.sort(order, (a, b) -> ids.get(a).compareTo(ids.get(b)));
      int[] winners = new int[order.length];
      int count = 0;
      for (int i = 0; i < order.length; i++) {
        boolean last = i + 1 == order.length || !ids.get(order[i + 1]).equals(ids.get(order[i]));
        if (last && !removed.get(order[i])) {
          winners[count++] = order[i];
        }
      }
      return Arrays.copyOf(winners, count);
    }

    Table build() {
      int[] winners = winners();
      int[] starts = new int[winners.length + 1];
      long[] places = new long[winners.length];
      byte[] pool = new byte[Math.max(16, winners.length * 24)];
      for (int i = 0; i < winners.length; i++) {
        byte[] utf8 = ids.get(winners[i]).getBytes(StandardCharsets.UTF_8);
        int end = Math.addExact(starts[i], utf8.length);
        if (end > pool.length) {
          pool = Arrays.copyOf(pool, Math.max(end, pool.length + pool.length / 2));
        }
        System.arraycopy(utf8, 0, pool, starts[i], utf8.length);
        starts[i + 1] = end;
        places[i] = offsets[winners[i]];
      }
      return new Table(new IdTable(Arrays.copyOf(pool, starts[winners.length]), starts), places);
    }
  }

  /** The ids and where in the catalogue each asset's record begins. */
  static final class Table {
    final IdTable ids;
    final long[] offsets;

    private Table(IdTable ids, long[] offsets) {
      this.ids = ids;
      this.offsets = offsets;
    }
  }
}
