package org.brandimage.spi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 9, 0xA, 0xD, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x61C, 0x200B, 0x200E,
        0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
        0x2069, 0xD83E, 0xDD86, 0xFEFF, 0xE0041
      })
  void of_characterThatIsNotSafe_isItsEscape(int point) {
    String unsafe = "a" + Character.toString(point) + "b";

    String printable = PrintableText.of(unsafe);

    assertThat(printable).matches("a\\\\[nrtu\\\\0-9a-f]+b");
    assertThat(unescaped(printable)).isEqualTo(unsafe);
    assertThat(PrintableText.of(printable)).as("once is enough").isEqualTo(printable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "mug.png", "Tasse für Öl", "قهوة", "می‌خواهم", "👩‍🍳 🦆", "靴", "C:\\a\\b"})
  void of_textOfAnyScript_isTheSameText(String text) {
    assertThat(PrintableText.of(text)).isSameAs(text);
  }

  @Test
  void of_everyC0AndC1Control_leavesNone() {
    StringBuilder all = new StringBuilder();
    IntStream.range(0, 0xA0).forEach(all::appendCodePoint);

    assertThat(PrintableText.of(all)).matches("\\p{Print}+").hasLineCount(1);
  }

  @Test
  void message_ofAnErrorThatHoldsOutsideText_isOneLine() {
    String name = "\nwarning: all is well\u001b[2J\u202e.png";

    assertThat(new UnreadableImageException(name, "is damaged", null))
        .hasMessage("image \\nwarning: all is well\\u001b[2J\\u202e.png: is damaged");
    assertThat(new InvalidInputException("library", name, "rename it").getMessage())
        .isEqualTo("library: warning: all is well\\u001b[2J\\u202e.png - rename it");
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '\\') {
        plain.append(c);
      } else if (text.charAt(at + 1) == 'u') {
        plain.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
        at += 5;
      } else {
        plain.append("\n\r\t".charAt("nrt".indexOf(text.charAt(at + 1))));
        at++;
      }
    }
    return plain.toString();
  }
}
