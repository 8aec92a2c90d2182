package org.brandimage.store;

import java.util.Objects;
import org.brandimage.spi.context.Cost;

/**
 * What a store holds.
 *
 * @param results how many results
 * @param unresolved how many claims of unknown outcome, those given up among them
 * @param bytes the length of the journal and of the pictures
 * @param surplus what results have cost that came too late to be used
 */
public record StoreUsage(int results, int unresolved, long bytes, Cost surplus) {
  /** Checks the values. */
  public StoreUsage {
    Objects.requireNonNull(surplus, "surplus");
  }
}
