package org.brandimage.pipeline.candidate;

import org.brandimage.spi.outpaint.OutpaintedImage;

/**
 * A picture an outpainter made of a composite.
 *
 * @param composite the composite
 * @param outpainted the picture
 * @param wanted how many pictures were asked for
 */
public record OutpaintedCandidate(Composite composite, OutpaintedImage outpainted, int wanted)
    implements Tracked {
  @Override
  public String id() {
    return id(composite, outpainted.index(), wanted);
  }

  /**
   * Returns the candidate's id, with the picture's index when several were asked for.
   *
   * @param composite the composite it was made of
   * @param index the picture's index
   * @param wanted how many pictures were asked for
   * @return the id
   */
  public static String id(Composite composite, int index, int wanted) {
    return wanted == 1 ? composite.id() : composite.id() + "." + index;
  }
}
