package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.SharedModels;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipTokenizerTest {
  @TempDir private Path folder;

  /** Ids that OpenAI's own tokenizer gives; the first two stand in its and others' examples. */
  @Test
  void tokens_knownTexts_areThoseOfClip() {
    ClipTokenizer tokenizer = ClipTokenizer.open(SharedModels.real());

    assertThat(tokenizer.tokens("Hello  World!")).containsExactly(49406, 3306, 1002, 256, 49407);
    assertThat(tokenizer.tokens("a photo of a cat"))
        .containsExactly(49406, 320, 1125, 539, 320, 2368, 49407);
    assertThat(tokenizer.tokens("a diagram")).containsExactly(49406, 320, 22697, 49407);
    assertThat(tokenizer.tokens("")).containsExactly(49406, 49407);
  }

  @Test
  void tokens_longText_isCutAndEndsWithTheEndMark() {
    ClipTokenizer tokenizer = ClipTokenizer.open(SharedModels.real());
    long[] tokens = tokenizer.tokens("shoe ".repeat(300));

    assertThat(tokens).hasSize(77).startsWith(49406).endsWith(49407);
    assertThat(tokenizer.apply(List.of("shoe", "靴 🍎 \uD83C")).shape()).containsExactly(2, 77);
  }

  @Test
  void open_otherFile_isRefused() throws IOException {
    Path file = folder.resolve(ModelCatalogue.CLIP_VOCABULARY.file());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "not gzip");

    assertThatThrownBy(() -> ClipTokenizer.open(ModelStore.open(folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bpe_simple_vocab_16e6.txt.gz")
        .hasMessageContaining("GitHub openai/CLIP");
  }
}
