package org.brandimage.pipeline.candidate;

/** A candidate at any step of its processing. */
public interface Tracked {
  /** {@return the candidate's id within the run} */
  String id();

  /** {@return the composite of the candidate} */
  Composite composite();
}
