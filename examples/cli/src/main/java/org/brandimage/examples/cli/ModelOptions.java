package org.brandimage.examples.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.brandimage.local.LocalStages;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.local.model.ModelStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where model files lie; a mixin of every command that can use them. */
final class ModelOptions {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder with your model files; see: brandimage models.")
  private @Nullable Path folder;

  Optional<ModelStore> store() {
    return Optional.ofNullable(folder).map(ModelStore::open);
  }

  /** Opens the local stages over a library with the models that are there. */
  LocalStages stages(MediaLibrary library) {
    LocalStages.Builder builder = LocalStages.builder(library);
    store().ifPresent(builder::models);
    return builder.build();
  }

  /** Opens a library after the folder of models, which is read faster when it is wrong. */
  MediaLibrary library(Path folder) {
    store();
    return MediaLibrary.open(folder);
  }
}
