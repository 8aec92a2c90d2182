package org.brandimage.local.vision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.Tensor;
import org.brandimage.spi.error.InvalidInputException;

/**
 * CLIP's byte-pair encoding (GitHub openai/CLIP, {@code simple_tokenizer}; OpenCLIP and so HPS use
 * the same): lower case, blanks joined, bytes as letters, the 48,894 merges of the vocabulary file
 * in their order, start and end marks, padded with zeros. Texts beyond the context are cut and
 * still end with the end mark. HTML entities and broken encodings are not repaired. Immutable and
 * thread-safe.
 */
final class ClipTokenizer {
  /** How many tokens a text becomes. */
  static final int CONTEXT = 77;

  private static final int MERGES = 49152 - 256 - 2;
  private static final String END_OF_WORD = "</w>";
  private static final Pattern WORDS =
      Pattern.compile(
          "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|"
              + "[^\\s\\p{L}\\p{N}]+");

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();
  private final String[] letters = letters();

  private ClipTokenizer(List<String> merges) {
    List<String> tokens = new ArrayList<>();
    for (int value : printableFirst()) {
      tokens.add(letters[value]);
    }
    tokens.addAll(tokens.stream().map(letter -> letter + END_OF_WORD).toList());
    for (String merge : merges) {
      ranks.put(merge, ranks.size());
      tokens.add(merge.replace(" ", ""));
    }
    tokens.add("<|startoftext|>");
    tokens.add("<|endoftext|>");
    for (int i = 0; i < tokens.size(); i++) {
      ids.put(tokens.get(i), i);
    }
  }

  /**
   * Reads the vocabulary.
   *
   * @param store holds {@link ModelCatalogue#CLIP_VOCABULARY}
   * @return the tokenizer
   * @throws InvalidInputException when the file is missing or is another
   */
  static ClipTokenizer open(ModelStore store) {
    Path file = store.file(ModelCatalogue.CLIP_VOCABULARY);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> merges = lines.lines().skip(1).limit(MERGES).toList();
      if (merges.size() == MERGES && merges.stream().allMatch(line -> line.matches("\\S+ \\S+"))) {
        return new ClipTokenizer(merges);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw unusable(file, e);
    }
    throw unusable(file, null);
  }

  private static InvalidInputException unusable(
      Path file, @org.jspecify.annotations.Nullable Exception cause) {
    InvalidInputException error =
        new InvalidInputException(
            "model " + ModelCatalogue.CLIP_VOCABULARY.name(),
            file.getFileName(),
            "is not CLIP's list of merges; get it from " + ModelCatalogue.CLIP_VOCABULARY.source());
    if (cause != null) {
      error.initCause(cause);
    }
    return error;
  }

  /**
   * Divides texts into tokens.
   *
   * @param texts the texts
   * @return {@code i64[n,77]}
   */
  Tensor apply(List<String> texts) {
    long[] all = new long[texts.size() * CONTEXT];
    for (int i = 0; i < texts.size(); i++) {
      long[] tokens = tokens(texts.get(i));
      System.arraycopy(tokens, 0, all, i * CONTEXT, tokens.length);
    }
    return Tensor.ofLongs(all, texts.size(), CONTEXT);
  }

  /**
   * Divides a text into tokens.
   *
   * @param text the text
   * @return the ids with start and end mark, at most {@link #CONTEXT} of them
   */
  long[] tokens(String text) {
    long start = id("<|startoftext|>");
    long end = id("<|endoftext|>");
    long[] tokens = new long[CONTEXT];
    tokens[0] = start;
    int count = 1;
    String clean = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    Matcher words = WORDS.matcher(clean);
    while (words.find() && count < CONTEXT) {
      for (String piece : pieces(words.group())) {
        if (count < CONTEXT) {
          tokens[count++] = id(piece);
        }
      }
    }
    if (count == CONTEXT) {
      tokens[CONTEXT - 1] = end;
      return tokens;
    }
    tokens[count++] = end;
    return Arrays.copyOf(tokens, count);
  }

  private long id(String token) {
    return java.util.Objects.requireNonNull(ids.get(token), token);
  }

  private List<String> pieces(String word) {
    if (ids.containsKey(word) && word.startsWith("<|")) {
      return List.of(word);
    }
    List<String> pieces = new ArrayList<>();
    for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
      pieces.add(letters[value & 0xFF]);
    }
    pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + END_OF_WORD);
    while (pieces.size() > 1 && mergeBest(pieces)) {
      // one kind of pair after another, the earliest merge of the list first
    }
    return pieces;
  }

  private boolean mergeBest(List<String> pieces) {
    int best = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < pieces.size(); i++) {
      best =
          Math.min(
              best, ranks.getOrDefault(pieces.get(i) + " " + pieces.get(i + 1), Integer.MAX_VALUE));
    }
    if (best == Integer.MAX_VALUE) {
      return false;
    }
    for (int i = 0; i + 1 < pieces.size(); i++) {
      Integer rank = ranks.get(pieces.get(i) + " " + pieces.get(i + 1));
      if (rank != null && rank == best) {
        pieces.set(i, pieces.get(i) + pieces.remove(i + 1));
      }
    }
    return true;
  }

  /** A letter for each byte, so that merges need not deal with blanks and control characters. */
  private static String[] letters() {
    String[] letters = new String[256];
    int others = 0;
    for (int value = 0; value < 256; value++) {
      letters[value] = String.valueOf((char) (printable(value) ? value : 256 + others));
      others += printable(value) ? 0 : 1;
    }
    return letters;
  }

  private static int[] printableFirst() {
    int[] order = new int[256];
    int count = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int value = 0; value < 256; value++) {
        if (printable(value) == (pass == 0)) {
          order[count++] = value;
        }
      }
    }
    return order;
  }

  private static boolean printable(int value) {
    return (value >= '!' && value <= '~')
        || (value >= 0xA1 && value <= 0xAC)
        || (value >= 0xAE && value <= 0xFF);
  }
}
