package org.brandimage.local;

import java.io.IOException;
import java.nio.file.Path;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.testkit.contract.GuidelineCheckContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class UninvitedObjectCheckContractTest extends GuidelineCheckContract {
  @TempDir private Path folder;
  private ObjectDetector detector;

  @Override
  protected GuidelineCheck guidelineCheck() throws IOException {
    detector = ObjectDetector.open(TinyModels.ssd(folder, 700, 4, 0.9f));
    return UninvitedObjectCheck.over(detector);
  }

  @AfterEach
  void close() {
    detector.close();
  }
}
