package org.brandimage.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.brandimage.examples.architecture.Poms;
import org.w3c.dom.Document;

/**
 * A local Maven repository with the artifacts of this build. Whatever is not ours is a link into
 * the repository that this build uses, so that nothing is downloaded twice and ours is not changed.
 */
final class LocalRepository {
  private static final Path FOLDER = Path.of("target", "repository").toAbsolutePath();
  private static final String OURS = "brandimage";
  private static final String POM = ".flattened-pom.xml";

  private LocalRepository() {}

  /** Writes the repository, or brings it up to date, and returns its folder. */
  static Path write() throws Exception {
    String parent = System.getProperty("localRepository");
    assumeTrue(parent != null, "not run by Maven: projects outside are not built");
    Path other = Path.of(parent);
    link(other, FOLDER, "org");
    link(other.resolve("org"), FOLDER.resolve("org"), OURS);
    install(Poms.ROOT, Poms.read(Poms.ROOT));
    Path bom = Poms.ROOT.resolve("core/bom");
    install(bom, Poms.read(bom));
    for (var module : Poms.modules().entrySet()) {
      if (Poms.isPublished(module.getValue())) {
        Path folder = Poms.ROOT.resolve(module.getKey());
        pack(folder, install(folder, module.getValue()));
      }
    }
    return FOLDER;
  }

  /** Links the entries of one folder into another, but for one. */
  private static void link(Path from, Path to, String left) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        Path link = to.resolve(entry.getFileName());
        if (!entry.endsWith(left) && !Files.isSymbolicLink(link)) {
          Files.createSymbolicLink(link, entry);
        }
      }
    }
  }

  /** Copies the pom of a module, and returns the path of its jar. */
  private static Path install(Path module, Document pom) throws Exception {
    Path flattened = module.resolve(POM);
    assertThat(flattened).as("the pom as it is published").exists();
    String artifact = Poms.all(pom, "/project/artifactId").get(0);
    String version = version();
    Path folder = FOLDER.resolve("org").resolve(OURS).resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    String name = artifact + "-" + version;
    Files.copy(flattened, folder.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
    return folder.resolve(name + ".jar");
  }

  private static String version() throws Exception {
    return Poms.all(Poms.read(Poms.ROOT), "/project/properties/revision").get(0);
  }

  /** Copies the jar on the class path of a module, or packs its classes when it is not packed. */
  private static void pack(Path module, Path jar) throws IOException {
    Path packed = onClassPath(module);
    if (Files.isRegularFile(packed)) {
      Files.copy(packed, jar, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> classes = Files.walk(packed)) {
      for (Path entry : classes.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(packed.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, out);
        out.closeEntry();
      }
    }
  }

  private static Path onClassPath(Path module) throws IOException {
    Path target = module.toRealPath().resolve("target");
    List<Path> found =
        Arrays.stream(
                System.getProperty("java.class.path")
                    .split(Pattern.quote(System.getProperty("path.separator"))))
            .map(Path::of)
            .filter(entry -> target.equals(entry.getParent()))
            .toList();
    assertThat(found).as("the classes of %s on the class path", module).hasSize(1);
    return found.get(0);
  }
}
