package org.brandimage.pipeline.candidate;

/** Work on one candidate, whichever step it has reached. */
public interface Tracked {
  /** {@return the candidate's id within the run} */
  String id();

  /** {@return the composite it began with} */
  Composite composite();
}
