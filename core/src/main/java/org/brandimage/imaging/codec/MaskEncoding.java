package org.brandimage.imaging.codec;

import java.util.Objects;
import org.brandimage.spi.image.Mask;

/**
 * The file format of masks for one service: services disagree on the meaning of white, and some
 * refuse grey files.
 *
 * @param white the action that a white pixel stands for; black stands for the other
 * @param channels the kind of file
 */
public record MaskEncoding(Mask.Action white, Channels channels) {
  /** White is generated and black kept, in one channel: the sense of most inpainting services. */
  public static final MaskEncoding WHITE_GENERATES =
      new MaskEncoding(Mask.Action.GENERATE, Channels.GREY);

  /** White is kept and black generated, in one channel. */
  public static final MaskEncoding WHITE_KEEPS = new MaskEncoding(Mask.Action.KEEP, Channels.GREY);

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
