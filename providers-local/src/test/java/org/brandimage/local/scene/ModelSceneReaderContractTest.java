package org.brandimage.local.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.testkit.contract.SceneReaderContract;
import org.junit.jupiter.api.io.TempDir;

class ModelSceneReaderContractTest extends SceneReaderContract {
  @TempDir private Path folder;

  @Override
  protected SceneReader sceneReader() {
    try {
      return ModelSceneReader.open(TinySegmenters.planes(folder, 2, "other\nfloor\nwall\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
