package org.brandimage.spi.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void toHex_knownInput_isSha256OfTheLengthPrefixedFields() {
    // printf '\0\0\0\1t\0\0\0\2ab' | sha256sum
    assertThat(Fingerprint.of("t").add("ab").toHex())
        .isEqualTo("20703f73b8b4030ed9735ea0965c684aa7fad07be5692c3adb85cc4f013d70b6");
  }

  @Test
  void add_fieldsSplitElsewhere_differ() {
    assertThat(Fingerprint.of("t").add("ab").add("c").toHex())
        .isNotEqualTo(Fingerprint.of("t").add("a").add("bc").toHex())
        .isNotEqualTo(Fingerprint.of("t").add("abc").toHex())
        .isNotEqualTo(Fingerprint.of("t").add("ab").add("c").add("").toHex());
  }

  @Test
  void addAll_listsSplitElsewhere_differ() {
    assertThat(two(List.of("a"), List.of("b")))
        .isNotEqualTo(two(List.of("a", "b"), List.of()))
        .isNotEqualTo(two(List.of(), List.of("a", "b")));
    assertThat(Fingerprint.of("t").addAll(List.of()).toHex())
        .isNotEqualTo(Fingerprint.of("t").toHex());
  }

  @Test
  void of_otherKind_differs() {
    assertThat(Fingerprint.of("a").toHex()).isNotEqualTo(Fingerprint.of("b").toHex());
  }

  @Test
  void add_numbers_differByValueAndType() {
    assertThat(Fingerprint.of("t").add(1L).toHex())
        .isNotEqualTo(Fingerprint.of("t").add(2L).toHex())
        .isNotEqualTo(Fingerprint.of("t").add(1.0).toHex())
        .isNotEqualTo(Fingerprint.of("t").add("1").toHex());
    assertThat(Fingerprint.of("t").add(0.0).toHex())
        .isNotEqualTo(Fingerprint.of("t").add(-0.0).toHex());
  }

  @Test
  void add_rows_differByBreak() {
    assertThat(Fingerprint.of("t").add(new int[] {1, 2}).add(new int[] {3}).toHex())
        .isNotEqualTo(Fingerprint.of("t").add(new int[] {1}).add(new int[] {2, 3}).toHex());
  }

  @Test
  void add_null_throwsNullPointerException() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> Fingerprint.of("t").add((String) null))
        .withMessageContaining("text");
  }

  private static String two(List<String> first, List<String> second) {
    return Fingerprint.of("t").addAll(first).addAll(second).toHex();
  }
}
