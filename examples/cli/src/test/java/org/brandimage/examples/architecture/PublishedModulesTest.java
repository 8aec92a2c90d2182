package org.brandimage.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the poms of all modules have to agree on. */
class PublishedModulesTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final String BOM = "brandimage-bom";

  @Test
  void version_everyModule_isTheParents() throws Exception {
    for (Map.Entry<Path, Document> pom : modules().entrySet()) {
      assertThat(all(pom.getValue(), "/project/parent/version"))
          .as("the parent's version in %s", pom.getKey())
          .containsExactly("${revision}");
      assertThat(all(pom.getValue(), "/project/version"))
          .as("a version of its own in %s", pom.getKey())
          .isEmpty();
    }
  }

  @Test
  void bom_everyPublishedModule_isListed() throws Exception {
    List<String> published = new ArrayList<>();
    for (Document pom : published()) {
      published.addAll(all(pom, "/project/artifactId"));
    }
    List<String> listed =
        all(
            pom(ROOT.resolve("core/bom")),
            "/project/dependencyManagement/dependencies/dependency/artifactId");

    assertThat(listed)
        .as("list a module in core/bom, or set maven.deploy.skip in it")
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void metadata_everyModule_isNamedAndDescribed() throws Exception {
    for (Map.Entry<Path, Document> pom : modules().entrySet()) {
      assertThat(all(pom.getValue(), "/project/name")).as("name in %s", pom.getKey()).hasSize(1);
      assertThat(all(pom.getValue(), "/project/description"))
          .as("description in %s", pom.getKey())
          .hasSize(1);
    }
  }

  @Test
  void javadoc_everyPublishedModule_isPacked() throws Exception {
    for (Document pom : published()) {
      assertThat(all(pom, "/project/build/plugins/plugin/artifactId"))
          .as("plugins of %s", all(pom, "/project/artifactId"))
          .contains("maven-javadoc-plugin");
    }
  }

  @Test
  void moduleName_everyPublishedModule_isItsOwnAndItsMainPackage() throws Exception {
    List<String> names = new ArrayList<>();
    for (Map.Entry<Path, Document> pom : modules().entrySet()) {
      if (isPublished(pom.getValue())) {
        List<String> name = all(pom.getValue(), "/project/properties/brandimage.module");
        assertThat(name).as("brandimage.module in %s", pom.getKey()).hasSize(1);
        assertThat(mainPackage(ROOT.resolve(pom.getKey())))
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

  private static List<Document> published() throws Exception {
    List<Document> found = new ArrayList<>();
    for (Document pom : modules().values()) {
      if (isPublished(pom)) {
        found.add(pom);
      }
    }
    return found;
  }

  private static boolean isPublished(Document pom) throws XPathExpressionException {
    return !all(pom, "/project/properties/maven.deploy.skip").contains("true")
        && !all(pom, "/project/artifactId").contains(BOM);
  }

  private static Map<Path, Document> modules() throws Exception {
    Map<Path, Document> modules = new TreeMap<>();
    for (String module : all(pom(ROOT), "/project/modules/module")) {
      modules.put(Path.of(module), pom(ROOT.resolve(module)));
    }
    assertThat(modules).hasSizeGreaterThanOrEqualTo(11);
    return modules;
  }

  private static Document pom(Path folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile());
  }

  private static List<String> all(Document pom, String path) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    NodeList found = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent().strip())
        .toList();
  }
}
