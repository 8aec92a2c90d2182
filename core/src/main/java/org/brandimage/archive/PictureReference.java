package org.brandimage.archive;

import java.util.Locale;
import java.util.Objects;
import org.brandimage.spi.brief.CanvasSize;

/**
 * The name of a picture of a result, in the place of its pixels.
 *
 * @param runId the id of the run
 * @param canvas the canvas of the finalist
 * @param place the finalist's place on its canvas, from 1
 * @param kind which of the finalist's pictures it is
 * @param name the name of the file that {@link RunArchive} gives it, such as {@code
 *     1024x1024-1.png}
 */
public record PictureReference(String runId, CanvasSize canvas, int place, Kind kind, String name) {
  /** Which picture of a finalist. */
  public enum Kind {
    /** The finished picture. */
    IMAGE,
    /** The product alone in its place. */
    PRODUCT,
    /** The mask: white where the product is opaque. */
    MASK,
    /** The provider's own picture before the product was put back. */
    PROVIDED;

    /** {@return the name as it stands in paths and JSON, in lower case} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that all is there. */
  public PictureReference {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(canvas, "canvas");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }
}
