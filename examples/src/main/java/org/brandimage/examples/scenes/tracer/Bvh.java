package org.brandimage.examples.scenes.tracer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A bounding volume hierarchy over solids, split at the median of the longest axis. Immutable. */
final class Bvh {

  private static final int LEAF = 2;

  private final Solid[] solids;
  private final Bounds[] boxes;
  private final int[] right;
  private final int[] first;
  private final int[] count;
  private int nodes;

  Bvh(List<Solid> all) {
    solids = all.toArray(new Solid[0]);
    int most = Math.max(1, 2 * solids.length);
    boxes = new Bounds[most];
    right = new int[most];
    first = new int[most];
    count = new int[most];
    if (solids.length > 0) {
      build(0, solids.length);
    }
  }

  private int build(int from, int to) {
    int node = nodes++;
    Bounds box = solids[from].bounds();
    for (int i = from + 1; i < to; i++) {
      box = box.union(solids[i].bounds());
    }
    boxes[node] = box.grow(1e-6);
    if (to - from <= LEAF) {
      first[node] = from;
      count[node] = to - from;
      return node;
    }
    Vec s = box.size();
    Comparator<Solid> order =
        s.x() >= s.y() && s.x() >= s.z()
            ? Comparator.comparingDouble(b -> b.bounds().centre().x())
            : s.y() >= s.z()
                ? Comparator.comparingDouble(b -> b.bounds().centre().y())
                : Comparator.comparingDouble(b -> b.bounds().centre().z());
    Arrays.sort(solids, from, to, order);
    int middle = (from + to) >>> 1;
    build(from, middle);
    right[node] = build(middle, to);
    return node;
  }

  /** Finds the nearest solid into the probe; the probe's distance is the limit on entry. */
  boolean nearest(Ray ray, Probe probe, boolean fromCamera) {
    probe.solid = null;
    if (nodes == 0) {
      return false;
    }
    int top = 0;
    int[] stack = probe.stack;
    stack[top++] = 0;
    while (top > 0) {
      int node = stack[--top];
      double enter =
          Slab.enter(boxes[node], ray.origin(), ray.direction(), probe.least, probe.distance);
      if (enter == Shape.MISS) {
        continue;
      }
      if (count[node] > 0) {
        visit(node, ray, probe, fromCamera);
      } else {
        top = push(node, ray, stack, top);
      }
    }
    return probe.solid != null;
  }

  private int push(int node, Ray ray, int[] stack, int top) {
    int left = node + 1;
    Vec toRight = boxes[right[node]].centre().minus(boxes[left].centre());
    boolean leftFirst = toRight.dot(ray.direction()) > 0;
    stack[top] = leftFirst ? right[node] : left;
    stack[top + 1] = leftFirst ? left : right[node];
    return top + 2;
  }

  private void visit(int node, Ray ray, Probe probe, boolean fromCamera) {
    for (int i = first[node]; i < first[node] + count[node]; i++) {
      Solid s = solids[i];
      if (fromCamera && !s.seenByCamera()) {
        continue;
      }
      double t = s.hit(ray, probe.least, probe.distance);
      if (t < probe.distance) {
        probe.distance = t;
        probe.solid = s;
      }
    }
  }
}
