package org.brandimage.local.language;

import java.util.List;

/**
 * Finds where place and mood begin in nouns that run together: "sneaker living room sunset" is a
 * sneaker, a living room and a sunset. Stateless.
 */
final class Compounds {
  private Compounds() {}

  /**
   * Returns where the mood at the end of a run of words begins.
   *
   * @return the index of its first word, or {@code to} when the words do not end in a mood
   */
  static int themeStart(List<Word> words, int from, int to) {
    if (to <= from || !isThemeHead(words, from, to)) {
      return to;
    }
    Word head = words.get(to - 1);
    boolean light = head.isAny(WordClass.LIGHT_NOUN, WordClass.STYLE_NOUN);
    int start = to - 1;
    while (start > from && qualifiesTheme(words.get(start - 1), light)) {
      start--;
    }
    if (!holdsNoun(words, from, start)) {
      return from;
    }
    return head.is(WordClass.STYLE_NOUN) && start == to - 1 ? from : start;
  }

  /**
   * Returns where the place at the end of a run of words begins.
   *
   * @return the index of its first word, or {@code to} when the words do not end in a place
   */
  static int sceneStart(List<Word> words, int from, int to) {
    if (to <= from || !isSceneHead(words, from, to)) {
      return to;
    }
    int start = to - 1;
    boolean qualified = start > from && qualifiesScene(words.get(start - 1));
    if (words.get(start).is(WordClass.AMBIGUOUS_SCENE) && start > from && !qualified) {
      return to;
    }
    if (words.get(start).is(WordClass.OPEN_SCENE)
        && start > from
        && !qualified
        && holdsNoun(words, from, start - 1)) {
      start--;
    }
    while (start > from && qualifiesScene(words.get(start - 1))) {
      start--;
    }
    return holdsNoun(words, from, start) ? start : from;
  }

  private static boolean isSceneHead(List<Word> words, int from, int to) {
    Word head = words.get(to - 1);
    boolean edge = head.is(WordClass.RELATIONAL) && to - 2 >= from;
    return head.is(WordClass.SCENE) || (edge && words.get(to - 2).is(WordClass.SCENE));
  }

  static boolean holdsNoun(List<Word> words, int from, int to) {
    return words.subList(from, to).stream().anyMatch(word -> word.role() == Role.NOUN);
  }

  private static boolean isThemeHead(List<Word> words, int from, int to) {
    Word head = words.get(to - 1);
    if (head.is(WordClass.LIGHT_NOUN) && to - 2 >= from) {
      int before = words.get(to - 2).is(WordClass.COLOUR) && to - 3 >= from ? to - 3 : to - 2;
      return words
          .get(before)
          .isAny(WordClass.LIGHT_MODIFIER, WordClass.THEME_ADJECTIVE, WordClass.THEME_NOUN);
    }
    return head.is(WordClass.THEME_NOUN);
  }

  private static boolean qualifiesTheme(Word word, boolean light) {
    if (word.isAny(WordClass.THEME_NOUN, WordClass.THEME_ADJECTIVE, WordClass.THEME_MODIFIER)) {
      return true;
    }
    if (light && word.isAny(WordClass.LIGHT_MODIFIER, WordClass.COLOUR)) {
      return true;
    }
    return switch (word.role()) {
      case ADVERB, NUMBER, CONJUNCTION, COMMA -> true;
      case ADJECTIVE -> !word.isAny(WordClass.COLOUR, WordClass.MATERIAL);
      default -> false;
    };
  }

  private static boolean qualifiesScene(Word word) {
    if (word.isAny(
        WordClass.SCENE,
        WordClass.SCENE_MODIFIER,
        WordClass.MATERIAL,
        WordClass.THEME_NOUN,
        WordClass.COLOUR)) {
      return true;
    }
    return switch (word.role()) {
      case ADJECTIVE, ADVERB, NUMBER, CONJUNCTION, COMMA -> true;
      default -> false;
    };
  }
}
