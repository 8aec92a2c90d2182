package org.brandimage.local.vision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.SharedModels;

/** A store with both towers of a CLIP of random weights and the real vocabulary. */
final class ClipFiles {
  private ClipFiles() {}

  /** Copies the files; skips the test where the shared models are not there. */
  static ModelStore in(Path folder) throws IOException {
    copy(SharedModels.random(), ModelCatalogue.CLIP_VISION, folder);
    copy(SharedModels.random(), ModelCatalogue.CLIP_TEXT, folder);
    copy(SharedModels.real(), ModelCatalogue.CLIP_VOCABULARY, folder);
    return ModelStore.open(folder);
  }

  private static void copy(ModelStore from, ModelEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(entry.file());
    Files.createDirectories(target.getParent());
    Files.copy(from.file(entry), target);
  }
}
