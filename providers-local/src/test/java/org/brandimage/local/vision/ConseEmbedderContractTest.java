package org.brandimage.local.vision;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.local.library.WordEmbedder;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.testkit.contract.EmbedderContract;

/** Runs where the shared models lie beside the project; skipped elsewhere. */
class ConseEmbedderContractTest extends EmbedderContract {
  private static final Path MODELS = Path.of("..", "..", "shared", "models");

  @Override
  protected Embedder embedder() {
    assumeThat(Files.isDirectory(MODELS)).as("shared models").isTrue();
    return ConseEmbedder.create(ModelStore.open(MODELS), new WordEmbedder("words-1"));
  }
}
