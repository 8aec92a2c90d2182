package org.brandimage.spi.context;

import java.util.Objects;

/**
 * The identity of a stage, for provenance and for the keys of a result store.
 *
 * @param name the implementation, usually its class's simple name
 * @param version changes whenever the same request may get another answer; holds what settings
 *     matter
 * @param model the model's id, empty when none is used
 */
public record StageIdentity(String name, String version, String model) {
  /** Checks the values. */
  public StageIdentity {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(model, "model");
  }

  /**
   * Returns the identity of any stage: its own when it has the ability, else its class's name.
   *
   * @param stage the stage
   * @return its identity
   */
  public static StageIdentity of(Object stage) {
    return stage instanceof Identified identified
        ? identified.identity()
        : new StageIdentity(stage.getClass().getName(), "", "");
  }
}
