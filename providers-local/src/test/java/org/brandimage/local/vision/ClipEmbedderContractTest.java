package org.brandimage.local.vision;

import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.testkit.contract.EmbedderContract;
import org.junit.jupiter.api.io.TempDir;

/** Runs where the shared models lie beside the project; skipped elsewhere. */
class ClipEmbedderContractTest extends EmbedderContract {
  @TempDir private Path temp;

  @Override
  protected Embedder embedder() throws Exception {
    return ClipEmbedder.create(ClipFiles.in(Files.createTempDirectory(temp, "models")));
  }
}
