package org.brandimage.local.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.brandimage.spi.decompose.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each phrase of a text names. Prepositions decide first: what something stands on, in
 * or by is a place, unless it is a time or a mood; "with" belongs to the thing before it. Without a
 * preposition the head noun decides. Used for one text.
 */
final class PartsGrammar {
  private final List<Chunk> chunks;
  private final List<Part> parts = new ArrayList<>();
  private final List<Part> spares = new ArrayList<>();

  /** The preposition that governs the next phrase. */
  private @Nullable Word governor;

  /** What the phrase before named, when nothing but a preposition or a conjunction came since. */
  private @Nullable EntityKind neighbour;

  private boolean afterMeta;
  private boolean joined;

  /** What was last attached to a part by "with", and the part before that. */
  private @Nullable Chunk attachment;

  private @Nullable Part beforeAttachment;

  PartsGrammar(List<Chunk> chunks) {
    this.chunks = chunks;
  }

  /** Returns the parts in the order of the text. */
  List<Part> parts() {
    for (int i = 0; i < chunks.size(); i++) {
      step(i);
    }
    if (parts.stream().noneMatch(part -> part.kind() == EntityKind.PRODUCT)) {
      parts.addAll(spares);
    }
    parts.sort(Comparator.comparingInt(Part::nameStart));
    return List.copyOf(parts);
  }

  private void step(int i) {
    Chunk chunk = chunks.get(i);
    switch (chunk.kind()) {
      case PREPOSITION -> governor = chunk.first();
      case CONJUNCTION -> {
        joined = true;
        governor = null;
      }
      case NOUN_PHRASE -> nounPhrase(i, chunk);
      case ADJECTIVES -> adjectives(i, chunk);
      default -> forget(null);
    }
  }

  private void nounPhrase(int i, Chunk phrase) {
    @Nullable Word by = governor;
    if (Phrases.isLitFromASide(chunks, i)) {
      add(EntityKind.THEME, phrase);
    } else if (Phrases.isLightSide(phrase, by)) {
      lightSide(i, phrase);
    } else if (Phrases.isIdle(phrase) || isExcluding(by)) {
      forget(null);
    } else if (Phrases.isFrame(phrase, by)) {
      detachPlace();
    } else if (phrase.headWord().is(WordClass.META)) {
      meta(phrase);
    } else if (by == null) {
      free(i, phrase);
    } else {
      governed(i, phrase, by);
    }
  }

  /** The side belongs to the mood before it, or to "lit": "a mug lit from the left". */
  private void lightSide(int i, Chunk side) {
    @Nullable Chunk verb = i < 2 ? null : chunks.get(i - 2);
    if (neighbour == EntityKind.THEME) {
      attach(side);
    } else if (verb != null && verb.first().folded().equals("lit")) {
      int start = verb.first().start();
      parts.add(new Part(EntityKind.THEME, start, start, side.end()));
      forget(EntityKind.THEME);
    } else {
      forget(null);
    }
  }

  private void governed(int i, Chunk phrase, Word by) {
    if (by.isAny(WordClass.PLACE, WordClass.TIME)) {
      place(phrase, by);
    } else if (Phrases.isTheme(phrase)) {
      add(EntityKind.THEME, phrase);
    } else if (afterMeta || (products() == 0 && neighbour == null)) {
      governor = null;
      free(i, phrase);
    } else if (by.is(WordClass.WITH)
        && neighbour == EntityKind.PRODUCT
        && phrase.headWord().is(WordClass.SCENE)) {
      add(EntityKind.BACKGROUND, phrase);
    } else if (neighbour != null && neighbour != EntityKind.THEME && !joined) {
      attach(phrase);
    } else {
      forget(null);
    }
  }

  /** A phrase after on, in, at, by and their like, or during. */
  private void place(Chunk phrase, Word by) {
    int from = phrase.nameIndex();
    int head = phrase.head() + 1;
    int theme = Compounds.themeStart(phrase.words(), from, head);
    if (theme == from) {
      add(EntityKind.THEME, phrase);
      return;
    }
    if (by.is(WordClass.TIME)) {
      forget(null);
    } else if (belongsToNeighbour(phrase, by)) {
      Chunk shown = theme < head ? Phrases.part(phrase, 0, theme) : phrase;
      attach(shown);
      attachment = null;
    } else if (theme < head) {
      add(EntityKind.BACKGROUND, Phrases.part(phrase, 0, theme));
    } else {
      add(EntityKind.BACKGROUND, phrase);
    }
    if (theme < head && !by.is(WordClass.TIME)) {
      add(EntityKind.THEME, Phrases.part(phrase, theme, phrase.words().size()));
    }
  }

  /** "In leather" is part of the product, "in a kitchen" of the table before it. */
  private boolean belongsToNeighbour(Chunk phrase, Word by) {
    return neighbour == EntityKind.PRODUCT
        ? Phrases.isMaterial(phrase, by)
        : neighbour == EntityKind.BACKGROUND && !joined;
  }

  private static boolean isExcluding(@Nullable Word by) {
    return by != null && by.isAny(WordClass.WITHOUT, WordClass.OTHER_PREPOSITION);
  }

  /** A phrase without a preposition of its own. */
  private void free(int i, Chunk phrase) {
    if (joined && inherits(i, phrase)) {
      return;
    }
    int from = phrase.nameIndex();
    int head = phrase.head() + 1;
    int theme = Compounds.themeStart(phrase.words(), from, head);
    if (theme == from) {
      add(EntityKind.THEME, phrase);
      return;
    }
    boolean hasTheme = theme < head;
    int end = hasTheme ? theme : phrase.words().size();
    int scene = Compounds.sceneStart(phrase.words(), from, hasTheme ? theme : head);
    if (scene == from && parts.isEmpty() && Phrases.isStageForNext(chunks, i)) {
      scene = end;
    }
    if (scene == from || scene >= (hasTheme ? theme : head)) {
      add(scene == from ? EntityKind.BACKGROUND : bareKind(phrase), Phrases.part(phrase, 0, end));
    } else {
      add(EntityKind.PRODUCT, Phrases.part(phrase, 0, scene));
      add(EntityKind.BACKGROUND, Phrases.part(phrase, scene, end));
    }
    if (hasTheme) {
      add(EntityKind.THEME, Phrases.part(phrase, theme, phrase.words().size()));
    }
  }

  /** Carries "on", "at" or "with" over a conjunction: "in an office or a restaurant". */
  private boolean inherits(int i, Chunk phrase) {
    if (neighbour == EntityKind.BACKGROUND && !Phrases.isTheme(phrase)) {
      boolean either = i > 0 && chunks.get(i - 1).first().folded().equals("or");
      if (either || !phrase.hasDeterminer() || phrase.headWord().is(WordClass.SCENE)) {
        add(EntityKind.BACKGROUND, phrase);
        return true;
      }
    }
    if (neighbour == EntityKind.PRODUCT && attachment != null && !phrase.hasDeterminer()) {
      attach(phrase);
      return true;
    }
    return false;
  }

  /**
   * Furniture is a product, but in a list without articles it is where the product before stands;
   * likewise "spring blossoms" are a mood.
   */
  private EntityKind bareKind(Chunk phrase) {
    Word first = phrase.first();
    if (first.is(WordClass.THEME_NOUN) && phrase.words().size() > 1 && hasPartBeforeComma()) {
      return EntityKind.THEME;
    }
    boolean furniture = phrase.headWord().is(WordClass.FURNITURE);
    boolean listed = furniture && !phrase.hasDeterminer() && hasPartBeforeComma();
    return listed ? EntityKind.BACKGROUND : EntityKind.PRODUCT;
  }

  private boolean hasPartBeforeComma() {
    return !joined && neighbour == null && products() > 0;
  }

  private void adjectives(int i, Chunk chunk) {
    @Nullable Word by = governor;
    boolean colour = chunk.words().stream().anyMatch(word -> word.is(WordClass.COLOUR));
    if (by != null && colour && by.is(WordClass.PLACE)) {
      if (Phrases.isIn(by) && neighbour == EntityKind.PRODUCT) {
        attach(chunk);
      } else {
        add(EntityKind.BACKGROUND, chunk);
      }
    } else if (standsAlone(i)) {
      chunk.words().stream().filter(word -> Phrases.isMood(word, i)).forEach(this::addMood);
      forget(EntityKind.THEME);
    } else {
      forget(null);
    }
  }

  private boolean standsAlone(int i) {
    Chunk.Kind before = i == 0 ? Chunk.Kind.BREAK : chunks.get(i - 1).kind();
    return governor == null
        && (before == Chunk.Kind.BREAK
            || before == Chunk.Kind.COMMA
            || (before == Chunk.Kind.CONJUNCTION && neighbour == EntityKind.THEME));
  }

  private void addMood(Word word) {
    parts.add(new Part(EntityKind.THEME, word.start(), word.start(), word.end()));
  }

  /** "A moody Christmas photo of": the moods stay, the photo is not a thing to show. */
  private void meta(Chunk phrase) {
    int from = phrase.nameIndex();
    List<Word> qualifiers = phrase.words().subList(from, phrase.head());
    qualifiers.stream()
        .filter(word -> word.isAny(WordClass.THEME_ADJECTIVE, WordClass.THEME_NOUN))
        .forEach(this::addMood);
    qualifiers.stream()
        .filter(word -> word.role() == Role.NOUN && word.classes().isEmpty())
        .filter(word -> !word.folded().equals("product"))
        .map(word -> new Part(EntityKind.PRODUCT, word.start(), word.start(), word.end()))
        .forEach(spares::add);
    forget(null);
    afterMeta = true;
  }

  private void add(EntityKind kind, Chunk phrase) {
    int name = phrase.words().get(phrase.nameIndex()).start();
    parts.add(new Part(kind, phrase.start(), name, phrase.end()));
    forget(kind);
  }

  /** Lengthens the last part to the end of a phrase. */
  private void attach(Chunk phrase) {
    int last = parts.size() - 1;
    Part part = parts.get(last);
    EntityKind kind = part.kind();
    parts.set(last, part.until(phrase.end()));
    forget(kind);
    attachment = phrase;
    beforeAttachment = part;
  }

  /** "With mountains in the background": what was attached is the place after all. */
  private void detachPlace() {
    @Nullable Chunk place = attachment;
    @Nullable Part part = beforeAttachment;
    forget(null);
    if (place != null && part != null) {
      parts.set(parts.size() - 1, part);
      add(EntityKind.BACKGROUND, place);
    }
  }

  private void forget(@Nullable EntityKind kind) {
    governor = null;
    neighbour = kind;
    afterMeta = false;
    joined = false;
    attachment = null;
    beforeAttachment = null;
  }

  private long products() {
    return parts.stream().filter(part -> part.kind() == EntityKind.PRODUCT).count();
  }
}
