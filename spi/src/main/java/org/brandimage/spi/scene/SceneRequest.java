package org.brandimage.spi.scene;

import java.util.Objects;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.Fingerprint;

/** A request to read one background photo. Immutable. */
public final class SceneRequest implements StageRequest {
  private final String name;
  private final ImageSource photo;
  private final SceneFacts facts;
  private final String description;

  private SceneRequest(String name, ImageSource photo, SceneFacts facts, String description) {
    this.name = Objects.requireNonNull(name, "name");
    this.photo = Objects.requireNonNull(photo, "photo");
    this.facts = Objects.requireNonNull(facts, "facts");
    this.description = Objects.requireNonNull(description, "description");
  }

  /**
   * Returns a request for a photo of which nothing is said.
   *
   * @param name the photo's name, for messages
   * @param photo the upright photo
   * @return the request
   */
  public static SceneRequest of(String name, ImageSource photo) {
    return new SceneRequest(name, photo, SceneFacts.NONE, "");
  }

  /**
   * Returns this request with what a person has said of the photo.
   *
   * @param facts they win over what is seen
   * @return a new request
   */
  public SceneRequest withFacts(SceneFacts facts) {
    return new SceneRequest(name, photo, facts, description);
  }

  /**
   * Returns this request with the words of the library about the photo.
   *
   * @param description such as "a wooden table by a window"; empty when there are none
   * @return a new request
   */
  public SceneRequest withDescription(String description) {
    return new SceneRequest(name, photo, facts, description);
  }

  /** {@return the photo's name, for messages} */
  public String name() {
    return name;
  }

  /** {@return the upright photo} */
  public ImageSource photo() {
    return photo;
  }

  /** {@return what a person has said of the photo} */
  public SceneFacts facts() {
    return facts;
  }

  /** {@return the words of the library about the photo; empty when there are none} */
  public String description() {
    return description;
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of("scene")
        .add(photo.digest())
        .add(facts.toString())
        .add(facts.ground().toString())
        .add(description)
        .toHex();
  }

  @Override
  public String toString() {
    return "SceneRequest[" + name + ", " + photo.size() + "]";
  }
}
