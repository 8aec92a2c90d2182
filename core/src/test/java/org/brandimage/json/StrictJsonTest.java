package org.brandimage.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  @Test
  void fields_ofTheirTypes_areRead() {
    StrictJson json =
        StrictJson.parse(
            """
            {"name": "mug", "height": 9.5, "tags": ["cup", "red"], "parts": [{"n": 1}, {"n": 2}]}
            """,
            "asset");

    assertThat(json.text("name", "")).contains("mug");
    assertThat(json.number("height", "")).hasValue(9.5);
    assertThat(json.texts("tags")).containsExactly("cup", "red");
    assertThat(json.objects("parts", "part", part -> part.number("n", "").orElseThrow()))
        .containsExactly(1.0, 2.0);
  }

  @Test
  void fields_missing_areEmpty() {
    StrictJson json = StrictJson.parse("{\"tags\": null}", "asset");

    assertThat(json.text("name", "")).isEmpty();
    assertThat(json.number("height", "")).isEmpty();
    assertThat(json.texts("tags")).isEmpty();
    assertThat(json.objects("parts", "part", part -> part)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "{\"a\": 1, \"a\": 2}"})
  void parse_anythingButOneObject_isRefused(String json) {
    assertThatThrownBy(() -> StrictJson.parse(json, "asset"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("asset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "true", "[]", "{}"})
  void text_otherType_isNamedWithItsValue(String value) {
    StrictJson json = StrictJson.parse("{\"name\": " + value + "}", "asset").at("asset 4711");

    assertThatThrownBy(() -> json.text("name", "write it as text"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("asset 4711 name", value, "write it as text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"7\"", "true", "[]"})
  void number_otherType_isNamedWithItsValue(String value) {
    StrictJson json = StrictJson.parse("{\"height\": " + value + "}", "asset");

    assertThatThrownBy(() -> json.number("height", "give centimetres"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("asset height", value, "give centimetres");
  }

  @Test
  void lists_otherTypes_areNamed() {
    StrictJson json = StrictJson.parse("{\"one\": 1, \"mixed\": [\"a\", 2]}", "asset");

    assertThatThrownBy(() -> json.texts("one")).hasMessageContainingAll("asset one", "give a list");
    assertThatThrownBy(() -> json.texts("mixed"))
        .hasMessageContainingAll("asset mixed", "2", "give a list of texts");
    assertThatThrownBy(() -> json.objects("mixed", "part", part -> part))
        .hasMessageContainingAll("part", "\"a\"", "give an object");
  }

  @Test
  void onlyKeys_unknownKey_isNamedWithThoseAllowed() {
    StrictJson json = StrictJson.parse("{\"name\": \"mug\", \"colour\": \"red\"}", "asset");

    assertThatThrownBy(() -> json.onlyKeys("name", "tags"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("asset field", "colour", "use only name, tags");
    assertThat(json.onlyKeys("name", "colour").list("name2", "")).isEqualTo(List.of());
  }
}
