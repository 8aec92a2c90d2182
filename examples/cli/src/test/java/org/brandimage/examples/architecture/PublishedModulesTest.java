package org.brandimage.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What the poms of all modules have to agree on. */
class PublishedModulesTest {
  @Test
  void version_everyModule_isTheParents() throws Exception {
    for (Map.Entry<Path, Document> pom : Poms.modules().entrySet()) {
      assertThat(Poms.all(pom.getValue(), "/project/parent/version"))
          .as("the parent's version in %s", pom.getKey())
          .containsExactly("${revision}");
      assertThat(Poms.all(pom.getValue(), "/project/version"))
          .as("a version of its own in %s", pom.getKey())
          .isEmpty();
    }
  }

  @Test
  void bom_everyPublishedModule_isListed() throws Exception {
    List<String> published = new ArrayList<>();
    for (Document pom : Poms.published()) {
      published.addAll(Poms.all(pom, "/project/artifactId"));
    }
    List<String> listed =
        Poms.all(
            Poms.read(Poms.ROOT.resolve("core/bom")),
            "/project/dependencyManagement/dependencies/dependency[groupId='org.brandimage']/artifactId");

    assertThat(listed)
        .as("list a module in core/bom, or set maven.deploy.skip in it")
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void metadata_everyModule_isNamedAndDescribed() throws Exception {
    for (Map.Entry<Path, Document> pom : Poms.modules().entrySet()) {
      assertThat(Poms.all(pom.getValue(), "/project/name"))
          .as("name in %s", pom.getKey())
          .hasSize(1);
      assertThat(Poms.all(pom.getValue(), "/project/description"))
          .as("description in %s", pom.getKey())
          .hasSize(1);
    }
  }

  @Test
  void javadoc_everyPublishedModule_isPacked() throws Exception {
    for (Document pom : Poms.published()) {
      assertThat(Poms.all(pom, "/project/build/plugins/plugin/artifactId"))
          .as("plugins of %s", Poms.all(pom, "/project/artifactId"))
          .contains("maven-javadoc-plugin");
    }
  }

  @Test
  void moduleName_everyPublishedModule_isItsOwnAndItsMainPackage() throws Exception {
    List<String> names = new ArrayList<>();
    for (Map.Entry<Path, Document> pom : Poms.modules().entrySet()) {
      if (Poms.isPublished(pom.getValue())) {
        List<String> name = Poms.all(pom.getValue(), "/project/properties/brandimage.module");
        assertThat(name).as("brandimage.module in %s", pom.getKey()).hasSize(1);
        assertThat(mainPackage(Poms.ROOT.resolve(pom.getKey())))
            .as("the package that holds all others of %s", pom.getKey())
            // The root belongs to every module, so core adds its own name.
            .isEqualTo(name.get(0).replaceFirst("\\.core$", ""));
        names.addAll(name);
      }
    }

    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  /** Returns the deepest package that holds all classes of a module. */
  private static String mainPackage(Path module) throws IOException {
    Path sources = module.resolve("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      Path common =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .reduce(PublishedModulesTest::commonParent)
              .orElseThrow();
      return sources.relativize(common).toString().replaceAll("[/\\\\]", ".");
    }
  }

  private static Path commonParent(Path one, Path other) {
    Path common = one;
    while (!other.startsWith(common)) {
      common = common.getParent();
    }
    return common;
  }
}
