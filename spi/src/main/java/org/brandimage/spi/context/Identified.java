package org.brandimage.spi.context;

/**
 * A stage that reports its identity. Such a stage can share a result store with other pipelines;
 * any other stage is identified by its class.
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
