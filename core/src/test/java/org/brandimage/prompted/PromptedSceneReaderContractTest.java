package org.brandimage.prompted;

import java.util.Optional;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.testkit.contract.SceneReaderContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedSceneReaderContractTest extends SceneReaderContract {
  @Override
  protected SceneReader sceneReader() {
    return PromptedSceneReader.create(new FakeLanguageModel(Replies::sensible));
  }

  @Override
  protected Optional<SceneReader> withServiceDown() {
    return Optional.of(PromptedSceneReader.create(Replies.modelWithServiceDown()));
  }
}
