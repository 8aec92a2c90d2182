package org.brandimage.spi.brief;

import java.util.Objects;
import org.brandimage.spi.error.InvalidInputException;

/**
 * A rule that a picture must follow, answered with yes or no by measurement or by a judge.
 *
 * @param id short name, unique within a brand kit: lower-case letters, digits and hyphens
 * @param statement what must be true of the picture, as one sentence; untrusted text
 * @param necessity whether a policy may relax it
 * @param weight its share in a weighted policy, above 0
 * @param answeredBy who answers it
 */
public record Guideline(
    String id, String statement, Necessity necessity, double weight, AnsweredBy answeredBy) {
  /** Whether a policy may let a picture pass that breaks the guideline. */
  public enum Necessity {
    /** A picture that breaks it never passes. */
    REQUIRED,
    /** A relaxing policy may drop it when nothing else passes. */
    FLEXIBLE
  }

  /** Who answers a guideline. */
  public enum AnsweredBy {
    /** A measured check where there is one that can tell, else the judge. */
    ANY,
    /** A measured check only; without one the guideline stays unanswered. */
    MEASUREMENT,
    /** The judge only, even where a check of the same id exists. */
    MODEL,
    /** A measured check and the judge: it is kept when neither finds it broken. */
    BOTH
  }

  /**
   * Creates a guideline that is answered by measurement where there is one, else by the judge.
   *
   * @param id short name
   * @param statement what must be true of the picture
   * @param necessity whether a policy may relax it
   * @param weight its share in a weighted policy, above 0
   * @throws InvalidInputException when the id, the statement or the weight is not usable
   */
  public Guideline(String id, String statement, Necessity necessity, double weight) {
    this(id, statement, necessity, weight, AnsweredBy.ANY);
  }

  /**
   * Checks the values.
   *
   * @throws InvalidInputException when the id, the statement or the weight is not usable
   */
  public Guideline {
    Objects.requireNonNull(necessity, "necessity");
    Objects.requireNonNull(answeredBy, "answeredBy");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new InvalidInputException(
          "guideline id", id, "use lower-case letters, digits and hyphens");
    }
    if (statement.isBlank()) {
      throw new InvalidInputException(
          "guideline " + id + " statement", statement, "write a sentence");
    }
    if (!(weight > 0) || !Double.isFinite(weight)) {
      throw new InvalidInputException(
          "guideline " + id + " weight", weight, "give a number above 0");
    }
  }

  /**
   * Returns a required guideline of weight 1.
   *
   * @param id short name
   * @param statement what must be true
   * @return the guideline
   */
  public static Guideline required(String id, String statement) {
    return new Guideline(id, statement, Necessity.REQUIRED, 1);
  }

  /**
   * Returns a flexible guideline of weight 1.
   *
   * @param id short name
   * @param statement what should be true
   * @return the guideline
   */
  public static Guideline flexible(String id, String statement) {
    return new Guideline(id, statement, Necessity.FLEXIBLE, 1);
  }
}
