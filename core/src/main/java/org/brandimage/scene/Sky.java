package org.brandimage.scene;

/** What is smooth, bright or blue, and joined to the upper edge of a photo. */
final class Sky {
  private static final float SMOOTH = 1.6f;
  private static final float BRIGHT = 72;
  private static final float BLUE = -6;
  private static final float DARKEST = 30;
  private static final double LOWEST = 0.75;

  private Sky() {}

  /** Returns 1 for each pixel of the sky, and 0 elsewhere. */
  static FloatPlane of(WorkingPicture picture) {
    FloatPlane sky = new FloatPlane(picture.width, picture.height);
    int[] queue = new int[sky.values.length];
    int count = 0;
    int rows = (int) (picture.height * LOWEST);
    int end = rows * picture.width;
    for (int x = 0; x < Math.min(picture.width, end); x++) {
      count = add(x, picture, sky, queue, count);
    }
    for (int next = 0; next < count; next++) {
      int i = queue[next];
      int x = i % picture.width;
      count = x > 0 ? add(i - 1, picture, sky, queue, count) : count;
      count = x < picture.width - 1 ? add(i + 1, picture, sky, queue, count) : count;
      count = i >= picture.width ? add(i - picture.width, picture, sky, queue, count) : count;
      count = i + picture.width < end ? add(i + picture.width, picture, sky, queue, count) : count;
    }
    return sky;
  }

  private static int add(int i, WorkingPicture picture, FloatPlane sky, int[] queue, int count) {
    if (sky.values[i] > 0 || picture.contour.values[i] > SMOOTH) {
      return count;
    }
    float light = picture.l.values[i];
    boolean blue = picture.b.values[i] < BLUE && light > DARKEST;
    if (!blue && light < BRIGHT) {
      return count;
    }
    sky.values[i] = 1;
    queue[count] = i;
    return count + 1;
  }
}
