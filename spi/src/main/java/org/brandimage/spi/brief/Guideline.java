package org.brandimage.spi.brief;

import java.util.Objects;
import org.brandimage.spi.error.InvalidInputException;

/**
 * A rule that a picture must follow, answered with yes or no by measurement or by a judge.
 *
 * @param id short name, unique within a brand kit: lower-case letters, digits and hyphens
 * @param statement what must be true of the picture, as one sentence; untrusted text
 * @param necessity whether a policy may relax it
 * @param weight its share in a weighted policy, above 0 and finite
 * @param answeredBy whether a check, a judge or both answer it
 */
public record Guideline(
    String id, String statement, Necessity necessity, double weight, AnsweredBy answeredBy) {
  /** The necessity of a guideline: whether a policy may let a picture pass that breaks it. */
  public enum Necessity {
    /** A picture that breaks it never passes. */
    REQUIRED,
    /** A relaxing policy may drop it when nothing else passes. */
    FLEXIBLE
  }

  /** The source of a guideline's answer: a measured check, the judge, or both. */
  public enum AnsweredBy {
    /** A measured check; the judge only if there is no check or its result is unanswered. */
    ANY,
    /** A measured check only; the guideline stays unanswered if there is none. */
    MEASUREMENT,
    /** The judge only, even where a check of the same id exists. */
    MODEL,
    /** A measured check and the judge; the guideline passes when neither finds it broken. */
    BOTH
  }

  /**
   * Creates a guideline that is answered by a measured check if there is one, else by the judge.
   *
   * @param id short name: lower-case letters, digits and hyphens
   * @param statement what must be true of the picture, as one sentence; untrusted text
   * @param necessity whether a policy may relax it
   * @param weight its share in a weighted policy, above 0 and finite
   * @throws InvalidInputException when the id has other characters, the statement is blank, or the
   *     weight is not above 0 and finite
   */
  public Guideline(String id, String statement, Necessity necessity, double weight) {
    this(id, statement, necessity, weight, AnsweredBy.ANY);
  }

  /**
   * Checks the values.
   *
   * @throws InvalidInputException when the id has other characters, the statement is blank, or the
   *     weight is not above 0 and finite
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
   * {@return a required guideline of weight 1}
   *
   * @param id short name: lower-case letters, digits and hyphens
   * @param statement what must be true of the picture, as one sentence
   * @throws InvalidInputException when the id has other characters or the statement is blank
   */
  public static Guideline required(String id, String statement) {
    return new Guideline(id, statement, Necessity.REQUIRED, 1);
  }

  /**
   * {@return a flexible guideline of weight 1}
   *
   * @param id short name: lower-case letters, digits and hyphens
   * @param statement what should be true of the picture, as one sentence
   * @throws InvalidInputException when the id has other characters or the statement is blank
   */
  public static Guideline flexible(String id, String statement) {
    return new Guideline(id, statement, Necessity.FLEXIBLE, 1);
  }
}
