package org.brandimage.local.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Properties of a phrase that do not depend on its neighbours. Stateless. */
final class Phrases {
  private Phrases() {}

  /** Returns some words of a phrase as a phrase of their own; the last is its head. */
  static Chunk part(Chunk phrase, int from, int to) {
    List<Word> words = phrase.words().subList(from, to);
    return new Chunk(Chunk.Kind.NOUN_PHRASE, words, words.size() - 1);
  }

  /** Returns whether a phrase as a whole is a time, a season, weather, light or a style. */
  static boolean isTheme(Chunk phrase) {
    int from = phrase.nameIndex();
    return Compounds.themeStart(phrase.words(), from, phrase.head() + 1) == from;
  }

  /** Returns whether an adjective that stands alone is a mood. */
  static boolean isMood(Word word, int chunkIndex) {
    boolean plain =
        word.isAny(WordClass.COLOUR, WordClass.MATERIAL, WordClass.VAGUE)
            || word.role() != Role.ADJECTIVE;
    boolean unknown = chunkIndex > 0 && word.classes().isEmpty() && word.folded().length() > 3;
    return word.is(WordClass.THEME_ADJECTIVE) || (!plain && unknown);
  }

  /** Returns whether "in" and a bare material say what the thing before them is made of. */
  static boolean isMaterial(Chunk phrase, Word by) {
    return isIn(by) && !phrase.hasDeterminer() && phrase.headWord().is(WordClass.MATERIAL);
  }

  /** Returns whether a phrase names nothing that could be shown: "use", "our customers". */
  static boolean isIdle(Chunk phrase) {
    Word head = phrase.headWord();
    boolean bare = phrase.words().stream().filter(word -> word.role() == Role.NOUN).count() == 1;
    return bare && head.isAny(WordClass.IDLE, WordClass.PEOPLE);
  }

  /** Returns whether a phrase is a part of the picture itself: "in the background". */
  static boolean isFrame(Chunk phrase, @Nullable Word by) {
    int rest = phrase.words().size() - phrase.nameIndex();
    return by != null && isIn(by) && rest == 1 && phrase.headWord().is(WordClass.FRAME);
  }

  /** Returns whether a phrase is the side that light comes from: "from the upper left". */
  static boolean isLightSide(Chunk phrase, @Nullable Word by) {
    boolean from = by != null && by.folded().equals("from");
    return from && phrase.words().stream().anyMatch(Phrases::isSide);
  }

  /** Returns whether bare light is a mood because it has a side: "light from the left". */
  static boolean isLitFromASide(List<Chunk> chunks, int i) {
    return chunks.get(i).headWord().is(WordClass.LIGHT_NOUN)
        && i + 2 < chunks.size()
        && chunks.get(i + 1).kind() == Chunk.Kind.PREPOSITION
        && isLightSide(chunks.get(i + 2), chunks.get(i + 1).first());
  }

  /** A tent, a house or a window that opens the text is the product when a place follows. */
  static boolean isStageForNext(List<Chunk> chunks, int i) {
    if (i + 2 >= chunks.size()) {
      return false;
    }
    Chunk next = chunks.get(i + 1);
    Chunk place = chunks.get(i + 2);
    return next.kind() == Chunk.Kind.PREPOSITION
        && next.first().is(WordClass.PLACE)
        && place.kind() == Chunk.Kind.NOUN_PHRASE
        && !isTheme(place)
        && !isFrame(place, next.first());
  }

  private static boolean isSide(Word word) {
    return word.folded().equals("left") || word.folded().equals("right");
  }

  static boolean isIn(Word by) {
    return by.folded().equals("in");
  }
}
