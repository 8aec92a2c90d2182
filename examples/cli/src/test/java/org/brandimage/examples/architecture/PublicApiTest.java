package org.brandimage.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brandimage.examples.architecture.Modules.LIBRARIES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the public API of three modules to the committed lists, so that a change of it is seen in
 * review. After a change that is meant, write the lists anew with
 *
 * <pre>mvn test -pl examples/cli -am -Dtest=PublicApiTest -Dbrandimage.api.write=true</pre>
 */
class PublicApiTest {
  private static final boolean WRITE = Boolean.getBoolean("brandimage.api.write");
  private static final Set<String> LISTED = Set.of("spi", "spi.testkit", "core");
  private static final String REMEDY =
      "mvn test -pl examples/cli -am -Dtest=PublicApiTest -Dbrandimage.api.write=true";

  @ParameterizedTest
  @CsvSource({
    "spi, org.brandimage.spi.StageBundle",
    "spi/testkit, org.brandimage.spi.testkit.contract.RankerContract",
    "core, org.brandimage.pipeline.BrandImagePipeline"
  })
  void publicApi_everyModule_isTheCommittedList(String module, String oneClass)
      throws IOException, ClassNotFoundException {
    Path list = Path.of("..", "..").resolve(module).resolve("src/test/resources/public-api.txt");
    URL origin = originOf(Class.forName(oneClass));
    List<String> actual =
        LIBRARIES.stream()
            .filter(type -> LISTED.contains(Modules.moduleOf(type)))
            .filter(type -> !type.getModifiers().contains(JavaModifier.PRIVATE))
            .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
            .map(JavaClass::reflect)
            .filter(type -> originOf(type).equals(origin) && PublicApi.isVisible(type))
            .flatMap(PublicApi::linesOf)
            .sorted()
            .toList();
    if (WRITE) {
      Files.createDirectories(list.getParent());
      Files.write(list, actual);
    }
    List<String> committed = Files.readAllLines(list);

    assertThat(actual).hasSizeGreaterThan(100);
    assertThat(actual)
        .withFailMessage(
            () ->
                "the public API differs from "
                    + list.normalize()
                    + listed("added", without(actual, committed))
                    + listed("removed", without(committed, actual))
                    + "\nif that is meant: "
                    + REMEDY)
        .isEqualTo(committed);
  }

  private static URL originOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }

  private static String listed(String title, List<String> lines) {
    return "\n" + title + ":\n  " + String.join("\n  ", lines);
  }
}
