package org.brandimage.imaging.codec;

import java.util.Objects;
import org.brandimage.spi.image.Mask;

/**
 * How a service wants its masks: vendors disagree on what white means, and some refuse grey files.
 *
 * @param white what a white pixel tells the generator; black tells the opposite
 * @param channels the kind of file
 */
public record MaskEncoding(Mask.Action white, Channels channels) {
  /** The kinds of mask file. */
  public enum Channels {
    /** One channel of 8 bits. */
    GREY,
    /** Three equal channels of 8 bits. */
    RGB
  }

  /** Checks the values. */
  public MaskEncoding {
    Objects.requireNonNull(white, "white");
    Objects.requireNonNull(channels, "channels");
  }
}
