package org.brandimage.examples.briefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.brandimage.spi.error.InvalidInputException;

/** The problems found in a file so far. Not thread-safe. */
final class Problems {
  private final List<InvalidInputException> found = new ArrayList<>();

  void add(String field, Object value, String remedy) {
    found.add(new InvalidInputException(field, value, remedy));
  }

  /** Returns what a reader returns, or empty with its problem booked under the place given. */
  <T> Optional<T> reading(String field, Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (InvalidInputException e) {
      add(field, e.value(), e.remedy());
    } catch (IllegalArgumentException e) {
      add(field, String.valueOf(e.getMessage()), "correct the value");
    }
    return Optional.empty();
  }

  int count() {
    return found.size();
  }

  /**
   * Ends the reading of a file.
   *
   * @throws InvalidBriefsException when there was a problem
   */
  void requireNone() {
    if (!found.isEmpty()) {
      throw new InvalidBriefsException(found);
    }
  }
}
