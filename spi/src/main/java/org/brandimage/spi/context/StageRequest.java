package org.brandimage.spi.context;

/**
 * The input of a stage. Requests with equal fingerprints ask for the same result, so a result paid
 * for once is reused for the others.
 */
public interface StageRequest {
  /**
   * Returns the identity of the request: everything that the answer may depend on, but for the seed
   * of the call.
   *
   * @return lower-case hexadecimal
   */
  String fingerprint();
}
