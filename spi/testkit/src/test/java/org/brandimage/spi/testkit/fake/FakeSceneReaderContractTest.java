package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.testkit.contract.SceneReaderContract;

class FakeSceneReaderContractTest extends SceneReaderContract {
  @Override
  protected SceneReader sceneReader() {
    return new FakeSceneReader();
  }
}
