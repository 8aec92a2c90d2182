package org.brandimage.pipeline.result;

import java.util.Objects;

/**
 * Something that did not stop a run but is not as it was asked for.
 *
 * @param what what happened, as one sentence without a full stop
 * @param where the part of the brief or the library it is about, such as {@code canvas 1024x1024};
 *     empty when it is about the whole run
 * @param remedy what to do about it; empty when nothing is to be done
 */
public record Warning(String what, String where, String remedy) {
  /** Checks the values. */
  public Warning {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(remedy, "remedy");
  }

  /**
   * Returns all of it in one line.
   *
   * @return where, what and remedy, as far as they are there
   */
  @Override
  public String toString() {
    return (where.isEmpty() ? "" : where + ": ") + what + (remedy.isEmpty() ? "" : " - " + remedy);
  }
}
