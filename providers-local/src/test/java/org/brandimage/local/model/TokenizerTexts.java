package org.brandimage.local.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Ten thousand texts of many scripts for a tokenizer, the same on every JDK: words of the
 * vocabulary's languages, of other scripts, emoji, controls, marks and long runs, mixed. None has a
 * lone surrogate: that is no text to the reference implementation.
 */
final class TokenizerTexts {
  static final int COUNT = 10_000;

  /** First and last code points of scripts and kinds, about equally likely. */
  private static final int[][] RANGES = {
    {'a', 'z'},
    {'a', 'z'},
    {'A', 'Z'},
    {'0', '9'},
    {0x20, 0x7E},
    {0x00, 0x1F},
    {0x7F, 0x9F},
    {0xA0, 0xFF},
    {0x100, 0x17F},
    {0x180, 0x24F},
    {0x250, 0x2FF},
    {0x300, 0x36F},
    {0x370, 0x3FF},
    {0x400, 0x52F},
    {0x530, 0x58F},
    {0x590, 0x5FF},
    {0x600, 0x6FF},
    {0x700, 0x8FF},
    {0x900, 0x97F},
    {0x980, 0xDFF},
    {0xE00, 0xE7F},
    {0xE80, 0x109F},
    {0x10A0, 0x10FF},
    {0x1100, 0x11FF},
    {0x1200, 0x1CFF},
    {0x1D00, 0x1DFF},
    {0x1E00, 0x1EFF},
    {0x1F00, 0x1FFF},
    {0x2000, 0x206F},
    {0x2070, 0x20FF},
    {0x2100, 0x21FF},
    {0x2200, 0x23FF},
    {0x2400, 0x27BF},
    {0x27C0, 0x2BFF},
    {0x2C00, 0x2FFF},
    {0x3000, 0x303F},
    {0x3040, 0x30FF},
    {0x3100, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xABFF},
    {0xAC00, 0xD7AF},
    {0xE000, 0xF8FF},
    {0xF900, 0xFAFF},
    {0xFB00, 0xFDFF},
    {0xFE00, 0xFE6F},
    {0xFE70, 0xFEFF},
    {0xFF00, 0xFFFF},
    {0x10000, 0x103FF},
    {0x10400, 0x10FFF},
    {0x11000, 0x11FFF},
    {0x16000, 0x16FFF},
    {0x1D000, 0x1D7FF},
    {0x1E000, 0x1EFFF},
    {0x1F000, 0x1F5FF},
    {0x1F600, 0x1FAFF},
    {0x20000, 0x2FA1F},
    {0xE0000, 0xE01EF},
    {0x40000, 0x10FFFF}
  };

  private static final String[] WORDS = {
    "a rubber duck",
    "on an urban street at sunset",
    "Sneaker",
    "café",
    "naïve",
    "Überraschung",
    "straße",
    "ÉCOLE",
    "İstanbul",
    "ΟΔΥΣΣΕΥΣ",
    "Москва",
    "кофе",
    "日本語",
    "東京タワー",
    "ガラス",
    "한국어",
    "서울",
    "العربية",
    "עברית",
    "हिन्दी",
    "ไทย",
    "việt nam",
    "don't",
    "co-operate",
    "e-mail@example.org",
    "3.14",
    "$1,299.00",
    "50%",
    "[SEP]",
    "[CLS]",
    "[MASK]",
    "[UNK]",
    "[PAD]",
    "[sep]",
    "[ SEP ]",
    "##ing",
    "unaffable",
    "👩‍👩‍👧",
    "🇩🇪",
    "❤️",
    "ﬁnal",
    "№5",
    "…",
    "“quoted”",
    "x²",
    "\u202Eevil",
    "\u200B",
    "a\u0300\u0301b",
    "ǅ",
    "ꟊ"
  };

  private TokenizerTexts() {}

  static List<String> all() {
    Random random = new Random(20_26_12);
    List<String> texts = new ArrayList<>(COUNT);
    texts.add("");
    texts.add(" \t\n\r ");
    for (String word : WORDS) {
      texts.add(word);
    }
    for (int[] range : RANGES) {
      texts.add(run(range, 40, random));
    }
    texts.add("x".repeat(100));
    texts.add("x".repeat(101));
    texts.add("é".repeat(100));
    texts.add("é".repeat(101) + " ok");
    texts.add("가".repeat(50));
    texts.add("word ".repeat(700));
    while (texts.size() < COUNT) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(9); part >= 0; part--) {
        text.append(
            random.nextInt(3) == 0
                ? WORDS[random.nextInt(WORDS.length)]
                : run(RANGES[random.nextInt(RANGES.length)], 1 + random.nextInt(8), random));
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static String run(int[] range, int length, Random random) {
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < length; i++) {
      run.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
    }
    return run.toString();
  }
}
