package org.brandimage.local.vision;

import java.io.IOException;
import java.nio.file.Path;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.testkit.contract.CutoutMakerContract;
import org.junit.jupiter.api.io.TempDir;

class IsnetCutoutMakerContractTest extends CutoutMakerContract {
  @TempDir private Path folder;

  @Override
  protected CutoutMaker cutoutMaker() throws IOException {
    return IsnetCutoutMaker.open(TinyModels.isnet(folder));
  }

  @Override
  protected boolean cutsAlpha() {
    return false;
  }
}
