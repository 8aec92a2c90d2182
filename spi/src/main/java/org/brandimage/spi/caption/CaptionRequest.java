package org.brandimage.spi.caption;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Scene;

/**
 * The input of a {@link Captioner}.
 *
 * @param scene the scene to describe
 * @param brandKit the brand kit, whose forbidden elements belong in the negative text
 * @param notes wishes from an earlier round, oldest first; untrusted
 */
public record CaptionRequest(Scene scene, BrandKit brandKit, List<String> notes)
    implements StageRequest {
  /**
   * Checks and copies the values.
   *
   * @throws NullPointerException when a value or a note is null
   */
  public CaptionRequest {
    Objects.requireNonNull(scene, "scene");
    Objects.requireNonNull(brandKit, "brandKit");
    notes = List.copyOf(notes);
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of("caption-request")
        .add(scene.fingerprint())
        .add(brandKit.fingerprint())
        .addAll(notes)
        .toHex();
  }

  @Override
  public String toString() {
    return "CaptionRequest[" + scene.id() + ", " + notes.size() + " notes]";
  }
}
