package org.brandimage.local.vision;

import java.io.IOException;
import java.nio.file.Path;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.contract.RankerContract;
import org.junit.jupiter.api.io.TempDir;

class NimaRankerContractTest extends RankerContract {
  @TempDir private Path folder;

  @Override
  protected Ranker ranker() throws IOException {
    return NimaRanker.aesthetic(TinyModels.nima(folder));
  }
}
