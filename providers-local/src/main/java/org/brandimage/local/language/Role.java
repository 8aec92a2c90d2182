package org.brandimage.local.language;

/** What a word does in its phrase. */
enum Role {
  DETERMINER,
  NUMBER,
  ADJECTIVE,
  ADVERB,
  NOUN,
  PREPOSITION,
  OF,
  CONJUNCTION,
  COMMA,
  VERB,
  PRONOUN,
  /** The end of a sentence, a line, or a passage in another script. */
  BREAK
}
