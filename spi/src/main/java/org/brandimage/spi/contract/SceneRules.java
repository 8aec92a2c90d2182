package org.brandimage.spi.contract;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneRequest;
import org.jspecify.annotations.Nullable;

/** The rules of a scene reader that one request and its map can show. Stateless and thread-safe. */
public final class SceneRules {
  private SceneRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its map, or null when the reader returned null
   * @return the broken rules among C1 and N1; empty when there are none
   */
  public static List<BrokenRule> structure(SceneRequest request, @Nullable SceneMap result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = new Findings();
    findings.addIf(
        !result.photo().equals(request.photo().size()),
        Rule.N1,
        "a map of " + result.photo() + " for a photo of " + request.photo().size());
    return findings.toList();
  }
}
