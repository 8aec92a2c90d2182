package org.brandimage.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * BERT's uncased WordPiece tokenizer (Devlin et al., 2019): words in lower case without accents,
 * each divided into the longest pieces of a vocabulary from the left. Equal, token by token, to the
 * reference implementation, Hugging Face's tokenizers with BertNormalizer and BertPreTokenizer.
 * Names of special tokens in a text, such as {@code [SEP]}, become those tokens there and here.
 * Immutable and thread-safe; about 5 MB.
 */
public final class WordPieceTokenizer {
  private static final int MOST_CHARACTERS_A_WORD = 100;
  private static final String CONTINUED = "##";
  private static final String UNKNOWN = "[UNK]";
  private static final Pattern SPECIAL = Pattern.compile("\\[(?:PAD|UNK|CLS|SEP|MASK)\\]");
  private static final List<String> NEEDED = List.of("[PAD]", UNKNOWN, "[CLS]", "[SEP]", "[MASK]");

  private final BertCharacters characters = BertCharacters.load();
  private final Map<String, Integer> vocabulary;
  private final int longestPiece;

  private WordPieceTokenizer(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    this.longestPiece = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * Reads a vocabulary.
   *
   * @param json a file in the format of Hugging Face's {@code tokenizer.json}; stays open
   * @return the tokenizer
   * @throws IOException when it cannot be read, or is of another kind of tokenizer
   */
  public static WordPieceTokenizer read(InputStream json) throws IOException {
    JsonNode file = new ObjectMapper().readTree(json);
    if (!file.at("/model/type").asText().equals("WordPiece")
        || !file.at("/normalizer/type").asText().equals("BertNormalizer")
        || !file.at("/normalizer/lowercase").asBoolean()) {
      throw new IOException("tokenizer.json is not of BERT's uncased tokenizer");
    }
    Map<String, Integer> vocabulary = new HashMap<>();
    file.at("/model/vocab")
        .properties()
        .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
    if (!vocabulary.keySet().containsAll(NEEDED)) {
      throw new IOException("tokenizer.json has not all of " + NEEDED);
    }
    return new WordPieceTokenizer(vocabulary);
  }

  /**
   * Divides a text into tokens.
   *
   * @param text any text
   * @param most the most tokens, at least 2; what is beyond is cut off
   * @return the ids, from the start mark to the end mark
   */
  public long[] encode(String text, int most) {
    if (most < 2) {
      throw new IllegalArgumentException("most must be at least 2: " + most);
    }
    List<Integer> ids = new ArrayList<>();
    ids.add(id("[CLS]"));
    Matcher special = SPECIAL.matcher(text);
    int from = 0;
    while (special.find() && ids.size() < most) {
      addWords(text.substring(from, special.start()), most, ids);
      ids.add(id(special.group()));
      from = special.end();
    }
    addWords(text.substring(from), most, ids);
    List<Integer> kept = ids.subList(0, Math.min(ids.size(), most - 1));
    return LongStream.concat(
            kept.stream().mapToLong(Integer::longValue), LongStream.of(id("[SEP]")))
        .toArray();
  }

  /**
   * Divides a text into a fixed number of tokens.
   *
   * @param text any text
   * @param length how many tokens; a longer text is cut off, a shorter one filled up
   * @return ids and mask, each of this length
   */
  public PaddedTokens padded(String text, int length) {
    long[] ids = encode(text, length);
    long[] mask = new long[length];
    Arrays.fill(mask, 0, ids.length, 1);
    long[] padded = Arrays.copyOf(ids, length);
    Arrays.fill(padded, ids.length, length, id("[PAD]"));
    return new PaddedTokens(padded, mask);
  }

  private void addWords(String text, int most, List<Integer> ids) {
    for (String word : characters.words(text)) {
      if (ids.size() >= most) {
        return;
      }
      addPieces(word, ids);
    }
  }

  private void addPieces(String word, List<Integer> ids) {
    int before = ids.size();
    boolean known = word.codePointCount(0, word.length()) <= MOST_CHARACTERS_A_WORD;
    int from = 0;
    while (known && from < word.length()) {
      String start = from == 0 ? "" : CONTINUED;
      int to = Math.min(word.length(), from + longestPiece);
      while (to > from && !vocabulary.containsKey(start + word.substring(from, to))) {
        to--;
      }
      known = to > from;
      if (known) {
        ids.add(id(start + word.substring(from, to)));
        from = to;
      }
    }
    if (!known) {
      ids.subList(before, ids.size()).clear();
      ids.add(id(UNKNOWN));
    }
  }

  private int id(String token) {
    return Objects.requireNonNull(vocabulary.get(token), token);
  }

  /** Tokens of a text, filled up to a fixed length. Immutable. */
  public static final class PaddedTokens {
    private final long[] ids;
    private final long[] mask;

    PaddedTokens(long[] ids, long[] mask) {
      this.ids = ids;
      this.mask = mask;
    }

    /** {@return the ids of the tokens, a copy} */
    public long[] ids() {
      return ids.clone();
    }

    /** {@return 1 for each token of the text and 0 for each that fills up, a copy} */
    public long[] mask() {
      return mask.clone();
    }
  }
}
