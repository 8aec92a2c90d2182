package org.brandimage.benchmarks.retrieve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;

/**
 * Real sentence embeddings: {@link ProductPhrases} through BGE-small, 100,000 to be searched and
 * 1,000 other ones as queries. Embedding them takes half an hour of one core or more, so they are
 * kept in files: 384 big-endian floats each. Until all are there a file ends in {@code .part}, and
 * the next run goes on from it.
 */
final class SentenceVectors {
  static final int DIMENSION = 384;
  static final int MOST = 100_000;
  private static final int BYTES = DIMENSION * Float.BYTES;

  private SentenceVectors() {}

  /** Returns the vectors to search, made first where the folder has none. */
  static float[][] rows(Path folder, int count) throws IOException, InterruptedException {
    return read(made(folder.resolve("rows.f32"), ProductPhrases.of(MOST, 1), Purpose.INDEX), count);
  }

  /** Returns queries, made first where the folder has none. */
  static float[][] queries(Path folder, int count) throws IOException, InterruptedException {
    return read(
        made(folder.resolve("queries.f32"), ProductPhrases.of(1000, 2), Purpose.QUERY), count);
  }

  private static Path made(Path file, List<String> phrases, Purpose purpose)
      throws IOException, InterruptedException {
    if (Files.exists(file)) {
      return file;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (BgeSmallEmbedder embedder = BgeSmallEmbedder.create();
        FileChannel out =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      int done = (int) (out.size() / BYTES);
      if (done > 0) {
        ByteBuffer last = ByteBuffer.allocate(BYTES);
        out.read(last, (long) (done - 1) * BYTES);
        check(vector(last.flip()), embedded(embedder, phrases.get(done - 1), purpose), part);
      }
      for (int i = done; i < phrases.size(); i++) {
        ByteBuffer row = ByteBuffer.allocate(BYTES);
        row.asFloatBuffer().put(embedded(embedder, phrases.get(i), purpose));
        out.write(row, (long) i * BYTES);
      }
    }
    return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void check(float[] there, float[] expected, Path file) {
    if (!Arrays.equals(there, expected)) {
      throw new IllegalStateException(file + " holds other phrases; remove it to start anew");
    }
  }

  private static float[] embedded(BgeSmallEmbedder embedder, String phrase, Purpose purpose)
      throws InterruptedException {
    EmbedRequest request = EmbedRequest.ofTexts(List.of(phrase), purpose);
    return embedder.embed(request, StageContext.standalone()).get(0).toArray();
  }

  private static float[][] read(Path file, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    if (bytes.capacity() < (long) count * BYTES) {
      throw new IllegalStateException(file + " holds fewer than " + count + " vectors");
    }
    float[][] vectors = new float[count][];
    for (int i = 0; i < count; i++) {
      vectors[i] = vector(bytes);
    }
    return vectors;
  }

  private static float[] vector(ByteBuffer from) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = from.getFloat();
    }
    return vector;
  }
}
