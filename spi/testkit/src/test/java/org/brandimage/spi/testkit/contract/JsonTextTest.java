package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases by the grammar of RFC 8259. */
class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {\n\"a\" : 1 }\t",
        "{\"a\":{\"b\":[1,-0.5e+10,true,false,null,\"\"]},\"c\":[]}",
        "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4 \uD83E\uDD86\"}"
      })
  void isObject_oneObject_isTrue(String text) {
    assertThat(JsonText.isObject(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "null",
        "\"a\"",
        "{",
        "}",
        "{}{}",
        "{} x",
        "{a:1}",
        "{'a':1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\":01}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":+1}",
        "{\"a\":NaN}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"",
        "```json {} ```"
      })
  void isObject_anythingElse_isFalse(String text) {
    assertThat(JsonText.isObject(text)).isFalse();
  }

  @Test
  void isObject_longAndDeepText_doesNotOverflow() {
    String many = "{\"a\":\"" + "\\n".repeat(100_000) + "\"}";
    assertThat(JsonText.isObject(many)).isTrue();
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(JsonText.isObject(deep)).as("deeper than is read").isFalse();
  }
}
