package org.brandimage.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * Holds the committed list of third-party libraries to the dependencies. This module's class path
 * holds the libraries of most modules with their own; the poms name the direct ones of all modules.
 */
class ThirdPartyTest {
  private static final Path LIST = Poms.ROOT.resolve(Path.of(".github", "THIRD-PARTY.txt"));
  private static final String REMEDY =
      "write the list anew: mvn -DskipTests package license:aggregate-add-third-party@report"
          + " -pl '!benchmarks,!examples/service'";

  /** Group, artifact and version, as in {@code (org.slf4j:slf4j-api:2.0.18 - http…)}. */
  private static final Pattern ENTRY = Pattern.compile("\\(([\\w.-]+):([\\w.-]+):([\\w.-]+) - ");

  /** Jars that only tests use. */
  private static final Pattern TESTS_ONLY =
      Pattern.compile(
          "(archunit|wiremock-standalone|junit-jupiter(-engine)?|junit-platform-(engine|launcher)"
              + "|surefire-[a-z-]+)-\\d.*");

  @Test
  void list_everyJarOnTheClassPath_isThereInItsVersion() throws IOException {
    Set<String> listed =
        entries()
            .map(entry -> entry.group(2) + "-" + entry.group(3) + ".jar")
            .collect(Collectors.toSet());
    Set<String> jars = jars();

    assertThat(jars).hasSizeGreaterThan(50);
    assertThat(jars).as(REMEDY).isSubsetOf(listed);
  }

  @Test
  void list_everyDependencyOfAPublishedModule_isThere() throws Exception {
    Set<String> listed = entries().map(ThirdPartyTest::name).collect(Collectors.toSet());
    Set<String> direct = new TreeSet<>();
    for (Document pom : Poms.published()) {
      direct.addAll(direct(pom));
    }

    assertThat(direct).hasSizeGreaterThan(15);
    assertThat(direct).as(REMEDY).isSubsetOf(listed);
  }

  @Test
  void list_everyManagedVersion_isTheManagedOne() throws Exception {
    Document root = Poms.read(Poms.ROOT);
    Map<String, String> managed = new TreeMap<>();
    String dependency = "/project/dependencyManagement/dependencies/dependency[not(scope)]";
    List<String> groups = Poms.all(root, dependency + "/groupId");
    List<String> artifacts = Poms.all(root, dependency + "/artifactId");
    List<String> versions = Poms.all(root, dependency + "/version");
    for (int i = 0; i < versions.size(); i++) {
      String property = versions.get(i).replaceFirst("^\\$\\{(.*)}$", "$1");
      String name = groups.get(i) + ":" + artifacts.get(i);
      Poms.all(root, "/project/properties/" + property)
          .forEach(version -> managed.put(name, version));
    }

    assertThat(managed).hasSizeGreaterThan(20);
    assertThat(entries().filter(entry -> managed.containsKey(name(entry))))
        .as(REMEDY)
        .allSatisfy(entry -> assertThat(entry.group(3)).isEqualTo(managed.get(name(entry))));
  }

  private static String name(MatchResult entry) {
    return entry.group(1) + ":" + entry.group(2);
  }

  private static Stream<MatchResult> entries() throws IOException {
    return ENTRY.matcher(Files.readString(LIST)).results();
  }

  private static Set<String> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).getFileName().toString())
        .filter(name -> name.endsWith(".jar") && !name.startsWith("brandimage-"))
        .filter(name -> !TESTS_ONLY.matcher(name).matches())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the third-party dependencies of a module that its users get. */
  private static List<String> direct(Document pom) throws Exception {
    String used =
        "/project/dependencies/dependency[not(scope='test') and not(scope='provided')"
            + " and groupId!='org.brandimage']";
    List<String> groups = Poms.all(pom, used + "/groupId");
    List<String> artifacts = Poms.all(pom, used + "/artifactId");
    return IntStream.range(0, groups.size())
        .mapToObj(i -> groups.get(i) + ":" + artifacts.get(i))
        .toList();
  }
}
