package org.brandimage.examples.plugin;

import java.nio.file.Path;
import org.brandimage.pipeline.PipelineBuilder;

/**
 * A stage found in a jar.
 *
 * @param <T> the stage's interface
 * @param type the interface it was found under
 * @param id the name of its identity
 * @param stage the stage
 * @param jar where it was found
 */
record PluginStage<T>(StageType<T> type, String id, T stage, Path jar) {
  void addTo(PipelineBuilder pipeline) {
    type.setter().accept(pipeline, stage);
  }
}
