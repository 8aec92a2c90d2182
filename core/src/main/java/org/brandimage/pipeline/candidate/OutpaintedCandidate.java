package org.brandimage.pipeline.candidate;

import org.brandimage.spi.outpaint.OutpaintedImage;

/** A picture an outpainter made of a composite. */
public record OutpaintedCandidate(Composite composite, OutpaintedImage outpainted, int wanted)
    implements Tracked {
  @Override
  public String id() {
    return id(composite, outpainted.index(), wanted);
  }

  /** Returns the candidate's id, with the picture's index when several were asked for. */
  public static String id(Composite composite, int index, int wanted) {
    return wanted == 1 ? composite.id() : composite.id() + "." + index;
  }
}
