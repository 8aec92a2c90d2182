package org.brandimage.benchmarks.retrieve;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.brandimage.local.BgeSmallEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;

/**
 * Real sentence embeddings: {@link ProductPhrases} through BGE-small. Embedding 100,000 takes about
 * half an hour on one core, so they are kept in a file: 384 big-endian floats each.
 */
final class SentenceVectors {
  static final int DIMENSION = 384;

  private SentenceVectors() {}

  /**
   * Embeds and writes phrases.
   *
   * @param args the file, the number of phrases, the seed, and INDEX or QUERY
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> phrases = ProductPhrases.of(Integer.parseInt(args[1]), Long.parseLong(args[2]));
    Purpose purpose = Purpose.valueOf(args[3]);
    Path file = Path.of(args[0]);
    Path part = Path.of(args[0] + ".part");
    long start = System.nanoTime();
    try (BgeSmallEmbedder embedder = BgeSmallEmbedder.create();
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 20))) {
      int done = 0;
      for (String phrase : phrases) {
        EmbedRequest request = EmbedRequest.ofTexts(List.of(phrase), purpose);
        for (float value : embedder.embed(request, StageContext.standalone()).get(0).toArray()) {
          out.writeFloat(value);
        }
        if (++done % 5000 == 0) {
          System.out.println(done + " after " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        }
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads the first vectors of a file. */
  static float[][] read(Path file, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    float[][] vectors = new float[count][DIMENSION];
    for (float[] vector : vectors) {
      for (int i = 0; i < DIMENSION; i++) {
        vector[i] = bytes.getFloat();
      }
    }
    return vectors;
  }
}
