package org.brandimage.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.SharedModels;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped where the shared models and photos are not there. */
class PlainFolderPicturesTest {
  @TempDir private Path temp;

  @Test
  void stages_folderWithoutWordsAndAModel_searchWhatPicturesShow() throws Exception {
    Path photos = SharedModels.folder("photos/products");
    Path products = Files.createDirectories(temp.resolve("library/products"));
    Files.copy(photos.resolve("teapot/00.jpg"), products.resolve("img-1.jpg"));
    Files.copy(photos.resolve("shiny_sneaker/02.jpg"), products.resolve("img-3.jpg"));
    ModelStore models = store(ModelCatalogue.MOBILENET_V2, ModelCatalogue.IMAGENET_LABELS);

    try (LocalStages stages =
        LocalStages.builder(MediaLibrary.open(temp.resolve("library"))).models(models).build()) {
      assertThat(nearest(stages, "teapot")).isEqualTo("products/img-1");
      assertThat(nearest(stages, "running shoe")).isEqualTo("products/img-3");
    }
  }

  private ModelStore store(ModelEntry... entries) throws Exception {
    Path folder = temp.resolve("models");
    for (ModelEntry entry : entries) {
      Path target = folder.resolve(entry.file());
      Files.createDirectories(target.getParent());
      Files.copy(SharedModels.real().file(entry), target);
    }
    return ModelStore.open(folder);
  }

  private static String nearest(LocalStages stages, String name) throws Exception {
    Retrieval found =
        stages
            .assetRetriever()
            .orElseThrow()
            .retrieve(
                RetrieveRequest.of(new Entity(EntityKind.PRODUCT, name, name)),
                StageContext.standalone());
    List<AssetMatch> all =
        Stream.concat(found.matches().stream(), found.nearestMisses().stream()).toList();
    return all.get(0).asset().id();
  }
}
