package org.brandimage.bedrock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of the module build on each other in one direction: bundle, features, gateway. */
class ArchitectureTest {
  private static final int CLASSES_AT_LEAST = 63;

  private static final JavaClasses BEDROCK =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.brandimage.bedrock");

  @Test
  void analysis_wholeModule_sawEnoughClasses() {
    assertThat(BEDROCK.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
  }

  @Test
  void packages_ofTheModule_formNoCycle() {
    slices()
        .matching("org.brandimage.(**)")
        .should()
        .beFreeOfCycles()
        .because("a reader should be able to learn one package after the other")
        .check(BEDROCK);
  }

  @Test
  void wire_everyClass_knowsNoOtherPackageOfTheModule() {
    noClasses()
        .that()
        .resideInAPackage("org.brandimage.bedrock.wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.brandimage.bedrock",
            "org.brandimage.bedrock.gateway..",
            "org.brandimage.bedrock.nova..",
            "org.brandimage.bedrock.canvas..",
            "org.brandimage.bedrock.stability..")
        .because("calls and JSON bodies are what the gateway and the stages build on")
        .check(BEDROCK);
  }
}
