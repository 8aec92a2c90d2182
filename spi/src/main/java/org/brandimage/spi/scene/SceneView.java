package org.brandimage.spi.scene;

import java.util.Objects;
import java.util.OptionalDouble;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * The part of a background photo that one canvas shows, with what the photo's map says of it.
 * Places are pixels of the canvas. Immutable and thread-safe.
 */
public final class SceneView {
  private final SceneMap map;
  private final Box crop;
  private final Size canvas;

  private SceneView(SceneMap map, Box crop, Size canvas) {
    this.map = Objects.requireNonNull(map, "map");
    this.crop = Objects.requireNonNull(crop, "crop");
    this.canvas = Objects.requireNonNull(canvas, "canvas");
  }

  /**
   * Returns a view.
   *
   * @param map what the photo shows
   * @param crop the part of the upright photo, in its pixels, of the canvas' shape to within a
   *     pixel
   * @param canvas the size of the picture
   * @return the view
   * @throws IllegalArgumentException when the crop lies partly outside the photo
   */
  public static SceneView of(SceneMap map, Box crop, Size canvas) {
    if (!map.photo().bounds().contains(crop)) {
      throw new IllegalArgumentException(
          "crop must lie within the photo " + map.photo() + ": " + crop);
    }
    return new SceneView(map, crop, canvas);
  }

  /**
   * Returns the view of the largest part of a photo that has a canvas' shape, from its middle.
   *
   * @param map what the photo shows
   * @param canvas the size of the picture
   * @return the view
   */
  public static SceneView covering(SceneMap map, Size canvas) {
    Size photo = map.photo();
    double scale =
        Math.max(
            canvas.width() / (double) photo.width(), canvas.height() / (double) photo.height());
    int width = (int) Math.max(1, Math.min(photo.width(), Math.round(canvas.width() / scale)));
    int height = (int) Math.max(1, Math.min(photo.height(), Math.round(canvas.height() / scale)));
    Box crop = new Box((photo.width() - width) / 2, (photo.height() - height) / 2, width, height);
    return new SceneView(map, crop, canvas);
  }

  /** {@return what the whole photo shows} */
  public SceneMap map() {
    return map;
  }

  /** {@return the part of the upright photo that is shown, in its pixels} */
  public Box crop() {
    return crop;
  }

  /** {@return the size of the picture} */
  public Size canvas() {
    return canvas;
  }

  /** {@return how many pixels of the canvas one pixel of the photo becomes, across} */
  public double enlargement() {
    return canvas.width() / (double) crop.width();
  }

  /**
   * Returns a place of the canvas in the photo.
   *
   * @param x column of the canvas
   * @return share of the photo's width
   */
  public double photoX(double x) {
    return (crop.x() + x * crop.width() / canvas.width()) / map.photo().width();
  }

  /**
   * Returns a row of the canvas in the photo.
   *
   * @param y row of the canvas
   * @return share of the photo's height
   */
  public double photoY(double y) {
    return (crop.y() + y * crop.height() / canvas.height()) / map.photo().height();
  }

  /**
   * Returns how many centimetres a pixel of the canvas shows on the ground at a row.
   *
   * @param y row of the canvas
   * @return centimetres a pixel; empty when the scale is not known, or the row is not below the
   *     horizon
   */
  public OptionalDouble centimetresPerPixel(double y) {
    OptionalDouble photo = map.centimetresPerPixel(photoY(y));
    return photo.isPresent()
        ? OptionalDouble.of(photo.getAsDouble() / enlargement())
        : OptionalDouble.empty();
  }

  @Override
  public String toString() {
    return "SceneView[" + crop + " of " + map.photo() + " on " + canvas + "]";
  }
}
