package org.brandimage.spi.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The test kit's packages depend on each other in one direction: contract, checked, fake. */
class ArchitectureTest {
  private static final int CLASSES_AT_LEAST = 62;

  private static final JavaClasses TESTKIT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.brandimage.spi.testkit");

  @Test
  void analysis_wholeModule_sawEnoughClasses() {
    assertThat(TESTKIT.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
  }

  @Test
  void packages_ofTheTestkit_formNoCycle() {
    slices()
        .matching("org.brandimage.(**)")
        .should()
        .beFreeOfCycles()
        .because("a reader should be able to learn one package after the other")
        .check(TESTKIT);
  }

  @Test
  void fake_everyClass_knowsNeitherContractsNorCheckedStages() {
    noClasses()
        .that()
        .resideInAPackage("org.brandimage.spi.testkit.fake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.brandimage.spi.testkit.contract..", "org.brandimage.spi.testkit.checked..")
        .because("fakes serve tests that extend no contract")
        .check(TESTKIT);
  }
}
