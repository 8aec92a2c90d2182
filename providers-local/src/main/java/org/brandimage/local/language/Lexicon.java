package org.brandimage.local.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The closed-class words, scenes and moods of the grammar. Immutable. */
final class Lexicon {
  private static final String RESOURCE = "lexicon.txt";
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Map<String, EnumSet<WordClass>> entries;
  private final int longest;

  private Lexicon(Map<String, EnumSet<WordClass>> entries) {
    this.entries = entries;
    this.longest =
        entries.keySet().stream().mapToInt(entry -> entry.split(" ", -1).length).max().orElse(1);
  }

  static Lexicon load() {
    try (InputStream stream =
            Objects.requireNonNull(Lexicon.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** Returns the most words of an entry. */
  int longest() {
    return longest;
  }

  /** Returns what is known of a word in singular or plural; empty when it is unknown. */
  Set<WordClass> classesOf(String folded) {
    Set<WordClass> found = entries.get(folded);
    int apostrophe = folded.lastIndexOf('\'');
    if (found == null && apostrophe > Math.max(0, folded.lastIndexOf(' '))) {
      return classesOf(folded.substring(0, apostrophe));
    }
    if (found == null && folded.endsWith("ies")) {
      found = entries.get(folded.substring(0, folded.length() - 3) + "y");
    }
    if (found == null && folded.endsWith("es")) {
      found = entries.get(folded.substring(0, folded.length() - 2));
    }
    if (found == null && folded.endsWith("s") && folded.length() > 3) {
      found = entries.get(folded.substring(0, folded.length() - 1));
    }
    return found == null ? Set.of() : found;
  }

  /** Returns a word in the form the lexicon has it: lower case, no accents. */
  static String fold(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFD);
    return MARKS.matcher(plain).replaceAll("").toLowerCase(java.util.Locale.ROOT);
  }

  private static Lexicon read(BufferedReader reader) throws IOException {
    Map<String, EnumSet<WordClass>> entries = new HashMap<>();
    WordClass section = WordClass.DETERMINER;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("[")) {
        section = WordClass.ofSection(line.substring(1, line.indexOf(']')));
      } else if (!line.startsWith("#")) {
        add(entries, line, section);
      }
    }
    return new Lexicon(entries);
  }

  private static void add(Map<String, EnumSet<WordClass>> entries, String line, WordClass section) {
    for (String part : line.split(",", -1)) {
      String entry = part.strip();
      if (!entry.isEmpty()) {
        entries.computeIfAbsent(entry, key -> EnumSet.noneOf(WordClass.class)).add(section);
      }
    }
  }
}
