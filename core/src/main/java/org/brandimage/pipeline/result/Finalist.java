package org.brandimage.pipeline.result;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.imaging.restore.RestoreReport;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;

/**
 * A picture that is delivered as a result of a run. Its pictures are rendered or decoded each time
 * they are opened.
 */
public final class Finalist {
  private final int place;
  private final CandidateRecord candidate;
  private final Caption caption;
  private final ImageSource image;
  private final ImageSource provided;
  private final ImageSource productLayer;
  private final RestoreReport fidelity;

  private Finalist(Builder builder) {
    this.place = builder.place;
    this.candidate = builder.candidate;
    this.caption = builder.caption;
    this.image = builder.image;
    this.provided = builder.provided;
    this.productLayer = builder.productLayer;
    this.fidelity = builder.fidelity;
  }

  /**
   * Starts a builder.
   *
   * @param place the place among the finalists of its canvas, from 1
   * @param candidate the candidate with its guideline results and score
   * @param caption the caption that the picture was made from
   * @param image the finished picture, with the products' own pixels put back
   * @param productLayer the products alone in their places, transparent elsewhere
   * @param fidelity the fidelity of the products before and after their pixels were put back
   * @return a builder whose provided picture is the finished one
   * @throws IllegalArgumentException when the place is below 1
   */
  public static Builder builder(
      int place,
      CandidateRecord candidate,
      Caption caption,
      ImageSource image,
      ImageSource productLayer,
      RestoreReport fidelity) {
    return new Builder(place, candidate, caption, image, productLayer, fidelity);
  }

  /** {@return the place among the finalists of its canvas, from 1} */
  public int place() {
    return place;
  }

  /** {@return the candidate with its guideline results and score} */
  public CandidateRecord candidate() {
    return candidate;
  }

  /** {@return the caption that the picture was made from} */
  public Caption caption() {
    return caption;
  }

  /** {@return the finished picture, with the products' own pixels put back} */
  public ImageSource image() {
    return image;
  }

  /** {@return the unrestored picture of the outpainter; its original bytes are the provider's} */
  public ImageSource provided() {
    return provided;
  }

  /** {@return the product layer: the products alone in their places, transparent elsewhere} */
  public ImageSource productLayer() {
    return productLayer;
  }

  /** {@return the fidelity of the products before and after their pixels were put back} */
  public RestoreReport fidelity() {
    return fidelity;
  }

  /**
   * Writes the finished picture as a PNG file.
   *
   * @param target the stream to write to; it is not closed
   * @throws IOException when it cannot be written
   */
  public void writePng(OutputStream target) throws IOException {
    PngWriter.create().encode(image.raster()).writeTo(target);
  }

  /** {@return the candidate's id, unique within the result} */
  public String id() {
    return candidate.id();
  }

  @Override
  public String toString() {
    return "Finalist[" + candidate.canvas() + " " + place + " " + id() + "]";
  }

  /** A builder of {@link Finalist}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private final int place;
    private final CandidateRecord candidate;
    private final Caption caption;
    private final ImageSource image;
    private ImageSource provided;
    private final ImageSource productLayer;
    private final RestoreReport fidelity;

    private Builder(
        int place,
        CandidateRecord candidate,
        Caption caption,
        ImageSource image,
        ImageSource productLayer,
        RestoreReport fidelity) {
      this.place = place;
      this.candidate = Objects.requireNonNull(candidate, "candidate");
      this.caption = Objects.requireNonNull(caption, "caption");
      this.image = Objects.requireNonNull(image, "image");
      this.productLayer = Objects.requireNonNull(productLayer, "productLayer");
      this.fidelity = Objects.requireNonNull(fidelity, "fidelity");
      this.provided = image;
      if (place < 1) {
        throw new IllegalArgumentException("place must be at least 1: " + place);
      }
    }

    /**
     * Sets the unrestored picture of the outpainter.
     *
     * @param provided the picture, whose original bytes are the provider's; the finished picture by
     *     default
     * @return this
     */
    public Builder provided(ImageSource provided) {
      this.provided = Objects.requireNonNull(provided, "provided");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public Finalist build() {
      return new Finalist(this);
    }
  }
}
