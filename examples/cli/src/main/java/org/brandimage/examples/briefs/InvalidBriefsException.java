package org.brandimage.examples.briefs;

import java.util.List;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;

/** The error of a file of briefs that cannot be used, with all problems of the file. */
public final class InvalidBriefsException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  private final InvalidInputException[] problems;

  InvalidBriefsException(List<InvalidInputException> problems) {
    super(
        problems.get(0).getMessage()
            + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)"));
    this.problems = problems.toArray(InvalidInputException[]::new);
  }

  /** {@return the problems, at least one, in the order of the file} */
  public List<InvalidInputException> problems() {
    return List.of(problems);
  }
}
