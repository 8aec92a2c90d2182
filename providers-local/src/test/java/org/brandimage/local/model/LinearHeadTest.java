package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearHeadTest {
  private static final ModelEntry ENTRY = ModelEntry.builder("head", "head.json").build();

  @TempDir private Path folder;

  @Test
  void score_smallHead_isTheDotProductAndBias() throws IOException {
    LinearHead head = open("{\"weight\": [1, -2, 3, 0.5, 4], \"bias\": 5}");

    assertThat(head.dimension()).isEqualTo(5);
    assertThat(head.score(new float[] {1, 1, 2, 2, 0.25f})).isEqualTo(5 + 1 - 2 + 6 + 1 + 1);
    assertThatThrownBy(() -> head.score(new float[4])).hasMessageContaining("takes 5 values");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1, 2]",
        "{\"weight\": [], \"bias\": 1}",
        "{\"weight\": [1, \"x\"], \"bias\": 1}",
        "{\"weight\": [1, 2]}",
        "{\"dim\": 3, \"weight\": [1, 2], \"bias\": 1}",
        "{\"weight\": [1, 2"
      })
  void open_badFile_isNamed(String json) {
    assertThatThrownBy(() -> open(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("head.json");
  }

  /** The sum of all weights in doubles, read by hand from the file: an embedding of equal parts. */
  @Test
  void score_sharedHeads_areExactToSixDigits() throws IOException {
    ModelStore store = SharedModels.real();
    for (ModelEntry entry :
        new ModelEntry[] {
          ModelCatalogue.LAION_V1_L14, ModelCatalogue.LAION_V1_B32, ModelCatalogue.LAION_V2_L14
        }) {
      String json = Files.readString(store.file(entry));
      String weights = json.substring(json.indexOf("\"weight\": [") + 11, json.indexOf(']'));
      String bias = json.substring(json.indexOf("\"bias\": ") + 8, json.lastIndexOf('}'));
      double sum = 0;
      int count = 0;
      for (String weight : weights.split(",", -1)) {
        sum += Double.parseDouble(weight);
        count++;
      }
      float[] equal = new float[count];
      java.util.Arrays.fill(equal, (float) (1 / Math.sqrt(count)));

      assertThat(LinearHead.open(store, entry).score(equal))
          .isCloseTo(Double.parseDouble(bias) + sum / Math.sqrt(count), within(1e-5));
    }
  }

  private LinearHead open(String json) throws IOException {
    Files.writeString(folder.resolve("head.json"), json);
    return LinearHead.open(ModelStore.open(folder), ENTRY);
  }
}
