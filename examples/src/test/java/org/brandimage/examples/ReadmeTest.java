package org.brandimage.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the documentation: each Java block of a README is a marked region of compiled code,
 * links lead somewhere, every module has a README, and the front page stays short.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Path README = ROOT.resolve("README.md");
  private static final Set<String> NOT_OURS = Set.of("target", "out", ".git", "node_modules");
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final int MOST_LINES = 150;
  private static final int LONGEST_LINE = 100;
  private static final Pattern BLOCK =
      Pattern.compile("^```java\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern REGION =
      Pattern.compile("// region [\\w-]+\\R(.*?)// endregion", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)\\s]*)?\\)");
  private static final Pattern REVISION = Pattern.compile("<revision>([^<]+)</revision>");

  /** A version in a dependency on one of our artifacts. */
  private static final Pattern VERSION =
      Pattern.compile(
          "<groupId>org\\.brandimage</groupId>\\s*<artifactId>[^<]+</artifactId>\\s*"
              + "<version>([^<]+)</version>");

  private static final Pattern ARTIFACT = Pattern.compile("\\b(brandimage(?:-[a-z][a-z0-9]*)+)");
  private static final Pattern OWN_ARTIFACT =
      Pattern.compile("</parent>.*?<artifactId>([^<]+)</artifactId>", Pattern.DOTALL);
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  @ParameterizedTest
  @MethodSource("readmes")
  void readme_everyVersion_isThatOfTheBuild(Path page) throws IOException {
    assertThat(all(VERSION, Files.readString(page))).allMatch(revision()::equals);
  }

  @ParameterizedTest
  @MethodSource("readmes")
  void readme_everyArtifact_isAModule(Path page) throws IOException {
    assertThat(artifacts()).containsAll(all(ARTIFACT, Files.readString(page)));
  }

  @Test
  void readmes_coordinates_areThere() throws IOException {
    String front = Files.readString(README);

    assertThat(all(VERSION, front)).isNotEmpty();
    assertThat(all(ARTIFACT, front)).contains("brandimage-core");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_everyJavaBlock_isARegionOfCompiledCode(Path page) throws IOException {
    List<String> regions = new ArrayList<>();
    for (Path file : files(".java")) {
      regions.addAll(all(REGION, Files.readString(file)));
    }

    assertThat(regions).isNotEmpty().containsAll(all(BLOCK, Files.readString(page)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_everyRelativeLink_leadsToAFile(Path page) throws IOException {
    List<String> broken =
        all(LINK, Files.readString(page)).stream()
            .filter(link -> !link.contains("://"))
            .filter(link -> !Files.exists(page.resolveSibling(link)))
            .toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void readme_javaBlocks_areThere() throws IOException {
    assertThat(all(BLOCK, Files.readString(README))).isNotEmpty();
  }

  @Test
  void readme_firstThirtyLines_holdRunnableCode() throws IOException {
    List<String> lines = Files.readAllLines(README);

    assertThat(String.join("\n", lines.subList(0, 30)))
        .contains("```java")
        .contains("pipeline.run");
  }

  @Test
  void readme_length_isThatOfAFrontPage() throws IOException {
    List<String> lines = Files.readAllLines(README);
    List<String> prose = new ArrayList<>();
    boolean code = false;
    for (String line : lines) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (!code && !line.startsWith("|") && !line.startsWith("    ")) {
        prose.add(line);
      }
    }

    assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
    assertThat(prose).allMatch(line -> line.length() <= LONGEST_LINE);
  }

  @Test
  void module_everyOne_hasAReadme() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path pom : files("pom.xml")) {
      for (String module : all(MODULE, Files.readString(pom))) {
        folders.add(pom.resolveSibling(module));
      }
    }

    assertThat(folders).isNotEmpty().allMatch(f -> Files.exists(f.resolve("README.md")));
  }

  static List<Path> pages() throws IOException {
    return files(".md");
  }

  static List<Path> readmes() throws IOException {
    return files("README.md");
  }

  private static String revision() throws IOException {
    return all(REVISION, Files.readString(ROOT.resolve("pom.xml"))).get(0);
  }

  private static List<String> artifacts() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path pom : files("pom.xml")) {
      all(OWN_ARTIFACT, Files.readString(pom)).stream().findFirst().ifPresent(found::add);
    }
    return found;
  }

  private static List<Path> files(String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean left = NOT_OURS.contains(folder.getFileName().toString());
            return left || folder.endsWith(RESOURCES)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(ending)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
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
