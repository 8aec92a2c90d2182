package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.brandimage.local.model.WordPieceTokenizer.PaddedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tokenizer beside Hugging Face's tokenizers, as in DJL 0.38.0: the golden values were written
 * by it, a checksum a text, and all were equal on JDK 17 and 25, as were the tokens of every single
 * code point.
 */
class WordPieceTokenizerTest {
  private static final WordPieceTokenizer TOKENIZER = BgeModel.uncasedTokenizer();

  @Test
  void encode_tenThousandTexts_areTheReferencesTokens() throws IOException {
    List<String> texts = TokenizerTexts.all();
    assertThat(texts).hasSize(TokenizerTexts.COUNT);
    try (DataInputStream golden = new DataInputStream(resource("tokens.crc"))) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(checksum(TOKENIZER.encode(texts.get(i), 512)))
            .as("text %s: %s", i, texts.get(i))
            .isEqualTo(golden.readInt());
      }
      assertThat(golden.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "[SEP]|101 102 102",
        "a[SEP]b|101 1037 102 1038 102",
        "x [MASK] y|101 1060 103 1061 102",
        "[ SEP ]|101 1031 19802 1033 102",
        "[UNK][CLS]|101 100 101 102",
        "é|101 1041 102",
        "İstanbul|101 9960 102",
        "ΣΑΣ|101 1173 14608 29733 102",
        "가나|101 1455 30006 29992 30006 102",
        "ﬁ|101 1984 102",
        "😀x|101 100 102"
      })
  void encode_text_isTheReferencesTokens(String text, String ids) {
    assertThat(TOKENIZER.encode(text, 512))
        .containsExactly(Arrays.stream(ids.split(" ", -1)).mapToLong(Long::parseLong).toArray());
  }

  @Test
  void encode_loneSurrogate_isLeftOut() {
    assertThat(TOKENIZER.encode("a\uD800b", 9)).isEqualTo(TOKENIZER.encode("ab", 9));
  }

  @Test
  void encode_longText_isCutWithItsEndMark() {
    long[] ids = TOKENIZER.encode("shoe ".repeat(50), 7);

    assertThat(ids).hasSize(7).startsWith(101).endsWith(102);
    assertThat(TOKENIZER.encode("shoe", 2)).containsExactly(101, 102);
    assertThatIllegalArgumentException().isThrownBy(() -> TOKENIZER.encode("shoe", 1));
  }

  @Test
  void padded_shortText_isFilledUpAndMasked() {
    PaddedTokens tokens = TOKENIZER.padded("a [PAD]", 6);

    assertThat(tokens.ids()).containsExactly(101, 1037, 0, 102, 0, 0);
    assertThat(tokens.mask()).containsExactly(1, 1, 1, 1, 0, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"model\":{\"type\":\"BPE\"}}",
        "{\"model\":{\"type\":\"WordPiece\",\"vocab\":{\"a\":1}},\"normalizer\":{\"type\":\"BertNormalizer\",\"lowercase\":true}}"
      })
  void read_otherTokenizer_isRefused(String json) {
    assertThatThrownBy(
            () ->
                WordPieceTokenizer.read(
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tokenizer.json");
  }

  private static int checksum(long[] ids) {
    CRC32 crc = new CRC32();
    for (long id : ids) {
      crc.update((int) (id >>> 8) & 255);
      crc.update((int) id & 255);
    }
    return (int) crc.getValue();
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(WordPieceTokenizerTest.class.getResourceAsStream(name), name);
  }
}
