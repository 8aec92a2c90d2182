package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code spi/CONTRACTS.md} and the contracts say the same. */
class ContractsDocumentTest {
  private static final List<Class<?>> CONTRACTS =
      List.of(
          StageContract.class,
          DecomposerContract.class,
          AssetRetrieverContract.class,
          CutoutMakerContract.class,
          CaptionerContract.class,
          CompositionPlannerContract.class,
          OutpainterContract.class,
          QualityJudgeContract.class,
          GuidelineCheckContract.class,
          RankerContract.class,
          RefinerContract.class,
          SceneReaderContract.class,
          EmbedderContract.class,
          ImageSimilarityContract.class,
          LanguageModelContract.class,
          ResultClaimContract.class,
          ResultStoreContract.class,
          StageBundleContract.class);

  @Test
  void document_rules_areThoseOfTheContracts() throws IOException {
    Set<String> tested = new TreeSet<>();
    for (Class<?> contract : CONTRACTS) {
      Arrays.stream(contract.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Test.class))
          .map(method -> method.getAnnotation(DisplayName.class).value())
          .forEach(tested::add);
    }
    Set<String> written = new TreeSet<>();
    Pattern.compile("(?m)^- \\*\\*(\\w+)\\*\\* (.+)\\.$")
        .matcher(Files.readString(Path.of("..", "CONTRACTS.md")))
        .results()
        .map(ContractsDocumentTest::rule)
        .forEach(written::add);
    assertThat(written).isEqualTo(tested).hasSizeGreaterThan(80);
  }

  @Test
  void contract_everyTest_isFinalAndNamedByItsRule() {
    for (Class<?> contract : CONTRACTS) {
      for (Method method : contract.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          String name = method.getAnnotation(DisplayName.class).value();
          String rule = name.substring(0, name.indexOf(' '));
          assertThat(method.getName()).startsWith(rule.toLowerCase(Locale.ROOT) + "_");
          assertThat(Modifier.isFinal(method.getModifiers())).as("%s is final", method).isTrue();
        }
      }
    }
  }

  /** A sentence in the document begins with a capital, a display name goes on after its number. */
  private static String rule(MatchResult line) {
    String text = line.group(2);
    boolean acronym = Character.isUpperCase(text.charAt(1));
    return line.group(1)
        + " "
        + (acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1));
  }
}
