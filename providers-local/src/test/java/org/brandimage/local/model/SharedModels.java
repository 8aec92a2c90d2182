package org.brandimage.local.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The team's trial models; tests that need them are skipped, and say so, where they are not. */
public final class SharedModels {
  private SharedModels() {}

  /** Returns the store of real models. */
  public static ModelStore real() {
    return ModelStore.open(folder("models"));
  }

  /** Returns the store of networks in the usual export layout with random weights. */
  public static ModelStore random() {
    return ModelStore.open(folder("models/tiny-random"));
  }

  /** Returns a folder of the shared files, which lie beside the project. */
  public static Path folder(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve("spi/pom.xml"))) {
      root = root.getParent();
    }
    Path folder = root == null ? Path.of(name) : root.resolve("../shared").resolve(name);
    assumeTrue(Files.isDirectory(folder), "../shared/" + name + " is not there");
    return folder.normalize();
  }
}
