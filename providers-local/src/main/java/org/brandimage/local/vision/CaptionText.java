package org.brandimage.local.vision;

import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.rank.Contender;

/** The text that a ranker reads beside a picture. */
final class CaptionText {
  private CaptionText() {}

  /**
   * Returns a contender's text.
   *
   * @throws UnsupportedInputException when it has none
   */
  static String of(Contender contender) {
    return contender
        .caption()
        .map(Caption::text)
        .orElseThrow(
            () ->
                new UnsupportedInputException(
                    "contender "
                        + contender.id()
                        + " has no caption: give it one, or use a ranker that does not read"));
  }
}
