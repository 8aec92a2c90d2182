package org.brandimage.examples.briefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefFileTest {
  private static final Asset PINNED = Fixtures.library().get(0);

  private static final String JSON =
      """
      [{"prompt": "a shoe, red", "label": "one", "canvases": ["320x320", "640x320"],
        "brand": "acme.json", "pins": ["%s"], "seed": 7, "finalists": 2},
       {"prompt": "a mug"}]
      """
          .formatted(PINNED.id());

  private static final String YAML =
      """
      - prompt: a shoe, red
        label: one
        canvases: [320x320, 640x320]
        brand: acme.json
        pins:
          - "%s"
        seed: 7
        finalists: 2
      - prompt: a mug
      """
          .formatted(PINNED.id());

  private static final String LINES =
      """
      {"prompt": "a shoe, red", "label": "one", "canvases": ["320x320", "640x320"],\
       "brand": "acme.json", "pins": ["%s"], "seed": 7, "finalists": 2}

      {"prompt": "a mug"}
      """
          .formatted(PINNED.id());

  private static final String CSV =
      """
      Prompt,label,canvases,brand,pins,seed,finalists
      "a shoe, red",one,320x320; 640x320,acme.json,%s,7,2

      a mug,,,,,,
      """
          .formatted(PINNED.id());

  @TempDir private Path folder;

  @BeforeEach
  void brand() throws IOException {
    Files.writeString(folder.resolve("acme.json"), "{\"name\": \"Acme\"}");
  }

  @ParameterizedTest
  @CsvSource({"json", "jsonl", "yaml", "csv"})
  void read_everyFormat_givesTheSameBriefs(String ending) throws IOException {
    String text =
        switch (ending) {
          case "json" -> JSON;
          case "jsonl" -> LINES;
          case "yaml" -> YAML;
          default -> CSV;
        };

    List<CampaignBrief> briefs = read("briefs." + ending, text);

    assertThat(briefs).hasSize(2);
    CampaignBrief first = briefs.get(0);
    assertThat(first.prompt()).isEqualTo("a shoe, red");
    assertThat(first.label()).isEqualTo("one");
    assertThat(first.canvases())
        .containsExactly(new CanvasSize(320, 320), new CanvasSize(640, 320));
    assertThat(first.brandKit().name()).isEqualTo("Acme");
    assertThat(first.pinnedAssets()).extracting(Asset::id).containsExactly(PINNED.id());
    assertThat(first.seed()).isEqualTo(7);
    assertThat(first.finalists()).isEqualTo(2);
    CampaignBrief second = briefs.get(1);
    assertThat(second.prompt()).isEqualTo("a mug");
    assertThat(second.label()).isEmpty();
    assertThat(second.seed()).as("the default").isEqualTo(42);
    assertThat(second.canvases()).containsExactly(new CanvasSize(1024, 1024));
  }

  @Test
  void read_csvOfASpreadsheet_findsSeparatorAndEncoding() throws IOException {
    Path file = folder.resolve("briefs.csv");
    Files.write(
        file, "prompt;label\r\na mug;Gr\u00f6\u00dfe\r\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(read(file)).singleElement().extracting(CampaignBrief::label).isEqualTo("Größe");
  }

  @Test
  void read_severalProblems_namesAllWithEntryFieldValueAndRemedy() {
    assertThat(
            problems(
                "briefs.yaml",
                """
                - prompt: a shoe
                  label: one
                  canvas: 320x320
                - label: ONE
                  canvases: [320, 10x]
                  seed: -1
                  finalists: 2.5
                - prompt: ""
                  label: 4711
                  canvases: [320x320, 320x320, wide]
                  pins: [none]
                  brand: missing.json
                - a mug
                """))
        .containsExactly(
            "briefs.yaml entry 4: \"a mug\" - give an object with at least a prompt",
            "briefs.yaml entry 1 field: canvas - use only prompt, label, canvases, brand, pins,"
                + " seed, finalists",
            "briefs.yaml entry 2 prompt: (empty) - name a product, like \"a shoe on a beach\"",
            "briefs.yaml entry 2 label: ONE - give each brief a label of its own; briefs.yaml"
                + " entry 1 has the same",
            "briefs.yaml entry 2 canvases: [320,\"10x\"] - give a list of texts",
            "briefs.yaml entry 2 seed: -1 - give a number from 0 to 2147483646",
            "briefs.yaml entry 2 finalists: 2.5 - give a whole number",
            "briefs.yaml entry 3 prompt: (empty) - name a product, like \"a shoe on a beach\"",
            "briefs.yaml entry 3 label: 4711 - give a text; quote a number",
            "briefs.yaml entry 3 canvases: wide - write it as WIDTHxHEIGHT, like 1024x768",
            "briefs.yaml entry 3 brand missing.json: brand "
                + folder.resolve("missing.json")
                + ": not there - give a regular file",
            "briefs.yaml entry 3 pins: none - give an asset of the library");
  }

  @Test
  void read_csvWithProblems_namesRowsAndColumns() {
    assertThat(
            problems(
                "briefs.csv",
                """
                prompt,colour,seed,seed
                a mug,red,seven
                a shoe,,1,2,3
                """))
        .containsExactly(
            "briefs.csv row 1 column: colour - use only prompt, label, canvases, brand, pins,"
                + " seed, finalists",
            "briefs.csv row 1 column: seed - name each column once",
            "briefs.csv row 3 cell 5: 3 - name its column in the first row, or quote a text that"
                + " contains the separator",
            "briefs.csv row 2 seed: \"seven\" - give a whole number");
  }

  @Test
  void read_lineThatIsNoJson_isNamedWithTheOthers() {
    assertThat(problems("briefs.jsonl", "{\"prompt\": \"a mug\"}\n{\n{\"prompt\": 3}\n"))
        .hasSize(2)
        .satisfiesExactly(
            problem -> assertThat(problem).startsWith("briefs.jsonl line 2: "),
            problem -> assertThat(problem).startsWith("briefs.jsonl line 3 prompt: 3 - "));
  }

  @Test
  void read_brandOfManyBriefs_isToldOnce() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\"name\": \"Acme\", \"palette\": [\"red\"]}");

    assertThat(
            problems(
                "briefs.csv", "prompt,brand\na mug,bad.json\na shoe,bad.json\na cap,bad.json\n"))
        .singleElement()
        .asString()
        .startsWith("briefs.csv row 2 brand bad.json: ")
        .contains("red");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "briefs.txt | a mug | ends in .json",
        "briefs.json | [] | at least one brief",
        "briefs.csv | prompt | at least one brief",
        "briefs.json | '' | a list of briefs",
        "briefs.yaml | '' | a list of briefs",
        "briefs.json | {\"prompt\": \"a mug\"} | a list of briefs",
        "briefs.json | [{\"prompt\": \"a\", \"prompt\": \"b\"}] | well-formed JSON",
        "briefs.json | [{\"prompt\": \"a mug\"}] [] | well-formed JSON",
        "briefs.yaml | '[a: {' | well-formed YAML",
        "briefs.csv | '\"prompt' | briefs.csv",
      })
  void read_fileThatHoldsNoBriefs_isOneProblem(String name, String text, String remedy) {
    assertThat(problems(name, text)).singleElement().asString().contains(remedy);
  }

  @Test
  void read_missingFile_isATypedError() {
    InvalidBriefsException e =
        catchThrowableOfType(InvalidBriefsException.class, () -> read(folder.resolve("none.json")));

    assertThat(e).hasMessageContainingAll("none.json", "not there");
  }

  private List<String> problems(String name, String text) {
    InvalidBriefsException e =
        catchThrowableOfType(InvalidBriefsException.class, () -> read(name, text));
    assertThat(e).as("refused").isNotNull();
    return e.problems().stream().map(Throwable::getMessage).toList();
  }

  private List<CampaignBrief> read(String name, String text) throws IOException {
    return read(Files.writeString(folder.resolve(name), text));
  }

  private static List<CampaignBrief> read(Path file) {
    return BriefFile.read(
        file, prompt -> CampaignBrief.builder(prompt).seed(42), BriefFileTest::asset);
  }

  private static Asset asset(String name) {
    if (name.equals(PINNED.id())) {
      return PINNED;
    }
    throw new InvalidInputException("pin", name, "give an asset of the library");
  }
}
