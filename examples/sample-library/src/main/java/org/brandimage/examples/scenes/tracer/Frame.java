package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/** An orthonormal frame whose third axis is a given unit normal (Duff et al. 2017). */
record Frame(Vec s, Vec t, Vec n) {

  static Frame around(Vec n) {
    double sign = n.z() < 0 ? -1 : 1;
    double a = -1 / (sign + n.z());
    double b = n.x() * n.y() * a;
    Vec s = new Vec(1 + sign * n.x() * n.x() * a, sign * b, -sign * n.x());
    return new Frame(s, new Vec(b, sign + n.y() * n.y() * a, -n.y()), n);
  }

  Vec local(Vec w) {
    return new Vec(w.dot(s), w.dot(t), w.dot(n));
  }

  Vec world(Vec w) {
    return s.times(w.x()).plus(t.times(w.y())).plus(n.times(w.z()));
  }
}
