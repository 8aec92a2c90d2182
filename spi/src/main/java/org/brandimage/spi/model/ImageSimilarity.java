package org.brandimage.spi.model;

import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;

/** A model that measures how similar two pictures are. Thread-safe. */
@FunctionalInterface
public interface ImageSimilarity {
  /**
   * Compares two pictures.
   *
   * @param first one picture
   * @param second the other
   * @param context the context of the run
   * @return the similarity, from -1 (opposite) to 1 (the same)
   * @throws InterruptedException when cancelled
   */
  double similarity(ImageSource first, ImageSource second, StageContext context)
      throws InterruptedException;
}
