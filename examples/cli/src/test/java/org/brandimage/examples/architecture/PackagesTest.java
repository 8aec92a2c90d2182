package org.brandimage.examples.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How packages are spread over the modules, and that none of them form a cycle. */
class PackagesTest {
  private static final Path PROJECT = Path.of("..", "..");
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final int MODULES_AT_LEAST = 13;
  private static final int PACKAGES_AT_LEAST = 66;
  private static final int FILES_AT_MOST = 40;

  /** Reads the sources, so that modules outside this one's class path are held to it too. */
  @Test
  void package_everyName_standsInOneModuleOnly() throws IOException {
    Map<String, Set<String>> modulesOfPackage = new TreeMap<>();
    List<Path> modules = modules();
    for (Path module : modules) {
      for (String name : packages(module)) {
        modulesOfPackage.computeIfAbsent(name, any -> new TreeSet<>()).add(module.toString());
      }
    }

    assertThat(modules).hasSizeGreaterThanOrEqualTo(MODULES_AT_LEAST);
    assertThat(modulesOfPackage).hasSizeGreaterThanOrEqualTo(PACKAGES_AT_LEAST);
    assertThat(modulesOfPackage.entrySet().stream().filter(entry -> entry.getValue().size() > 1))
        .as("packages with the modules they stand in")
        .isEmpty();
  }

  @Test
  void package_everyOne_hasAtMostFortyFiles() throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    for (Path module : modules()) {
      for (String name : packages(module)) {
        Path folder = module.resolve(MAIN).resolve(name.replace('.', '/'));
        try (Stream<Path> inside = Files.list(folder)) {
          files.put(name, (int) inside.filter(file -> file.toString().endsWith(".java")).count());
        }
      }
    }

    assertThat(files).hasSizeGreaterThanOrEqualTo(PACKAGES_AT_LEAST);
    assertThat(files.entrySet().stream().filter(entry -> entry.getValue() > FILES_AT_MOST))
        .as("packages with the number of their files")
        .isEmpty();
  }

  @Test
  void packages_ofAllLibraries_formNoCycle() {
    slices()
        .matching("org.brandimage.(**)")
        .should()
        .beFreeOfCycles()
        .because("a reader should be able to learn one package after the other")
        .check(Modules.LIBRARIES);
  }

  @Test
  void packages_ofTheCommandAndTheSampleLibrary_formNoCycle() {
    slices()
        .matching("org.brandimage.examples.(**)")
        .should()
        .beFreeOfCycles()
        .because("a reader should be able to learn one package after the other")
        .check(Modules.PROGRAMS);
  }

  private static List<Path> modules() throws IOException {
    List<Path> modules = new ArrayList<>();
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            if (name.equals("src") || name.equals("target") || name.equals(".git")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (Files.isDirectory(folder.resolve(MAIN))) {
              modules.add(folder);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return modules;
  }

  private static Set<String> packages(Path module) throws IOException {
    Path sources = module.resolve(MAIN);
    try (Stream<Path> files = Files.walk(sources)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> sources.relativize(file).getParent().toString())
          .forEach(folder -> names.add(folder.replace('/', '.').replace('\\', '.')));
      return names;
    }
  }
}
