package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/** A half line; the direction has unit length. */
record Ray(Vec origin, Vec direction) {

  Vec at(double t) {
    return origin.along(direction, t);
  }
}
