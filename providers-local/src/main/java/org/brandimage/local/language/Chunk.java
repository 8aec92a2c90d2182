package org.brandimage.local.language;

import java.util.List;

/**
 * A phrase, or a word between phrases.
 *
 * @param kind what it is
 * @param words its words, at least one
 * @param head the index of a noun phrase's head; the last word otherwise
 */
record Chunk(Kind kind, List<Word> words, int head) {
  /** The kinds of chunk. */
  enum Kind {
    NOUN_PHRASE,
    ADJECTIVES,
    PREPOSITION,
    OF,
    CONJUNCTION,
    COMMA,
    BREAK,
    OTHER
  }

  Chunk {
    words = List.copyOf(words);
  }

  Word headWord() {
    return words.get(head);
  }

  Word first() {
    return words.get(0);
  }

  int start() {
    return first().start();
  }

  int end() {
    return words.get(words.size() - 1).end();
  }

  boolean hasDeterminer() {
    return first().role() == Role.DETERMINER;
  }

  /** Returns the index of the first word after determiners. */
  int nameIndex() {
    int i = 0;
    while (i < words.size() - 1 && words.get(i).role() == Role.DETERMINER) {
      i++;
    }
    return i;
  }
}
