package org.brandimage.spi.context;

/**
 * The ability of a stage to say who it is. A stage that has it can share a result store with other
 * pipelines; one that has not is known by its class.
 */
public interface Identified {
  /**
   * Returns who this stage is. Two stages with equal identities give the same answer to the same
   * request.
   *
   * @return name, version, model and settings
   */
  StageIdentity identity();
}
