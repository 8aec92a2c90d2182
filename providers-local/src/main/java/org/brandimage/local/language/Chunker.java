package org.brandimage.local.language;

import java.util.ArrayList;
import java.util.List;

/** Gathers words into noun phrases and what stands between them. Used for one text. */
final class Chunker {
  private final List<Word> words;
  private final List<Chunk> chunks = new ArrayList<>();

  Chunker(List<Word> words) {
    this.words = words;
  }

  /** Returns the phrases of the text in order; "a floor of a living room" is one phrase. */
  List<Chunk> chunks() {
    int i = 0;
    while (i < words.size()) {
      int end = phraseEnd(i);
      i = end > i ? phrase(i, end) : single(i);
    }
    return List.copyOf(chunks);
  }

  private int single(int i) {
    Word word = words.get(i);
    Chunk.Kind kind =
        switch (word.role()) {
          case PREPOSITION -> Chunk.Kind.PREPOSITION;
          case OF -> Chunk.Kind.OF;
          case CONJUNCTION -> Chunk.Kind.CONJUNCTION;
          case COMMA -> Chunk.Kind.COMMA;
          case BREAK -> Chunk.Kind.BREAK;
          default -> Chunk.Kind.OTHER;
        };
    chunks.add(new Chunk(kind, List.of(word), 0));
    return i + 1;
  }

  /**
   * Adds the phrase from i to end, without a tail that holds no noun, and returns where it ends.
   */
  private int phrase(int i, int end) {
    int noun = lastIndex(i, end, Role.NOUN);
    if (noun < 0) {
      boolean adjectives = lastIndex(i, end, Role.ADJECTIVE) >= 0;
      Chunk.Kind kind = adjectives ? Chunk.Kind.ADJECTIVES : Chunk.Kind.OTHER;
      chunks.add(new Chunk(kind, words.subList(i, end), end - i - 1));
      return end;
    }
    int stop = noun + 1;
    while (stop < end && words.get(stop).role() == Role.NUMBER) {
      stop++;
    }
    addNounPhrase(new Chunk(Chunk.Kind.NOUN_PHRASE, words.subList(i, stop), noun - i));
    return stop;
  }

  private void addNounPhrase(Chunk phrase) {
    int n = chunks.size();
    if (n >= 2
        && chunks.get(n - 1).kind() == Chunk.Kind.OF
        && chunks.get(n - 2).kind() == Chunk.Kind.NOUN_PHRASE
        && !chunks.get(n - 2).headWord().is(WordClass.META)) {
      Chunk whole = joined(chunks.get(n - 2), chunks.get(n - 1), phrase);
      chunks.subList(n - 2, n).clear();
      chunks.add(whole);
    } else {
      chunks.add(phrase);
    }
  }

  private static Chunk joined(Chunk left, Chunk of, Chunk right) {
    List<Word> all = new ArrayList<>(left.words());
    all.addAll(of.words());
    all.addAll(right.words());
    boolean relational = left.headWord().is(WordClass.RELATIONAL);
    int head = relational ? left.words().size() + 1 + right.head() : left.head();
    return new Chunk(Chunk.Kind.NOUN_PHRASE, all, head);
  }

  private int phraseEnd(int from) {
    int i = from;
    boolean noun = false;
    while (i < words.size() && continues(from, i, noun)) {
      noun |= words.get(i).role() == Role.NOUN;
      i++;
    }
    return i;
  }

  private boolean continues(int from, int i, boolean noun) {
    return switch (words.get(i).role()) {
      case DETERMINER -> i == from || words.get(i - 1).role() == Role.DETERMINER;
      case NUMBER, NOUN -> true;
      case ADJECTIVE -> !noun || isNounAfterAdjectives(i + 1);
      case ADVERB -> roleAt(i + 1) == Role.ADJECTIVE && !noun;
      case CONJUNCTION -> !noun && isBetweenAdjectives(from, i) && isNounAfterAdjectives(i + 1);
      case COMMA ->
          !noun
              && words.get(from).role() == Role.DETERMINER
              && isBetweenAdjectives(from, i)
              && isNounAfterAdjectives(i + 1);
      default -> false;
    };
  }

  private boolean isBetweenAdjectives(int from, int i) {
    return i > from && roleAt(i - 1) == Role.ADJECTIVE && roleAt(i + 1) == Role.ADJECTIVE;
  }

  private boolean isNounAfterAdjectives(int i) {
    int next = i;
    while (roleAt(next) == Role.ADJECTIVE) {
      next++;
    }
    return roleAt(next) == Role.NOUN;
  }

  private Role roleAt(int i) {
    return i < words.size() ? words.get(i).role() : Role.BREAK;
  }

  private int lastIndex(int from, int end, Role role) {
    for (int i = end - 1; i >= from; i--) {
      if (words.get(i).role() == role) {
        return i;
      }
    }
    return -1;
  }
}
