package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.Test;

class DiversityTest extends IngestedLibrary {
  @Test
  void retrieve_twinsAndAnother_choosesTheOtherOnlyWhenDiversityIsWanted() throws Exception {
    described("a", "red enamel mug");
    described("b", "red enamel mug");
    described("c", "glass mug");
    described("d", "brass door knob");
    ingest();

    assertThat(found(0)).containsExactly("products/a", "products/b");
    assertThat(found(0.8)).containsExactly("products/a", "products/c");
    assertThat(found(1)).first().isEqualTo("products/a");
  }

  private void described(String name, String description) throws Exception {
    picture("products/" + name + ".png");
    write("products/" + name + ".json", "{\"description\": \"" + description + "\"}");
  }

  private List<String> found(double diversity) throws InterruptedException {
    Entity mug = new Entity(EntityKind.PRODUCT, "red enamel mug", "a red enamel mug");
    RetrieveRequest request =
        new RetrieveRequest(mug, 2, java.util.Set.of()).withDiversity(diversity);
    return EmbeddingAssetRetriever.builder(text, MediaLibrary.open(library))
        .floor(-100)
        .build()
        .retrieve(request, StageContext.standalone())
        .matches()
        .stream()
        .map(AssetMatch::asset)
        .map(asset -> asset.id())
        .toList();
  }
}
