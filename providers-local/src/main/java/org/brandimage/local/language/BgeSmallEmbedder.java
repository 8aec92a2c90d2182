package org.brandimage.local.language;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.brandimage.local.model.BgeModel;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * An embedder of English text that runs on this machine: BGE-small-en-v1.5 (Xiao et al., "C-Pack",
 * 2023) with 8-bit weights, on ONNX Runtime through Deep Java Library. The state of the first token
 * becomes the embedding, scaled to length 1; texts to search with get the instruction the model
 * card asks for ("Represent this sentence for searching relevant passages: ").
 *
 * <p>Model and tokenizer come from a jar on the class path; nothing is downloaded. ONNX Runtime's
 * native libraries are loaded from a temp folder that only this user may enter and that is removed
 * at once. DJL's telemetry is held back while this class starts it, see below.
 *
 * <p>Texts beyond 512 tokens are cut. Deterministic on one machine: texts are run one by one, since
 * the 8-bit model's answers depend on what is in a batch. Cost: one CPU core for some milliseconds
 * a short text, about 150 MB of memory. Thread-safe; close it when no longer used.
 *
 * <p><b>Telemetry.</b> DJL reports the EC2 instances it starts on, unless {@code OPT_OUT_TRACKING}
 * or {@code ai.djl.offline} is set. This class sets the system property {@code OPT_OUT_TRACKING}
 * for the moment of starting DJL, if neither is set, and removes it again. An application that uses
 * DJL elsewhere should set one of them for the whole process.
 */
public final class BgeSmallEmbedder implements Embedder, AutoCloseable {
  private static final String MODEL = "bge-small-en-v1.5-q";
  private static final String QUERY_PREFIX =
      "Represent this sentence for searching relevant passages: ";

  private final BgeModel model = BgeModel.create();

  /** Held for writing only to close: native memory must not go while a text is being embedded. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  private BgeSmallEmbedder() {}

  /**
   * Creates an embedder. It loads its model with the first text, which reads 34 MB.
   *
   * @return an embedder to keep and share
   * @throws IllegalStateException when the jar that holds the model is missing
   * @throws org.brandimage.spi.error.PipelineConfigurationException when native libraries would be
   *     loaded from a place that other users can write to
   */
  public static BgeSmallEmbedder create() {
    return new BgeSmallEmbedder();
  }

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public int dimension() {
    return BgeModel.DIMENSION;
  }

  @Override
  public boolean embedsImages() {
    return false;
  }

  /**
   * Embeds texts.
   *
   * @throws IllegalStateException when the embedder is closed
   */
  @Override
  public List<Embedding> embed(EmbedRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(context, "context");
    if (!request.images().isEmpty()) {
      throw new UnsupportedInputException(
          MODEL + " embeds texts only; describe the pictures, or use a multimodal embedder");
    }
    long begin = System.nanoTime();
    String prefix = request.purpose() == EmbedRequest.Purpose.QUERY ? QUERY_PREFIX : "";
    List<Embedding> embeddings = new ArrayList<>(request.count());
    long tokens = 0;
    for (String text : request.texts()) {
      context.checkActive();
      use.readLock().lock();
      try {
        checkOpen();
        long[] ids = model.tokens(prefix + text);
        embeddings.add(Embedding.of(model.firstTokenState(ids)));
        tokens += ids.length;
      } finally {
        use.readLock().unlock();
      }
    }
    record(request, new TokenUsage(tokens, 0), System.nanoTime() - begin, context);
    return List.copyOf(embeddings);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("embedder is closed");
    }
  }

  private static void record(
      EmbedRequest request, TokenUsage usage, long nanos, StageContext context) {
    context.record(
        CallRecord.builder("BgeSmallEmbedder", MODEL)
            .parameter("purpose", request.purpose())
            .parameter("texts", request.count())
            .usage(usage)
            .elapsed(Duration.ofNanos(nanos))
            .build());
  }

  /** Frees the model's memory; does nothing when called again. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        model.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  @Override
  public String toString() {
    return "BgeSmallEmbedder[" + MODEL + "]";
  }
}
