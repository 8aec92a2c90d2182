package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A library of twenty thousand assets: ingested, ingested again, opened and searched. */
@Tag("long")
class LargeLibraryTest extends IngestedLibrary {
  private static final int ASSETS = 20_000;

  @Test
  void retrieve_oneOfTwentyThousand_isFirst() throws Exception {
    for (int i = 0; i < ASSETS; i++) {
      picture("products/thing-" + i + ".png", 2, 2);
    }
    picture("products/brass door knob.png", 2, 2);

    ingest();
    int embedded = text.embedded.get();
    ingest();

    assertThat(text.embedded).as("unchanged assets are not embedded again").hasValue(embedded);
    MediaLibrary opened = MediaLibrary.open(library);
    assertThat(opened.assets()).hasSize(ASSETS + 1);
    assertThat(found(opened)).first().isEqualTo("products/brass door knob");
  }

  private List<String> found(MediaLibrary opened) throws InterruptedException {
    Entity knob = new Entity(EntityKind.PRODUCT, "brass door knob", "a brass door knob");
    return EmbeddingAssetRetriever.builder(text, opened)
        .floor(-100)
        .build()
        .retrieve(RetrieveRequest.of(knob), StageContext.standalone())
        .matches()
        .stream()
        .map(match -> match.asset().id())
        .toList();
  }
}
