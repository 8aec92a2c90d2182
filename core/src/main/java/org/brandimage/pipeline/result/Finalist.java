package org.brandimage.pipeline.result;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.imaging.restore.RestoreReport;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;

/**
 * A picture a person gets to see. Its pictures are rendered or decoded each time they are opened.
 *
 * @param place its place among the finalists of its canvas, from 1
 * @param candidate the candidate with its guideline results and score
 * @param caption the text it was made from
 * @param image the finished picture, with the product's own pixels put back
 * @param provided the picture as the outpainter gave it; its original bytes are the provider's
 * @param productLayer the products alone in their places, transparent elsewhere
 * @param fidelity how faithful the product was before restoring and is after
 */
public record Finalist(
    int place,
    CandidateRecord candidate,
    Caption caption,
    ImageSource image,
    ImageSource provided,
    ImageSource productLayer,
    RestoreReport fidelity) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the place is below 1
   */
  public Finalist {
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(provided, "provided");
    Objects.requireNonNull(productLayer, "productLayer");
    Objects.requireNonNull(fidelity, "fidelity");
    if (place < 1) {
      throw new IllegalArgumentException("place must be at least 1: " + place);
    }
  }

  /**
   * Writes the finished picture as a PNG file.
   *
   * @param target where to; stays open
   * @throws IOException when it cannot be written
   */
  public void writePng(OutputStream target) throws IOException {
    PngWriter.create().encode(image.raster()).writeTo(target);
  }

  /**
   * Returns the candidate's id.
   *
   * @return unique within the result
   */
  public String id() {
    return candidate.id();
  }
}
