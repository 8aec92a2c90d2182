package org.brandimage.archive;

import org.brandimage.spi.image.ImageSource;

/**
 * What finds the pictures of a result that was read from JSON. Called once for each picture while
 * the result is read; the source should open it only when it is asked for.
 */
@FunctionalInterface
public interface PictureResolver {
  /**
   * Finds a picture.
   *
   * @param reference the picture; its name is untrusted and must not be used as a path unchecked
   * @return the picture
   */
  ImageSource resolve(PictureReference reference);

  /** {@return a resolver of pictures that say, when opened, that they are only named} */
  static PictureResolver unresolved() {
    return UnresolvedPicture::new;
  }
}
