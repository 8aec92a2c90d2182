package org.brandimage.examples;

import java.nio.file.Path;
import org.brandimage.local.LocalStages;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.local.library.IngestReport;
import org.brandimage.local.library.LibraryIngest;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.spi.context.StageContext;

/** Shows how a folder of pictures is embedded once, and opened quickly ever after. */
public final class IngestLibrary {
  private IngestLibrary() {}

  /**
   * Ingests a folder and opens the library.
   *
   * @param args the folder of your pictures, and the folder of the library
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    // region ingest
    Path library = Path.of(args[1]);
    try (BgeSmallEmbedder embedder = BgeSmallEmbedder.create()) {
      IngestReport report =
          LibraryIngest.builder(library, embedder)
              .build()
              .folder(Path.of(args[0]), StageContext.standalone());
      System.out.println(report);
    }
    MediaLibrary assets = MediaLibrary.open(library);
    try (LocalStages local = LocalStages.over(assets)) {
      System.out.println(assets.assets().size() + " assets for " + local.name());
    }
    // endregion
  }
}
