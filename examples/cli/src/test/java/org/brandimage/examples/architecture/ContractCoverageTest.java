package org.brandimage.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brandimage.examples.architecture.Modules.LIBRARIES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every stage implementation has a test that extends the contract of its stage. The tests of the
 * other modules are no dependency of this one, so they are read from where the build compiled them.
 */
@Tag("slow")
class ContractCoverageTest {
  private static final String TESTKIT = "org.brandimage.spi.testkit";
  private static final String CONTRACTS = TESTKIT + ".contract";
  private static final String SUFFIX = "Contract";
  private static final int CONTRACTS_AT_LEAST = 14;
  private static final int IMPLEMENTATIONS_AT_LEAST = 48;

  @Test
  void analysis_contractsAndImplementations_areFound() {
    assertThat(contracts()).hasSizeGreaterThanOrEqualTo(CONTRACTS_AT_LEAST);
    assertThat(contracts().flatMap(ContractCoverageTest::implementationsOf))
        .hasSizeGreaterThanOrEqualTo(IMPLEMENTATIONS_AT_LEAST);
  }

  @Test
  void stage_everyImplementation_hasAContractTest() throws IOException {
    JavaClasses tests = new ClassFileImporter().importPaths(compiledTests());

    List<String> uncovered =
        contracts()
            .flatMap(
                contract ->
                    implementationsOf(contract)
                        .filter(stage -> !isCovered(stage, contract, tests))
                        .map(stage -> stage.getName() + " has no test of " + contract.getName()))
            .toList();

    assertThat(uncovered)
        .as("a test named after the implementation, extending the contract")
        .isEmpty();
  }

  @Test
  void contractTest_everyOne_isNamedSo() throws IOException {
    JavaClasses tests = new ClassFileImporter().importPaths(compiledTests());

    List<String> misnamed =
        contracts()
            .flatMap(
                contract ->
                    tests.stream()
                        .filter(test -> test.isAssignableTo(contract.getName()))
                        .filter(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(test -> test.isTopLevelClass())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.endsWith("ContractTest")))
            .toList();

    assertThat(misnamed).isEmpty();
  }

  private static Stream<JavaClass> contracts() {
    return LIBRARIES.stream()
        .filter(type -> type.getPackageName().equals(CONTRACTS))
        .filter(type -> type.getSimpleName().endsWith(SUFFIX) && type.isTopLevelClass())
        .filter(contract -> stageOf(contract).isPresent());
  }

  private static Optional<JavaClass> stageOf(JavaClass contract) {
    String name = contract.getSimpleName();
    String stage = name.substring(0, name.length() - SUFFIX.length());
    return LIBRARIES.stream()
        .filter(type -> type.isInterface() && type.getSimpleName().equals(stage))
        .findFirst();
  }

  private static Stream<JavaClass> implementationsOf(JavaClass contract) {
    String stage = stageOf(contract).orElseThrow().getName();
    return LIBRARIES.stream()
        .filter(type -> type.isAssignableTo(stage) && type.isTopLevelClass())
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(type -> !type.getPackageName().startsWith(TESTKIT));
  }

  private static boolean isCovered(JavaClass stage, JavaClass contract, JavaClasses tests) {
    return tests.stream()
        .filter(test -> test.getSimpleName().equals(stage.getSimpleName() + "ContractTest"))
        .anyMatch(test -> test.isAssignableTo(contract.getName()));
  }

  private static List<Path> compiledTests() throws IOException {
    Path project = Path.of("..", "..");
    try (Stream<Path> found = Files.find(project, 4, ContractCoverageTest::isTestOutput)) {
      return found.toList();
    }
  }

  private static boolean isTestOutput(Path path, java.nio.file.attribute.BasicFileAttributes file) {
    return file.isDirectory() && path.endsWith(Path.of("target", "test-classes"));
  }
}
