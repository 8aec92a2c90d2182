package org.brandimage.local.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Reads a text as words with their roles. The words keep their places in the text, so whatever is
 * made of them can be quoted. Thread-safe: the models are shared, the tools that hold state are
 * made anew for each text.
 */
final class PromptReader {
  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S*");
  private static final String QUOTES = "\"“”„«»()[]{}<>#*_`";
  private static final String APOSTROPHES = "’‘ʼ´";
  private static final String PUNCTUATION = ".,:;!?'-%$@&+";
  private static final String JOINTS = "/|&+";

  private final TokenizerModel tokenizerModel;
  private final POSModel taggerModel;
  private final Lexicon lexicon;

  PromptReader(TokenizerModel tokenizerModel, POSModel taggerModel, Lexicon lexicon) {
    this.tokenizerModel = tokenizerModel;
    this.taggerModel = taggerModel;
    this.lexicon = lexicon;
  }

  /** Returns the words of a text in order. */
  List<Word> read(String text) {
    String plain = plain(text);
    List<Span> spans = joined(plain, new TokenizerME(tokenizerModel).tokenizePos(plain));
    String[] tokens = new String[spans.size()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = spans.get(i).getCoveredText(plain).toString();
    }
    String[] tags = tokens.length == 0 ? tokens : new POSTaggerME(taggerModel).tag(tokens);
    return new RoleRules(grouped(text, spans, tokens, tags)).assigned();
  }

  /**
   * Returns the text in lower case with everything the models were not trained on replaced,
   * character by character: other scripts become breaks, brackets and quotes blanks.
   */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text, i));
    }
    ADDRESS.matcher(text).results().forEach(match -> blank(plain, match));
    return plain.toString();
  }

  private static void blank(StringBuilder plain, MatchResult match) {
    for (int i = match.start(); i < match.end(); i++) {
      plain.setCharAt(i, ';');
    }
  }

  private static char plain(String text, int i) {
    char c = text.charAt(i);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || QUOTES.indexOf(c) >= 0) {
      return ' ';
    }
    if (APOSTROPHES.indexOf(c) >= 0) {
      return '\'';
    }
    if (c == '/' || c == '|') {
      return isDigit(text, i - 1) && isDigit(text, i + 1) ? c : ' ';
    }
    if (c == '&' || c == '+') {
      return isBlank(text, i - 1) && isBlank(text, i + 1) ? ' ' : c;
    }
    if (c == '-' && isBlank(text, i - 1)) {
      return ';';
    }
    boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
    if (latin || mark || isAsciiDigit(c) || PUNCTUATION.indexOf(c) >= 0) {
      return Character.toLowerCase(c);
    }
    return ';';
  }

  private static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }

  private static boolean isBlank(String text, int i) {
    return i < 0 || i >= text.length() || Character.isWhitespace(text.charAt(i));
  }

  /** The tokenizer divides "t-shirt" and "women's"; here they are one word each. */
  private static List<Span> joined(String plain, Span[] tokens) {
    List<Span> spans = new ArrayList<>();
    for (Span token : tokens) {
      int last = spans.size() - 1;
      if (last >= 0 && belongs(plain, spans.get(last), token)) {
        spans.set(last, new Span(spans.get(last).getStart(), token.getEnd()));
      } else {
        spans.add(token);
      }
    }
    return spans;
  }

  private static boolean belongs(String plain, Span left, Span right) {
    char before = plain.charAt(left.getEnd() - 1);
    char after = plain.charAt(right.getStart());
    boolean wordBefore = Character.isLetterOrDigit(before) || before == '-';
    boolean wordAfter = Character.isLetterOrDigit(after) || after == '-' || after == '\'';
    boolean adjacent = left.getEnd() == right.getStart();
    return adjacent && wordBefore && wordAfter && (before == '-' || after == '-' || after == '\'');
  }

  /** Makes one word of each group of words the lexicon lists, the longest group first. */
  private List<Word> grouped(String text, List<Span> spans, String[] tokens, String[] tags) {
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < tokens.length) {
      gap(text, i == 0 ? 0 : spans.get(i - 1).getEnd(), spans.get(i).getStart(), words);
      int length = groupLength(text, spans, tokens, i);
      Span last = spans.get(i + length - 1);
      String folded = folded(tokens, i, length);
      words.add(
          new Word(
              spans.get(i).getStart(),
              last.getEnd(),
              folded,
              tags[i + length - 1],
              lexicon.classesOf(folded),
              Role.BREAK));
      i += length;
    }
    return words;
  }

  private int groupLength(String text, List<Span> spans, String[] tokens, int from) {
    for (int n = Math.min(lexicon.longest(), tokens.length - from); n > 1; n--) {
      boolean together = true;
      for (int k = from + 1; k < from + n; k++) {
        int gapStart = spans.get(k - 1).getEnd();
        together &= text.substring(gapStart, spans.get(k).getStart()).isBlank();
        together &= text.substring(gapStart, spans.get(k).getStart()).indexOf('\n') < 0;
      }
      if (together && !lexicon.classesOf(folded(tokens, from, n)).isEmpty()) {
        return n;
      }
    }
    return 1;
  }

  private static String folded(String[] tokens, int from, int length) {
    return Lexicon.fold(String.join(" ", List.of(tokens).subList(from, from + length)));
  }

  private static void gap(String text, int from, int to, List<Word> words) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (JOINTS.indexOf(c) >= 0) {
        words.add(new Word(i, i + 1, "or", "CCONJ", Set.of(WordClass.CONJUNCTION), Role.BREAK));
      } else if (c == '\n' && endsLine(text, i, to)) {
        words.add(new Word(i, i + 1, ".", "PUNCT", Set.of(), Role.BREAK));
      }
    }
  }

  /** A single line break may stand inside a sentence; an empty line or a list item may not. */
  private static boolean endsLine(String text, int i, int to) {
    boolean emptyLine = i > 0 && text.charAt(i - 1) == '\n';
    boolean listItem = to < text.length() && "*•".indexOf(text.charAt(to)) >= 0;
    return emptyLine || listItem;
  }
}
