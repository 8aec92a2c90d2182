package org.brandimage.local.vision;

import java.io.IOException;
import java.nio.file.Path;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.testkit.contract.GuidelineCheckContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class UnexpectedObjectCheckContractTest extends GuidelineCheckContract {
  @TempDir private Path folder;
  private ObjectDetector detector;

  @Override
  protected GuidelineCheck guidelineCheck() throws IOException {
    detector = ObjectDetector.open(TinyModels.ssd(folder, 700, 4, 0.9f));
    return UnexpectedObjectCheck.over(detector);
  }

  @AfterEach
  void close() {
    detector.close();
  }
}
