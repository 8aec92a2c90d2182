package org.brandimage.examples.scenes.products;

import java.util.List;
import org.brandimage.examples.scenes.LibraryPicture;

/** The library's products. */
public final class Products {

  private Products() {}

  /**
   * All products.
   *
   * @return the pictures, in the order they are rendered
   */
  public static List<LibraryPicture> all() {
    return List.of(
        LibraryPicture.product(
            "sneaker",
            "a white low-top leather sneaker with a navy heel tab and a gum tread",
            13.0,
            Sneaker::scene,
            "shoe",
            "sneaker",
            "footwear",
            "leather",
            "white"));
  }
}
