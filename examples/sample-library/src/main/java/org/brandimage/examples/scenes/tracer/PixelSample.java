package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/**
 * What one camera path found: light, and the features of the first surface. Reused by one thread.
 */
final class PixelSample {

  Vec light = Vec.ZERO;
  double alpha;
  Vec albedo = Vec.ONE;
  Vec normal = Vec.ZERO;
  double nearness;

  void clear() {
    light = Vec.ZERO;
    alpha = 0;
    albedo = Vec.ONE;
    normal = Vec.ZERO;
    nearness = 0;
  }
}
