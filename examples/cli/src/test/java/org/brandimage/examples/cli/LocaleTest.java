package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in locales with digits, separators and letters of their own. */
@Tag("slow")
class LocaleTest {
  private static final String OTHER_DIGITS = "[\\p{Nd}&&[^0-9]]";

  @TempDir private Path temp;
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR", "de-DE"})
  void everyCommand_inAnyLocale_printsAndWritesAsciiDigits(String tag) throws IOException {
    CommandOutcome expected = run(Locale.ROOT, "expected");

    CommandOutcome outcome = run(Locale.forLanguageTag(tag), "out");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out() + outcome.err()).doesNotContainPattern(OTHER_DIGITS);
    assertThat(withoutTimes(outcome.out())).isEqualTo(withoutTimes(expected.out()));
    Path out = temp.resolve("out");
    for (String file : new String[] {"run.json", "review.html"}) {
      assertThat(Files.readString(out.resolve(file))).doesNotContainPattern(OTHER_DIGITS);
    }
    assertThat(Files.mismatch(out.resolve("192x192-1.png"), picture("expected"))).isEqualTo(-1);
    CommandOutcome verified = CommandOutcome.of("verify", out.toString());
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).doesNotContainPattern(OTHER_DIGITS);
    String picture = picture("out").toString();
    for (CommandOutcome other :
        new CommandOutcome[] {
          CommandOutcome.of("measure", picture, picture),
          CommandOutcome.of("rank", picture),
          CommandOutcome.of("models"),
          CommandOutcome.of("run", "a shoe", "--canvas", "0x5")
        }) {
      assertThat(other.out() + other.err()).isNotBlank().doesNotContainPattern(OTHER_DIGITS);
    }
  }

  private CommandOutcome run(Locale locale, String folder) {
    Locale.setDefault(locale);
    return CommandOutcome.of(
        "run",
        "a shoe on an urban street at sunset",
        "--out",
        temp.resolve(folder).toString(),
        "--canvas",
        "192x192");
  }

  private Path picture(String folder) {
    return temp.resolve(folder).resolve("192x192-1.png");
  }

  private static String withoutTimes(String text) {
    return text.replaceAll("Wrote .*", "");
  }
}
