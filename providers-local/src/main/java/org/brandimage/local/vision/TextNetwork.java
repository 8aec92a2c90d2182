package org.brandimage.local.vision;

import java.util.List;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.model.Embedding;

/**
 * The text tower of a CLIP in the usual export layout, with its tokenizer. Texts are embedded one
 * by one, so exports with a fixed batch of 1 serve as well. Thread-safe until it is closed.
 */
final class TextNetwork implements AutoCloseable {
  private static final String OUTPUT = "text_embeds";

  private final OnnxModel model;
  private final ClipTokenizer tokenizer;

  private TextNetwork(OnnxModel model, ClipTokenizer tokenizer) {
    this.model = model;
    this.tokenizer = tokenizer;
  }

  /**
   * Opens a network.
   *
   * @param store where its file is
   * @param entry the network
   * @param tokenizer what its texts are read by
   * @return the network, to be closed by the caller
   */
  static TextNetwork load(ModelStore store, ModelEntry entry, ClipTokenizer tokenizer) {
    return new TextNetwork(store.load(entry), tokenizer);
  }

  /**
   * Embeds a text.
   *
   * @param text any text; 75 tokens are read
   * @return the embedding
   * @throws StageException when the network gives zeros or no numbers
   */
  Embedding embed(String text) {
    float[] values = model.run(tokenizer.apply(List.of(text)), OUTPUT, -1).row(0);
    try {
      return Embedding.of(values);
    } catch (IllegalArgumentException e) {
      throw new StageException(
          "model " + model.name() + " gave no usable embedding; check the file",
          e,
          StageException.RetryInfo.once(false));
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
