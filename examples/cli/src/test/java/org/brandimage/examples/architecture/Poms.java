package org.brandimage.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The poms of all modules. */
public final class Poms {
  /** The folder of the root pom. */
  public static final Path ROOT = Path.of("..", "..");

  private static final String BOM = "brandimage-bom";

  private Poms() {}

  /** Returns the poms of the modules that are released, but the bill of materials. */
  static List<Document> published() throws Exception {
    List<Document> found = new ArrayList<>();
    for (Document pom : modules().values()) {
      if (isPublished(pom)) {
        found.add(pom);
      }
    }
    return found;
  }

  public static boolean isPublished(Document pom) throws XPathExpressionException {
    return !all(pom, "/project/properties/maven.deploy.skip").contains("true")
        && !all(pom, "/project/artifactId").contains(BOM);
  }

  /** Returns the poms by the folders of their modules. */
  public static Map<Path, Document> modules() throws Exception {
    Map<Path, Document> modules = new TreeMap<>();
    for (String module : all(read(ROOT), "/project/modules/module")) {
      modules.put(Path.of(module), read(ROOT.resolve(module)));
    }
    assertThat(modules).hasSizeGreaterThanOrEqualTo(11);
    return modules;
  }

  public static Document read(Path folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile());
  }

  /** Returns the texts of all nodes that an XPath selects. */
  public static List<String> all(Document pom, String path) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    NodeList found = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent().strip())
        .toList();
  }
}
