package org.brandimage.local.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The kinds of characters in BERT's uncased normalisation. They come from a table and not from the
 * JDK, whose version of Unicode changes; the reference implementation has its own. Immutable.
 */
final class BertCharacters {
  /** What becomes of a code point. */
  enum Kind {
    /** It is part of a word. */
    LETTER,
    /** It is left out: a control, an unassigned code point, or an accent. */
    REMOVED,
    /** It ends a word. */
    SPACE,
    /** It is a word of its own: punctuation, or an ideograph. */
    ALONE
  }

  private static final String TABLE = "bert-characters.txt";

  private final int[] firsts;
  private final int[] lasts;
  private final Kind[] kinds;

  private BertCharacters(List<int[]> ranges, List<Kind> kinds) {
    this.firsts = ranges.stream().mapToInt(range -> range[0]).toArray();
    this.lasts = ranges.stream().mapToInt(range -> range[1]).toArray();
    this.kinds = kinds.toArray(Kind[]::new);
  }

  /** Reads the table from the class path. */
  static BertCharacters load() {
    List<int[]> ranges = new ArrayList<>();
    List<Kind> kinds = new ArrayList<>();
    try (InputStream stream =
            Objects.requireNonNull(BertCharacters.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split(" ", -1);
          ranges.add(new int[] {Integer.parseInt(parts[0], 16), Integer.parseInt(parts[1], 16)});
          kinds.add(kind(parts[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
    return new BertCharacters(ranges, kinds);
  }

  Kind of(int codePoint) {
    int place = Arrays.binarySearch(firsts, codePoint);
    int range = place >= 0 ? place : -place - 2;
    return range >= 0 && codePoint <= lasts[range] ? kinds[range] : Kind.LETTER;
  }

  /** Returns the words of a text: in lower case, without accents, punctuation by itself. */
  List<String> words(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(c -> of(c) != Kind.REMOVED).forEach(kept::appendCodePoint);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Normalizer.normalize(kept, Normalizer.Form.NFD)
        .codePoints()
        .forEach(
            c -> {
              switch (of(c)) {
                case LETTER -> word.appendCodePoint(Character.toLowerCase(c));
                case ALONE -> {
                  end(word, words);
                  words.add(Character.toString(Character.toLowerCase(c)));
                }
                case SPACE -> end(word, words);
                case REMOVED -> {}
              }
            });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static Kind kind(String letter) {
    return switch (letter) {
      case "R" -> Kind.REMOVED;
      case "W" -> Kind.SPACE;
      case "P" -> Kind.ALONE;
      default -> throw new IllegalStateException(TABLE + " has an unknown kind: " + letter);
    };
  }
}
