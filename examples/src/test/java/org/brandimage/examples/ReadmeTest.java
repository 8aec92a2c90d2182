package org.brandimage.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the README to the sources: each of its Java blocks is a marked region of code that runs.
 */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src"),
          Path.of("..", "providers-local", "langchain4j", "src", "test"),
          Path.of("..", "providers-local", "opensearch", "src", "test"));
  private static final Pattern BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern REGION =
      Pattern.compile("// region [\\w-]+\\R(.*?)// endregion", Pattern.DOTALL);

  @Test
  void readme_everyJavaBlock_isARegionOfAnExample() throws IOException {
    List<String> blocks = all(BLOCK, Files.readString(README));
    List<String> regions = new ArrayList<>();
    for (Path folder : SOURCES) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          regions.addAll(all(REGION, Files.readString(file)));
        }
      }
    }

    assertThat(blocks).isNotEmpty();
    assertThat(regions).containsAll(blocks);
  }

  @Test
  void readme_firstThirtyLines_holdRunnableCode() throws IOException {
    List<String> lines = Files.readAllLines(README);

    assertThat(String.join("\n", lines.subList(0, 30)))
        .contains("```java")
        .contains("pipeline.run");
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1).stripIndent().strip());
    }
    return found;
  }
}
