package org.brandimage.pipeline.result;

import java.util.Objects;

/**
 * A warning about a part of a run that is not as it was asked for but did not stop the run.
 *
 * @param what what happened, as one sentence without a full stop
 * @param where the part of the brief or the library it is about, such as {@code canvas 1024x1024};
 *     empty when it is about the whole run
 * @param remedy what to do about it; empty when there is nothing to do
 */
public record Warning(String what, String where, String remedy) {
  /** Checks the values. */
  public Warning {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** {@return the place, the event and the remedy in one line, without those that are empty} */
  @Override
  public String toString() {
    return (where.isEmpty() ? "" : where + ": ") + what + (remedy.isEmpty() ? "" : " - " + remedy);
  }
}
