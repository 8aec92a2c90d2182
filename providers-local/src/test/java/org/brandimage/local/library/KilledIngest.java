package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/** An ingest in a process of its own, which writes down every text it embeds. */
public final class KilledIngest {
  private KilledIngest() {}

  /** Takes the source, the library and the file to write down texts in. */
  public static void main(String[] args) throws Exception {
    Path log = Path.of(args[2]);
    Embedder words = new WordEmbedder("words-1");
    Embedder logging =
        new Embedder() {
          @Override
          public String model() {
            return words.model();
          }

          @Override
          public int dimension() {
            return words.dimension();
          }

          @Override
          public boolean embedsImages() {
            return false;
          }

          @Override
          public List<Embedding> embed(EmbedRequest request, StageContext context)
              throws InterruptedException {
            write(log, request.texts());
            return words.embed(request, context);
          }
        };
    System.out.println("started");
    System.out.flush();
    LibraryIngest.builder(Path.of(args[1]), logging)
        .build()
        .folder(Path.of(args[0]), StageContext.standalone());
  }

  private static void write(Path log, List<String> texts) {
    try {
      Files.write(log, texts, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
