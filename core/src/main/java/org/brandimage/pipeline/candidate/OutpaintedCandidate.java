package org.brandimage.pipeline.candidate;

import org.brandimage.spi.outpaint.OutpaintedImage;

/**
 * A picture that an outpainter made from a composite.
 *
 * @param composite the composite
 * @param outpainted the picture
 * @param wanted the number of pictures that were asked for
 */
public record OutpaintedCandidate(Composite composite, OutpaintedImage outpainted, int wanted)
    implements Tracked {
  @Override
  public String id() {
    return id(composite, outpainted.index(), wanted);
  }

  /**
   * {@return the candidate's id, with the picture's index when several were asked for}
   *
   * @param composite the composite that it was made from
   * @param index the picture's index, from 0
   * @param wanted the number of pictures that were asked for
   */
  public static String id(Composite composite, int index, int wanted) {
    return wanted == 1 ? composite.id() : composite.id() + "." + index;
  }
}
