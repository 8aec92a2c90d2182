package org.brandimage.local;

import java.io.IOException;
import java.nio.file.Path;
import org.brandimage.local.library.LibraryFiles;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.testkit.contract.StageBundleContract;
import org.junit.jupiter.api.io.TempDir;

class LocalStagesContractTest extends StageBundleContract {
  @TempDir private Path folder;

  @Override
  protected StageBundle stageBundle() throws IOException {
    LibraryFiles.picture(folder.resolve("mug.png"), new Size(40, 40), true);
    return LocalStages.open(folder);
  }
}
