package org.brandimage.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneFactsJsonTest {
  private static final SceneFacts ALL =
      SceneFacts.builder()
          .ground(List.of(List.of(new Point(0, 1), new Point(1, 1), new Point(0.5, 0.6))))
          .horizon(-0.2)
          .widthCm(240)
          .light("left")
          .usable(false)
          .build();

  @Test
  void parse_whatWasWritten_isTheSame() {
    assertThat(SceneFactsJson.parse(SceneFactsJson.text(ALL), "text")).isEqualTo(ALL);
  }

  @Test
  void parse_nothing_saysNothing() {
    assertThat(SceneFactsJson.text(SceneFacts.NONE)).isEmpty();
    assertThat(SceneFactsJson.parse("", "text")).isEqualTo(SceneFacts.NONE);
    assertThat(SceneFactsJson.parse("{\"kind\":\"background\"}", "text"))
        .isEqualTo(SceneFacts.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'horizon':'low'} | horizon | from -5 to 5",
        "{'horizon':6} | horizon | from -5 to 5",
        "{'widthCm':0} | widthCm | centimetres",
        "{'widthCm':true} | widthCm | centimetres",
        "{'light':'above'} | light | diffuse",
        "{'usable':'no'} | usable | true or false",
        "{'ground':[[0,1]]} | ground | polygons",
        "{'ground':[[[0,1],[1,1]]]} | ground | three or more",
        "{'ground':[[[0,1],[1,1],[2,0]]]} | ground | from 0 to 1",
        "{'ground':[[[0,1],[1,1],[0.5]]]} | ground | [x, y]",
        "{'ground':{'x':1}} | ground | polygons"
      })
  void parse_wrongValue_namesPlaceFieldAndRemedy(String json, String field, String remedy) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> SceneFactsJson.parse(json.replace('\'', '"'), "beach.json:"))
        .withMessageContaining("beach.json")
        .withMessageContaining(field)
        .withMessageContaining(remedy);
  }
}
