package org.brandimage.local.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides what each word does. The tagger was trained on web sentences; headlines and bare noun
 * lists mislead it ("sneaker living room", "a can"), so the lexicon and the neighbouring words
 * decide first and the tag last.
 */
final class RoleRules {
  private final List<Word> words;

  RoleRules(List<Word> words) {
    this.words = words;
  }

  List<Word> assigned() {
    List<Word> done = new ArrayList<>(words.size());
    Role previous = Role.BREAK;
    for (int i = 0; i < words.size(); i++) {
      previous = roleOf(i, previous);
      done.add(words.get(i).as(previous));
    }
    return done;
  }

  private Role roleOf(int i, Role previous) {
    Word word = words.get(i);
    if (!hasLetterOrDigit(word.folded())) {
      return word.folded().equals(",") ? Role.COMMA : Role.BREAK;
    }
    if (word.is(WordClass.DETERMINER)) {
      return Role.DETERMINER;
    }
    if (word.is(WordClass.OF)) {
      return Role.OF;
    }
    if (word.classes().stream().anyMatch(WordClass::isPreposition)) {
      return Role.PREPOSITION;
    }
    if (word.is(WordClass.CONJUNCTION)) {
      return Role.CONJUNCTION;
    }
    if (word.is(WordClass.PRONOUN)) {
      return Role.PRONOUN;
    }
    if (word.is(WordClass.EXCLAMATION)) {
      return Role.BREAK;
    }
    if (isVerbByLexicon(i, previous) || isLitFrom(i)) {
      return Role.VERB;
    }
    return nominalRole(i, previous);
  }

  /** "A beach lit from the left": the tagger takes lit for a noun. */
  private boolean isLitFrom(int i) {
    return words.get(i).folded().equals("lit")
        && i + 1 < words.size()
        && words.get(i + 1).folded().equals("from");
  }

  private boolean isVerbByLexicon(int i, Role previous) {
    Word word = words.get(i);
    if (word.is(WordClass.INSTRUCTION) && !isNominal(previous)) {
      return word.tag().equals("VERB") || isFollowedBy(i, WordClass.DETERMINER);
    }
    if (word.is(WordClass.STANCE) && previous == Role.NOUN && isFollowedBy(i, WordClass.PLACE)) {
      return true;
    }
    if (word.is(WordClass.FINITE_VERB) && isTaggedVerb(word)) {
      return previous != Role.DETERMINER && previous != Role.ADJECTIVE;
    }
    return false;
  }

  private Role nominalRole(int i, Role previous) {
    Word word = words.get(i);
    if (word.is(WordClass.PARTICIPLE_MODIFIER) && isNounAhead(i)) {
      return Role.ADJECTIVE;
    }
    if (word.isAny(WordClass.SCENE, WordClass.FURNITURE, WordClass.THEME_NOUN, WordClass.META)) {
      return Role.NOUN;
    }
    if (word.isAny(WordClass.THEME_ADJECTIVE, WordClass.COLOUR)) {
      return isThing(i) ? Role.NOUN : Role.ADJECTIVE;
    }
    if (word.isAny(WordClass.LIGHT_NOUN, WordClass.MATERIAL, WordClass.PEOPLE)) {
      return Role.NOUN;
    }
    return taggedRole(i, previous);
  }

  /** An orange, but "in orange" and "an orange bag". */
  private boolean isThing(int i) {
    boolean coloured = i > 0 && words.get(i - 1).folded().equals("in");
    return words.get(i).is(WordClass.COLOURED_THING) && !coloured && !isNounAhead(i);
  }

  private Role taggedRole(int i, Role previous) {
    Word word = words.get(i);
    int plus = word.tag().indexOf('+');
    String tag = plus < 0 ? word.tag() : word.tag().substring(0, plus);
    return switch (tag) {
      case "NOUN", "PROPN" -> word.is(WordClass.VAGUE) ? Role.ADJECTIVE : Role.NOUN;
      case "ADJ" -> isLoneAdjective(i, previous) ? Role.NOUN : Role.ADJECTIVE;
      case "NUM" -> isFollowedBy(i, WordClass.OF) ? Role.NOUN : Role.NUMBER;
      case "AUX" -> auxiliary(i, previous);
      case "VERB" -> verb(i, previous);
      case "ADV" -> isAdverb(i, previous) ? Role.ADVERB : Role.NOUN;
      case "SYM" -> Role.BREAK;
      // all short words are in the lexicon: others that are tagged so were not understood
      default -> Role.NOUN;
    };
  }

  /** "Can" is a tin unless somebody can do something. */
  private Role auxiliary(int i, Role previous) {
    boolean tin = words.get(i).folded().equals("can") && previous != Role.PRONOUN;
    boolean question = i + 1 < words.size() && words.get(i + 1).tag().equals("PRON");
    return tin && !question ? Role.NOUN : Role.VERB;
  }

  private Role verb(int i, Role previous) {
    boolean participle = words.get(i).folded().matches(".{2,}(ing|ed)");
    boolean nounAhead = isNounAhead(i);
    return switch (previous) {
      case DETERMINER, ADJECTIVE, NUMBER, PREPOSITION, OF ->
          participle && nounAhead ? Role.ADJECTIVE : Role.NOUN;
      case BREAK, COMMA, CONJUNCTION -> leadingVerb(i, participle, nounAhead);
      case NOUN -> participle || isFollowedBy(i, WordClass.DETERMINER) ? Role.VERB : Role.NOUN;
      default -> Role.VERB;
    };
  }

  private Role leadingVerb(int i, boolean participle, boolean nounAhead) {
    if (participle) {
      return nounAhead ? Role.ADJECTIVE : Role.VERB;
    }
    boolean object = isFollowedBy(i, WordClass.DETERMINER);
    return object ? Role.VERB : Role.NOUN;
  }

  private boolean isAdverb(int i, Role previous) {
    Word word = words.get(i);
    boolean noun =
        previous == Role.DETERMINER
            || previous == Role.ADJECTIVE
            || previous == Role.NOUN
            || isNounAhead(i);
    return word.is(WordClass.ADVERB) || word.folded().endsWith("ly") || !noun;
  }

  /** An unknown word that nothing nominal follows, where a noun is due, is a noun after all. */
  private boolean isLoneAdjective(int i, Role previous) {
    String word = words.get(i).folded();
    boolean last = i + 1 >= words.size() || !words.get(i + 1).tag().matches("NOUN.*|PROPN|ADJ|NUM");
    boolean due =
        switch (previous) {
          case DETERMINER, NOUN, NUMBER -> true;
          case CONJUNCTION -> i > 1 && words.get(i - 2).tag().matches("NOUN|ADJ|PROPN");
          default -> false;
        };
    boolean adjectival = word.matches(".+(ish|al|ic|ive|ous|ful|less|able|ible|ed|ing|ant|ent|y)");
    return last && due && !adjectival && words.get(i).classes().isEmpty();
  }

  private boolean isNounAhead(int i) {
    if (i + 1 >= words.size()) {
      return false;
    }
    Word next = words.get(i + 1);
    if (next.classes().stream().anyMatch(WordClass::isPreposition)
        || next.isAny(WordClass.DETERMINER, WordClass.OF, WordClass.CONJUNCTION)) {
      return false;
    }
    return next.tag().matches("NOUN.*|PROPN|ADJ|VERB") && hasLetterOrDigit(next.folded());
  }

  private boolean isFollowedBy(int i, WordClass wordClass) {
    return i + 1 < words.size() && words.get(i + 1).is(wordClass);
  }

  private static boolean isTaggedVerb(Word word) {
    return word.tag().equals("VERB") || word.tag().equals("AUX");
  }

  private static boolean isNominal(Role role) {
    return switch (role) {
      case DETERMINER, ADJECTIVE, NUMBER, NOUN -> true;
      default -> false;
    };
  }

  private static boolean hasLetterOrDigit(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
