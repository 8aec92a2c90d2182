package org.brandimage.pipeline.candidate;

/** Work on one candidate, whichever step it has reached. */
public interface Tracked {
  /** Returns the candidate's id within the run. */
  String id();

  /** Returns the composite it began with. */
  Composite composite();
}
