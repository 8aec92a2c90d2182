package org.brandimage.examples.scenes.tracer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Vec;

/**
 * A bounding volume hierarchy over solids, split by the surface area heuristic (MacDonald and Booth
 * 1990). Immutable.
 */
final class Bvh {

  private static final int LEAF = 2;

  private final Solid[] solids;
  private final double[] boxes;
  private final byte[] axes;
  private final int[] right;
  private final int[] first;
  private final int[] count;
  private final boolean clear;
  private int nodes;

  Bvh(List<Solid> all) {
    solids = all.toArray(new Solid[0]);
    clear = all.stream().anyMatch(Solid::clear);
    int most = Math.max(1, 2 * solids.length);
    boxes = new double[6 * most];
    axes = new byte[most];
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
    Vec centre = box.centre();
    Bounds centres = new Bounds(centre, centre);
    for (int i = from + 1; i < to; i++) {
      Bounds one = solids[i].bounds();
      box = box.union(one);
      centres = centres.union(new Bounds(one.centre(), one.centre()));
    }
    store(node, box.grow(1e-6));
    if (to - from <= LEAF) {
      first[node] = from;
      count[node] = to - from;
      return node;
    }
    Vec s = centres.size();
    int axis = s.x() >= s.y() && s.x() >= s.z() ? 0 : s.y() >= s.z() ? 1 : 2;
    axes[node] = (byte) axis;
    Arrays.sort(
        solids, from, to, Comparator.comparingDouble(b -> component(b.bounds().centre(), axis)));
    int middle = split(from, to);
    build(from, middle);
    right[node] = build(middle, to);
    return node;
  }

  /** The cut of a sorted range with the least expected cost by the surface area heuristic. */
  private int split(int from, int to) {
    double[] after = new double[to - from];
    Bounds box = solids[to - 1].bounds();
    for (int i = to - 1; i > from; i--) {
      box = box.union(solids[i].bounds());
      after[i - from] = area(box) * (to - i);
    }
    int best = (from + to) >>> 1;
    double least = Double.MAX_VALUE;
    box = solids[from].bounds();
    for (int i = from + 1; i < to; i++) {
      double cost = area(box) * (i - from) + after[i - from];
      if (cost < least) {
        least = cost;
        best = i;
      }
      box = box.union(solids[i].bounds());
    }
    return best;
  }

  private static double area(Bounds b) {
    Vec s = b.size();
    return s.x() * s.y() + s.y() * s.z() + s.z() * s.x();
  }

  private static double component(Vec v, int axis) {
    return axis == 0 ? v.x() : axis == 1 ? v.y() : v.z();
  }

  private void store(int node, Bounds b) {
    for (int axis = 0; axis < 3; axis++) {
      boxes[6 * node + axis] = component(b.min(), axis);
      boxes[6 * node + 3 + axis] = component(b.max(), axis);
    }
  }

  /** Whether any solid is glass. */
  boolean anyClear() {
    return clear;
  }

  /** Finds the nearest solid into the probe; the probe's distance is the limit on entry. */
  boolean nearest(Ray ray, Probe probe, boolean fromCamera) {
    probe.solid = null;
    if (nodes == 0) {
      return false;
    }
    Vec o = ray.origin();
    Vec d = ray.direction();
    Vec inverse = new Vec(1 / d.x(), 1 / d.y(), 1 / d.z());
    int top = 0;
    int[] stack = probe.stack;
    stack[top++] = 0;
    while (top > 0) {
      int node = stack[--top];
      if (!enters(node, o, inverse, probe)) {
        continue;
      }
      if (count[node] > 0) {
        visit(node, ray, probe, fromCamera);
        if (probe.shadow && probe.solid != null) {
          return true;
        }
      } else {
        boolean leftFirst = component(d, axes[node]) > 0;
        stack[top++] = leftFirst ? right[node] : node + 1;
        stack[top++] = leftFirst ? node + 1 : right[node];
      }
    }
    return probe.solid != null;
  }

  private boolean enters(int node, Vec o, Vec inverse, Probe probe) {
    int i = 6 * node;
    double a = (boxes[i] - o.x()) * inverse.x();
    double b = (boxes[i + 3] - o.x()) * inverse.x();
    double near = Math.min(a, b);
    double far = Math.max(a, b);
    a = (boxes[i + 1] - o.y()) * inverse.y();
    b = (boxes[i + 4] - o.y()) * inverse.y();
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
    a = (boxes[i + 2] - o.z()) * inverse.z();
    b = (boxes[i + 5] - o.z()) * inverse.z();
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
    return far >= near && far >= probe.least && near <= probe.distance;
  }

  private void visit(int node, Ray ray, Probe probe, boolean fromCamera) {
    for (int i = first[node]; i < first[node] + count[node]; i++) {
      Solid s = solids[i];
      if ((fromCamera && !s.seenByCamera()) || (probe.shadow && s.clear())) {
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
