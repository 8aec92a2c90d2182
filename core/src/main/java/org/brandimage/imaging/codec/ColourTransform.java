package org.brandimage.imaging.codec;

import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * A conversion of decoded rows from a file's colour profile to sRGB. A profile that cannot be used,
 * or that differs from sRGB by no more than rounding, converts nothing: product pixels that are
 * sRGB already must not move by a level. Not thread-safe.
 */
final class ColourTransform {
  /** The conversion that leaves everything as it is. */
  static final ColourTransform NONE = new ColourTransform(null, 3);

  /** Levels by which a conversion may differ from doing nothing and still count as that. */
  private static final int ROUNDING_LEVELS = 2;

  /** Steps of the colour cube a profile is compared on: 0, 51, .. 255. */
  private static final int PROBE_STEP = 51;

  private final @Nullable ColorConvertOp operation;
  private final int components;

  private ColourTransform(@Nullable ColorConvertOp operation, int components) {
    this.operation = operation;
    this.components = components;
  }

  /** Returns the conversion from an ICC profile's bytes; none when they make no usable profile. */
  static ColourTransform toSrgb(byte[] profile) {
    try {
      return toSrgb(ColorSpaces.createColorSpace(ICC_Profile.getInstance(profile)));
    } catch (IllegalArgumentException | CMMException e) {
      return NONE;
    }
  }

  /** Returns the conversion from a colour space; none when it is sRGB or cannot be used. */
  static ColourTransform toSrgb(ColorSpace space) {
    boolean convertible =
        space instanceof ICC_ColorSpace
            && !space.isCS_sRGB()
            // The platform's own grey is linear, but greys without a profile are stored as sRGB.
            && !space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY))
            && (space.getType() == ColorSpace.TYPE_RGB || space.getType() == ColorSpace.TYPE_GRAY);
    if (!convertible) {
      return NONE;
    }
    ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    ColourTransform transform =
        new ColourTransform(new ColorConvertOp(space, srgb, null), space.getNumComponents());
    try {
      return transform.changesColours() ? transform : NONE;
    } catch (CMMException | IllegalArgumentException e) {
      return NONE;
    }
  }

  private boolean changesColours() {
    int[] probe = new int[216];
    int count = 0;
    for (int red = 0; red <= 255; red += PROBE_STEP) {
      for (int green = 0; green <= 255; green += PROBE_STEP) {
        for (int blue = 0; blue <= 255; blue += PROBE_STEP) {
          probe[count++] = components == 1 ? red * 0x010101 : red << 16 | green << 8 | blue;
        }
      }
    }
    int[] converted = probe.clone();
    apply(converted, count);
    for (int i = 0; i < count; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int change = (probe[i] >> shift & 0xFF) - (converted[i] >> shift & 0xFF);
        if (Math.abs(change) > ROUNDING_LEVELS) {
          return true;
        }
      }
    }
    return false;
  }

  /** Converts the first {@code count} pixels in place; alpha stays. */
  void apply(int[] argb, int count) {
    if (operation == null) {
      return;
    }
    byte[] source = new byte[count * components];
    for (int i = 0; i < count; i++) {
      if (components == 1) {
        source[i] = (byte) argb[i];
      } else {
        source[3 * i] = (byte) (argb[i] >> 16);
        source[3 * i + 1] = (byte) (argb[i] >> 8);
        source[3 * i + 2] = (byte) argb[i];
      }
    }
    byte[] target = new byte[count * 3];
    operation.filter(raster(source, count, components), raster(target, count, 3));
    for (int i = 0; i < count; i++) {
      argb[i] =
          (argb[i] & 0xFF000000)
              | (target[3 * i] & 0xFF) << 16
              | (target[3 * i + 1] & 0xFF) << 8
              | (target[3 * i + 2] & 0xFF);
    }
  }

  private static WritableRaster raster(byte[] bytes, int width, int bands) {
    int[] offsets = new int[bands];
    for (int i = 0; i < bands; i++) {
      offsets[i] = i;
    }
    PixelInterleavedSampleModel model =
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_BYTE, width, 1, bands, width * bands, offsets);
    return Raster.createWritableRaster(model, new DataBufferByte(bytes, bytes.length), null);
  }
}
