package org.brandimage.local.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import opennlp.tools.postag.POSModel;
import opennlp.tools.tokenize.TokenizerModel;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;

/** Everything that turns a text into entities. Immutable and thread-safe. */
final class PromptGrammar {
  /** Not the class itself, which on the module path sees the resources of its own module only. */
  private static final ClassLoader LOADER = PromptGrammar.class.getClassLoader();

  private static final String TOKENIZER = "opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
  private static final String TAGGER = "opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\"“”„«»]+");

  private final PromptReader reader;

  private PromptGrammar(PromptReader reader) {
    this.reader = reader;
  }

  /**
   * Checks that the models are there, without reading them.
   *
   * @throws IllegalStateException when a model's jar is missing
   */
  static void requireModels() {
    for (String resource : List.of(TOKENIZER, TAGGER)) {
      if (LOADER.getResource(resource) == null) {
        throw missing(resource);
      }
    }
  }

  /**
   * Loads models and lexicon from the class path.
   *
   * @return the grammar
   * @throws IllegalStateException when a model's jar is missing
   */
  static PromptGrammar load() {
    TokenizerModel tokenizer = model(TOKENIZER, TokenizerModel::new);
    POSModel tagger = model(TAGGER, POSModel::new);
    return new PromptGrammar(new PromptReader(tokenizer, tagger, Lexicon.load()));
  }

  /**
   * Returns what a text names, each name once a kind, in the order of the text.
   *
   * @param text any text
   * @return the entities; empty when it names nothing
   */
  List<Entity> entities(String text) {
    List<Part> parts = new PartsGrammar(new Chunker(reader.read(text)).chunks()).parts();
    Map<String, Entity> found = new LinkedHashMap<>();
    for (Part part : parts) {
      String name = name(text.substring(part.nameStart(), part.end()));
      if (!name.isEmpty()) {
        String phrase = text.substring(part.start(), part.end());
        EntityKind kind = part.kind();
        found.putIfAbsent(kind + name, new Entity(kind, name, phrase));
      }
    }
    return List.copyOf(found.values());
  }

  private static String name(String words) {
    return BLANKS.matcher(words).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  private static <M> M model(String resource, ModelReader<M> reader) {
    try (InputStream stream = LOADER.getResourceAsStream(resource)) {
      if (stream == null) {
        throw missing(resource);
      }
      return reader.read(stream);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }

  private static IllegalStateException missing(String resource) {
    return new IllegalStateException(
        "class path has no " + resource + "; add the opennlp-models jars of this version");
  }

  /** Reads a model from a stream. */
  @FunctionalInterface
  private interface ModelReader<M> {
    M read(InputStream stream) throws IOException;
  }
}
