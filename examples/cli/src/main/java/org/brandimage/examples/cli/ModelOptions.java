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

  /** Opens the local stages with what models there are. */
  LocalStages stages(Path library) {
    // The models' folder first: a wrong one is told before the library is read.
    Optional<ModelStore> store = store();
    LocalStages.Builder builder = LocalStages.builder(MediaLibrary.open(library));
    store.ifPresent(builder::models);
    return builder.build();
  }
}
