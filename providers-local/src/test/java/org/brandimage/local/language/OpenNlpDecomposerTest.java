package org.brandimage.local.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNlpDecomposerTest {
  private static OpenNlpDecomposer decomposer;

  @BeforeAll
  static void load() {
    decomposer = OpenNlpDecomposer.create();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a shoe on an urban street at sunset; shoe; urban street; sunset",
        "a can and a rubber duck on a wooden table; can|rubber duck; wooden table;",
        "a shiny sneaker on the wooden floor of a living room;"
            + "shiny sneaker; wooden floor of a living room;",
        "red running shoes, at the beach or in a forest, in autumn;"
            + "red running shoes; beach|forest; autumn",
        "sneaker living room; sneaker; living room;",
        "show our new handbag in a café at night, moody light;"
            + "new handbag; café; night|moody light",
        "a mug with a handle; mug with a handle;;",
        "a bottle on a kitchen table, light from the right;"
            + "bottle; kitchen table; light from the right",
        "a sneaker in hard light from the upper left;" + "sneaker;; hard light from the upper left",
        "a mug on a desk with soft light from the left;" + "mug; desk; soft light from the left",
        "a mug on a table, lit from the right; mug; table; lit from the right",
        "a boot on a beach lit from the left; boot; beach; lit from the left",
        "a bag from the left bank; bag;;",
        "a light on a desk; light; desk;",
      })
  void decompose_examples_areFullyRight(
      String prompt, String products, String backgrounds, String themes) throws Exception {
    Decomposition parts = decompose(prompt);

    assertThat(names(parts.products())).isEqualTo(blankIfNull(products));
    assertThat(names(parts.backgrounds())).isEqualTo(blankIfNull(backgrounds));
    assertThat(names(parts.themes())).isEqualTo(blankIfNull(themes));
  }

  @Test
  void decompose_corpus_isAtLeastNinetyPercentFullyRight() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String[]> corpus = corpus();
    for (String[] row : corpus) {
      Decomposition parts = decompose(row[0]);
      String expected = row[1] + " ; " + row[2] + " ; " + row[3];
      String found =
          names(parts.products())
              + " ; "
              + names(parts.backgrounds())
              + " ; "
              + names(parts.themes());
      if (!found.equals(expected)) {
        wrong.add(row[0] + " -> " + found);
      }
    }

    assertThat(corpus).hasSizeGreaterThanOrEqualTo(60);
    assertThat(wrong).as("wrong of " + corpus.size()).hasSizeLessThanOrEqualTo(corpus.size() / 10);
  }

  @Test
  void decompose_corpus_quotesThePromptInOrder() throws Exception {
    for (String[] row : corpus()) {
      Decomposition parts = decompose(row[0]);
      assertQuotes(row[0], parts.products());
      assertQuotes(row[0], parts.backgrounds());
      assertQuotes(row[0], parts.themes());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "赤い靴、夕焼けの街",
        "красные туфли на улице",
        "حذاء أحمر",
        "!!! ???",
        "🍎🍏",
        "7",
        "the",
        "\u0000\u0001",
        "\uD83C",
        "---",
        "''''",
        "of of of",
        "with",
        "(((",
        "https://"
      })
  void decompose_textThatNamesNothing_givesEmptyLists(String prompt) throws Exception {
    Decomposition parts = decompose(prompt);

    assertThat(parts.products()).isEmpty();
    assertThat(parts.backgrounds()).isEmpty();
    assertThat(parts.themes()).isEmpty();
  }

  @Test
  void decompose_emojiBetweenWords_keepsTheWords() throws Exception {
    Decomposition parts = decompose("a mug 🍎 on a table");

    assertThat(names(parts.products())).isEqualTo("mug");
    assertThat(names(parts.backgrounds())).isEqualTo("table");
  }

  @Test
  void decompose_phrase_keepsCaseAndArticle() throws Exception {
    Decomposition parts = decompose("The Red\nMug on A Table");

    assertThat(parts.products().get(0).phrase()).isEqualTo("The Red\nMug");
    assertThat(parts.products().get(0).name()).isEqualTo("red mug");
    assertThat(parts.backgrounds().get(0).phrase()).isEqualTo("A Table");
  }

  @Test
  void decompose_sameNameTwice_givesItOnce() throws Exception {
    assertThat(names(decompose("a mug, a mug and the mug").products())).isEqualTo("mug");
  }

  @Test
  void decompose_negatedThings_areLeftOut() throws Exception {
    Decomposition parts = decompose("a mug on a table, no people, without text");

    assertThat(names(parts.products())).isEqualTo("mug");
    assertThat(names(parts.backgrounds())).isEqualTo("table");
  }

  @Test
  void decompose_noteWithAPlace_replacesThePlaceAndAddsThemes() throws Exception {
    DecomposeRequest request =
        new DecomposeRequest(
            "a mug on a table at night",
            List.of("too dark, on a beach", "a tray in a garden in the morning"));

    Decomposition parts = decomposer.decompose(request, StageContext.standalone());

    assertThat(names(parts.products())).isEqualTo("mug");
    assertThat(names(parts.backgrounds())).isEqualTo("garden");
    assertThat(names(parts.themes())).contains("night").contains("morning");
  }

  @Test
  void decompose_thousandCharacters_isFast() throws Exception {
    String prompt = "a shoe on an urban street at sunset and a red mug, ".repeat(20).strip();

    Decomposition parts = decompose(prompt);

    assertThat(prompt.length()).isGreaterThanOrEqualTo(1000);
    assertThat(names(parts.products())).isEqualTo("shoe|red mug");
  }

  @Test
  void decompose_randomText_neverFailsAndQuotesOnly() throws Exception {
    Random random = new Random(7);
    String[] pieces = {
      "a", "on", "shoe", ",", "in", "of", "with", "\n", "-", "red", "'s", "and", "é", "靴", "/",
      "12", "\"", "for", "light", "no", "photo", "beach", "\uD83D", ".", "the", "running", "night",
      "&", "moody", "İ"
    };
    for (int run = 0; run < 2000; run++) {
      StringBuilder text = new StringBuilder("x");
      for (int n = random.nextInt(14); n > 0; n--) {
        text.append(random.nextInt(4) == 0 ? "" : " ")
            .append(pieces[random.nextInt(pieces.length)]);
      }
      Decomposition parts = decompose(text.toString());
      parts.products().forEach(part -> assertThat(text.toString()).contains(part.phrase()));
      parts.backgrounds().forEach(part -> assertThat(text.toString()).contains(part.phrase()));
      parts.themes().forEach(part -> assertThat(text.toString()).contains(part.phrase()));
    }
  }

  @Test
  void decompose_manyThreads_giveTheSameAnswer() throws Exception {
    String prompt = "a can and a rubber duck on a wooden table at night";
    Decomposition expected = decompose(prompt);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Decomposition>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        tasks.add(() -> decompose(prompt));
      }
      for (Future<Decomposition> answer : threads.invokeAll(tasks)) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void decompose_interruptedThread_stops() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> decompose("a mug")).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  private static void assertQuotes(String prompt, List<Entity> entities) {
    int from = 0;
    for (Entity entity : entities) {
      int at = prompt.indexOf(entity.phrase(), from);
      assertThat(at).as(entity.phrase() + " in " + prompt).isGreaterThanOrEqualTo(0);
      assertThat(entity.name()).isEqualTo(entity.name().toLowerCase(Locale.ROOT));
      from = at;
    }
  }

  private static Decomposition decompose(String prompt) throws InterruptedException {
    return decomposer.decompose(DecomposeRequest.of(prompt), StageContext.standalone());
  }

  private static String names(List<Entity> entities) {
    return String.join("|", entities.stream().map(Entity::name).toList());
  }

  private static String blankIfNull(String text) {
    return text == null ? "" : text;
  }

  private static List<String[]> corpus() throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                OpenNlpDecomposerTest.class.getResourceAsStream("decomposition-corpus.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(line.replace("\\n", "\n").split("\t", -1));
        }
      }
    }
    return rows;
  }
}
