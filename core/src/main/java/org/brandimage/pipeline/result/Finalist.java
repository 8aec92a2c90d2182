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
   * @param place its place among the finalists of its canvas, from 1
   * @param candidate the candidate with its guideline results and score
   * @param caption the text it was made from
   * @param image the finished picture, with the product's own pixels put back
   * @param productLayer the products alone in their places, transparent elsewhere
   * @param fidelity how faithful the product was before restoring and is after
   * @return a builder of a finalist that was provided as it is
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

  /**
   * Returns its place among the finalists of its canvas, from 1.
   *
   * @return its place among the finalists of its canvas, from 1
   */
  public int place() {
    return place;
  }

  /**
   * Returns the candidate with its guideline results and score.
   *
   * @return the candidate with its guideline results and score
   */
  public CandidateRecord candidate() {
    return candidate;
  }

  /**
   * Returns the text it was made from.
   *
   * @return the text it was made from
   */
  public Caption caption() {
    return caption;
  }

  /**
   * Returns the finished picture, with the product's own pixels put back.
   *
   * @return the finished picture, with the product's own pixels put back
   */
  public ImageSource image() {
    return image;
  }

  /**
   * Returns the picture as the outpainter gave it; its original bytes are the provider's.
   *
   * @return the picture as the outpainter gave it; its original bytes are the provider's
   */
  public ImageSource provided() {
    return provided;
  }

  /**
   * Returns the products alone in their places, transparent elsewhere.
   *
   * @return the products alone in their places, transparent elsewhere
   */
  public ImageSource productLayer() {
    return productLayer;
  }

  /**
   * Returns how faithful the product was before restoring and is after.
   *
   * @return how faithful the product was before restoring and is after
   */
  public RestoreReport fidelity() {
    return fidelity;
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

  @Override
  public String toString() {
    return "Finalist[" + candidate.canvas() + " " + place + " " + id() + "]";
  }

  /** Builds a {@link Finalist}, for tests and for stores of results. Not thread-safe. */
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
     * Sets the picture as the outpainter gave it; the finished picture by default.
     *
     * @param provided the picture as the outpainter gave it; its original bytes are the provider's
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
