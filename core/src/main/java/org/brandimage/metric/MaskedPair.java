package org.brandimage.metric;

/**
 * Two planes painted over with one grey, the first plane's weighted mean, where a weight plane says
 * so. The grey is the product's own, so its outline makes little structure of its own.
 *
 * @param first the first plane
 * @param second the second plane
 */
record MaskedPair(Plane first, Plane second) {
  static MaskedPair of(Plane first, Plane second, Plane weights) {
    float grey = mean(first.values(), weights.values());
    return new MaskedPair(
        painted(first, weights.values(), grey), painted(second, weights.values(), grey));
  }

  private static float mean(float[] values, float[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) weights[i] * values[i];
      total += weights[i];
    }
    return total > 0 ? (float) (sum / total) : 0;
  }

  private static Plane painted(Plane plane, float[] weights, float grey) {
    float[] values = plane.values();
    float[] painted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      painted[i] = grey + weights[i] * (values[i] - grey);
    }
    return Plane.adopt(plane.size(), painted);
  }
}
