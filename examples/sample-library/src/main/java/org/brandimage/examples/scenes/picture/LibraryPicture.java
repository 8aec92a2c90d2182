package org.brandimage.examples.scenes.picture;

import java.util.List;
import java.util.function.Supplier;
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
        name, Kind.PRODUCT, description, List.of(tags), heightCm, 1, Development.product(), scene);
  }

  /** {@return the sidecar file's text} */
  public String sidecar() {
    StringBuilder json = new StringBuilder("{\n  \"kind\": \"");
    json.append(kind == Kind.PRODUCT ? "product" : "background");
    json.append("\",\n  \"description\": \"").append(description);
    json.append("\",\n  \"tags\": [\"").append(String.join("\", \"", tags)).append("\"]");
    if (kind == Kind.PRODUCT) {
      json.append(",\n  \"heightCm\": ").append(heightCm);
    }
    return json.append("\n}\n").toString();
  }
}
