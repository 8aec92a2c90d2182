package org.brandimage.examples;

import org.brandimage.local.language.OpenNlpDecomposer;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.decompose.Decomposition;

/** Shows how one stage is used alone, without a pipeline. */
public final class UseOneStage {
  private UseOneStage() {}

  /**
   * Decomposes a prompt.
   *
   * @param args nothing
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    // region one-stage
    Decomposer decomposer = OpenNlpDecomposer.create();
    Decomposition parts =
        decomposer.decompose(
            DecomposeRequest.of("a can and a rubber duck on a wooden table at night"),
            StageContext.standalone());
    // endregion
    parts.products().forEach(product -> System.out.println("product: " + product.name()));
    parts.backgrounds().forEach(place -> System.out.println("background: " + place.name()));
    parts.themes().forEach(theme -> System.out.println("theme: " + theme.name()));
  }
}
