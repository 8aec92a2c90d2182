package org.brandimage.local.language;

import java.util.Locale;

/** A class of words the grammar decides by; the sections of {@code lexicon.txt}. */
enum WordClass {
  DETERMINER,
  OF,
  PLACE,
  TIME,
  WITH,
  WITHOUT,
  FOR,
  OTHER_PREPOSITION,
  CONJUNCTION,
  INSTRUCTION,
  FINITE_VERB,
  PARTICIPLE_MODIFIER,
  ADVERB,
  META,
  FRAME,
  IDLE,
  PEOPLE,
  VAGUE,
  COLOUR,
  COLOURED_THING,
  MATERIAL,
  SCENE,
  OPEN_SCENE,
  SCENE_MODIFIER,
  FURNITURE,
  THEME_NOUN,
  LIGHT_NOUN,
  LIGHT_MODIFIER,
  THEME_ADJECTIVE,
  THEME_MODIFIER,
  STYLE_NOUN,
  STANCE,
  PRONOUN,
  EXCLAMATION,
  AMBIGUOUS_SCENE,
  RELATIONAL;

  /** Returns the class a section of the lexicon is named after. */
  static WordClass ofSection(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  boolean isPreposition() {
    return switch (this) {
      case PLACE, TIME, WITH, WITHOUT, FOR, OTHER_PREPOSITION -> true;
      default -> false;
    };
  }
}
