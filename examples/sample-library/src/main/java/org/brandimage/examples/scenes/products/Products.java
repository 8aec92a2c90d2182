package org.brandimage.examples.scenes.products;

import java.util.List;
import org.brandimage.examples.scenes.picture.LibraryPicture;

/** The library's products. */
public final class Products {

  private Products() {}

  /**
   * All products.
   *
   * @return the pictures, in the order they are rendered
   */
  public static List<LibraryPicture> all() {
    return List.of(sneaker(), sneakerFromTheSide(), handbag(), mug(), bottle(), boot(), sofa());
  }

  private static LibraryPicture sneaker() {
    return LibraryPicture.product(
        "sneaker",
        "a white low-top leather sneaker with a navy heel tab and a gum tread",
        13.0,
        Sneaker::scene,
        "shoe",
        "sneaker",
        "footwear",
        "leather",
        "white");
  }

  private static LibraryPicture sneakerFromTheSide() {
    return LibraryPicture.product(
        "sneaker@side",
        "a white low-top leather sneaker with a navy heel tab, seen from its inner side",
        13.0,
        Sneaker::side,
        "shoe",
        "sneaker",
        "footwear");
  }

  private static LibraryPicture handbag() {
    return LibraryPicture.product(
        "handbag",
        "a structured cognac leather handbag with a flap, a brass turn lock and a top handle",
        33.0,
        Handbag::scene,
        "bag",
        "handbag",
        "leather",
        "accessory",
        "brown");
  }

  private static LibraryPicture mug() {
    return LibraryPicture.product(
        "mug",
        "a hand-thrown stoneware mug with a speckled teal glaze over a bare clay foot",
        9.6,
        Mug::scene,
        "mug",
        "cup",
        "ceramic",
        "tableware",
        "teal");
  }

  private static LibraryPicture bottle() {
    return LibraryPicture.product(
        "bottle",
        "a glass bottle of amber cordial with a cork stopper and a plain paper label",
        27.0,
        Bottle::scene,
        "bottle",
        "drink",
        "glass",
        "beverage",
        "amber");
  }

  private static LibraryPicture boot() {
    return LibraryPicture.product(
        "boot",
        "a dark brown leather Chelsea boot with elastic side panels and a lugged rubber sole",
        18.5,
        Boot::scene,
        "shoe",
        "boot",
        "footwear",
        "leather",
        "brown");
  }

  private static LibraryPicture sofa() {
    return LibraryPicture.product(
        "sofa",
        "a two-seat sofa in sage green fabric with loose cushions and oak legs",
        84.0,
        Sofa::scene,
        "sofa",
        "couch",
        "furniture",
        "fabric",
        "green");
  }
}
