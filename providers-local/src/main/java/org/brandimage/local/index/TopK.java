package org.brandimage.local.index;

import java.util.ArrayList;
import java.util.List;

/** The k best rows so far: a heap with the worst on top. Used by one thread for one query. */
final class TopK {
  private final VectorRows rows;
  private final double floor;
  private final int[] heap;
  private final float[] cosines;
  private int count;

  TopK(VectorRows rows, NearestQuery query) {
    this.rows = rows;
    this.floor = query.floor();
    int most = Math.min(query.limit(), Math.max(1, rows.size()));
    this.heap = new int[most];
    this.cosines = new float[most];
  }

  void offer(int row, float cosine) {
    if (!(cosine >= floor)) {
      return;
    }
    if (count < heap.length) {
      heap[count] = row;
      cosines[count] = cosine;
      up(count++);
    } else if (isBetter(cosine, row, 0)) {
      heap[0] = row;
      cosines[0] = cosine;
      down();
    }
  }

  /** Returns the cosine a row must reach to get in. */
  double bound() {
    return count < heap.length ? floor : Math.max(floor, cosines[0]);
  }

  List<Neighbour> bestFirst() {
    List<Neighbour> found = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      found.add(new Neighbour(heap[i], rows.id(heap[i]), cosines[i]));
    }
    found.sort(Neighbour.BEST_FIRST);
    return List.copyOf(found);
  }

  /** Ids are looked up for ties only: a library has to read them from its file. */
  private boolean isBetter(float cosine, int row, int place) {
    if (cosine != cosines[place]) {
      return cosine > cosines[place];
    }
    int byId = rows.id(row).compareTo(rows.id(heap[place]));
    return byId == 0 ? row < heap[place] : byId < 0;
  }

  private void up(int from) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / 2;
      if (isBetter(cosines[place], heap[place], parent)) {
        return;
      }
      swap(place, parent);
      place = parent;
    }
  }

  private void down() {
    int place = 0;
    while (2 * place + 1 < count) {
      int child = 2 * place + 1;
      if (child + 1 < count && isBetter(cosines[child], heap[child], child + 1)) {
        child++;
      }
      if (!isBetter(cosines[place], heap[place], child)) {
        return;
      }
      swap(place, child);
      place = child;
    }
  }

  private void swap(int a, int b) {
    int row = heap[a];
    heap[a] = heap[b];
    heap[b] = row;
    float cosine = cosines[a];
    cosines[a] = cosines[b];
    cosines[b] = cosine;
  }
}
