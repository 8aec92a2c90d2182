package org.brandimage.bedrock.gateway;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A look-up of a model's state. Supply one over the control plane's {@code GetFoundationModel},
 * whose {@code modelLifecycle} says it; this library does not depend on the control plane. Must be
 * thread-safe.
 */
@FunctionalInterface
public interface ModelLifecycle {
  /** The states of a model, in the control plane's words. */
  enum Status {
    /** Served, no end announced. */
    ACTIVE,
    /** Served to those who use it, its end is announced. */
    LEGACY,
    /** No longer served. */
    ENDED
  }

  /**
   * Looks a model up.
   *
   * @param model a model id, inference profile or ARN
   * @return its state, or empty when it is not known
   */
  Optional<State> of(String model);

  /**
   * Returns the look-up in the library's own short table of ended models, as of 2026-11.
   *
   * @param today the day to judge by
   * @return a look-up that makes no call
   */
  static ModelLifecycle known(LocalDate today) {
    return model -> Retirements.find(model).map(entry -> entry.stateOn(today));
  }

  /**
   * The state of a model.
   *
   * @param status whether it is served
   * @param endOfLife the day it ends or ended, null when none is announced
   * @param alternative what to use instead, empty when nothing is known
   */
  record State(Status status, @Nullable LocalDate endOfLife, String alternative) {
    /** Checks the values. */
    public State {
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(alternative, "alternative");
    }
  }
}
