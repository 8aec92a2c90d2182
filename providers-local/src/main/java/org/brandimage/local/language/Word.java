package org.brandimage.local.language;

import java.util.Set;

/**
 * A word, or a fixed group of words such as "living room", of a text.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param folded its letters in lower case and without accents
 * @param tag the universal part-of-speech tag the model gave it
 * @param classes its classes in the lexicon
 * @param role what it does in its phrase
 */
record Word(int start, int end, String folded, String tag, Set<WordClass> classes, Role role) {
  boolean is(WordClass wordClass) {
    return classes.contains(wordClass);
  }

  boolean isAny(WordClass first, WordClass... others) {
    boolean found = is(first);
    for (WordClass other : others) {
      found |= is(other);
    }
    return found;
  }

  Word as(Role other) {
    return new Word(start, end, folded, tag, classes, other);
  }
}
