package org.brandimage.examples.scenes.picture;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.brandimage.examples.scenes.tracer.Camera;
import org.brandimage.examples.scenes.tracer.Development;
import org.brandimage.examples.scenes.tracer.Scene;

/**
 * One picture of the sample library: how to make it, and what its sidecar file says.
 *
 * @param name the base name of its files, lower case with hyphens; {@code base@word} is a further
 *     photo of the product base
 * @param kind product or background
 * @param description what it shows, in the words of a caption
 * @param tags single words for searching
 * @param heightCm the real height of the product in centimetres; 0 for backgrounds
 * @param aspect width by height of a background; ignored for products, which are framed tightly
 * @param groundFrom the row, as a share of the height, below which a background shows nothing but
 *     free ground; ignored for products
 * @param development how the film is developed
 * @param scene makes the scene
 */
public record LibraryPicture(
    String name,
    Kind kind,
    String description,
    List<String> tags,
    double heightCm,
    double aspect,
    double groundFrom,
    Development development,
    Supplier<Scene> scene) {

  /** What a picture is for. */
  public enum Kind {
    /** A cut-out product on a transparent ground. */
    PRODUCT,
    /** A place for a product to stand in. */
    BACKGROUND
  }

  /** Checks the name and copies the tags. */
  public LibraryPicture {
    if (!name.matches("[a-z0-9-]+(@[a-z]+)?")) {
      throw new IllegalArgumentException(
          "name must be lower case with hyphens and at most one @word, was " + name);
    }
    tags = List.copyOf(tags);
  }

  /**
   * A product.
   *
   * @param name the base name of its files
   * @param description what it shows
   * @param heightCm its real height in centimetres
   * @param scene makes the transparent scene
   * @param tags single words
   * @return the picture
   */
  public static LibraryPicture product(
      String name, String description, double heightCm, Supplier<Scene> scene, String... tags) {
    return new LibraryPicture(
        name,
        Kind.PRODUCT,
        description,
        List.of(tags),
        heightCm,
        1,
        1,
        Development.product(),
        scene);
  }

  /** {@return the sidecar file's text} */
  public String sidecar() {
    StringBuilder json = new StringBuilder("{\n  \"kind\": \"");
    json.append(kind == Kind.PRODUCT ? "product" : "background");
    json.append("\",\n  \"description\": \"").append(description);
    json.append("\",\n  \"tags\": [\"").append(String.join("\", \"", tags)).append("\"]");
    if (kind == Kind.PRODUCT) {
      json.append(",\n  \"heightCm\": ").append(heightCm);
    } else {
      appendPlace(json);
    }
    return json.append("\n}\n").toString();
  }

  /** The camera is known, so the horizon and the width at the ground's middle row are exact. */
  private void appendPlace(StringBuilder json) {
    Camera camera = scene.get().camera();
    double width = camera.widthOfGround((groundFrom + 1) / 2, aspect);
    json.append(
        String.format(
            Locale.ROOT,
            ",\n  \"ground\": [[[0, %1$s], [1, %1$s], [1, 1], [0, 1]]],\n  \"horizon\": %2$.3f,"
                + "\n  \"widthCm\": %3$.0f",
            groundFrom,
            camera.horizon(),
            100 * width));
  }
}
