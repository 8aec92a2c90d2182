package org.brandimage.bedrock.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;
import org.jspecify.annotations.Nullable;

/**
 * What a picture may be.
 *
 * @param shortest the least side in pixels
 * @param longest the greatest side in pixels
 * @param pixels the most pixels in all
 * @param widest the greatest ratio of its sides
 */
record PictureLimits(int shortest, int longest, long pixels, double widest) {
  /** Amazon Nova user guide, image generation access. */
  private static final PictureLimits CANVAS = new PictureLimits(320, 4096, 4_194_304, 4);

  /** Amazon Bedrock user guide, Stability AI image services. */
  private static final PictureLimits STABILITY =
      new PictureLimits(64, Integer.MAX_VALUE, 9_437_184, 2.5);

  /** Amazon Nova user guide, image understanding. */
  static final PictureLimits CONVERSE = new PictureLimits(1, 8000, 64_000_000, 8000);

  private static final ImageDecoder DECODER = ImageDecoder.create();
  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  /** Looks at the pictures and masks of an invoke body. */
  static Optional<String> problem(String model, JsonNode body) {
    if (model.startsWith("stability.")) {
      return STABILITY.problem(body, "mask");
    }
    for (String params :
        new String[] {"outPaintingParams", "inPaintingParams", "backgroundRemovalParams"}) {
      if (body.has(params)) {
        return CANVAS.problem(body.path(params), "maskImage");
      }
    }
    return Optional.empty();
  }

  private Optional<String> problem(JsonNode params, String maskField) {
    RasterImage picture = decoded(params.path("image").asText());
    if (picture == null) {
      return Optional.of("#/image: is not an image that can be decoded");
    }
    if (!picture.opaque()) {
      return Optional.of("#/image: must not contain transparent or translucent pixels");
    }
    Optional<String> size = sizeProblem(picture);
    return size.isPresent() || !params.has(maskField)
        ? size
        : maskProblem(picture, decoded(params.path(maskField).asText()));
  }

  Optional<String> sizeProblem(RasterImage picture) {
    int shorter = Math.min(picture.width(), picture.height());
    int longer = Math.max(picture.width(), picture.height());
    if (shorter < shortest || longer > longest) {
      return Optional.of("#/image: sides must be from " + shortest + " to " + longest + " pixels");
    }
    if (picture.size().pixels() > pixels) {
      return Optional.of("#/image: must have at most " + pixels + " pixels");
    }
    return longer > widest * shorter
        ? Optional.of("#/image: must not be longer than " + widest + " times its other side")
        : Optional.empty();
  }

  private static Optional<String> maskProblem(RasterImage picture, @Nullable RasterImage mask) {
    if (mask == null) {
      return Optional.of("#/mask: is not an image that can be decoded");
    }
    if (!mask.size().equals(picture.size())) {
      return Optional.of("#/mask: must have the size of the image");
    }
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        int argb = mask.argb(x, y);
        if (argb != BLACK && argb != WHITE) {
          return Optional.of("#/mask: must be pure black and white");
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the picture, or null when it is none; this library sends PNG only. */
  static @Nullable RasterImage decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return DECODER.decode(EncodedImage.of(EncodedImage.Format.PNG, bytes), "sent");
    } catch (IllegalArgumentException | UnreadableImageException e) {
      return null;
    }
  }
}
