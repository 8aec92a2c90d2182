package org.brandimage.spi.scene;

import org.brandimage.spi.context.StageContext;

/**
 * The reader of background photos: it says where a product could stand in one, and at which size.
 * Implementations are thread-safe and give the same map for the same request.
 */
@FunctionalInterface
public interface SceneReader {
  /**
   * Reads a photo.
   *
   * @param request the photo, and what its library says of it
   * @param context the run it belongs to
   * @return what the photo shows; the library's own words win over what was seen
   * @throws InterruptedException when the run is cancelled
   * @throws org.brandimage.spi.error.UnreadableImageException when the photo cannot be opened
   */
  SceneMap read(SceneRequest request, StageContext context) throws InterruptedException;
}
