package org.brandimage.scene;

import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.testkit.contract.SceneReaderContract;

class ClassicalSceneReaderContractTest extends SceneReaderContract {
  @Override
  protected SceneReader sceneReader() {
    return new ClassicalSceneReader();
  }
}
