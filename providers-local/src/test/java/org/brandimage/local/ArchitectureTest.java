package org.brandimage.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the packages of the local providers may depend on each other. */
class ArchitectureTest {
  private static final int CLASSES_AT_LEAST = 191;

  private static final JavaClasses LOCAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.brandimage.local");

  @Test
  void analysis_wholeModule_sawEnoughClasses() {
    assertThat(LOCAL.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
  }

  @Test
  void packages_everyOne_formNoCycle() {
    slices()
        .matching("org.brandimage.(**)")
        .should()
        .beFreeOfCycles()
        .because("each feature can be read and changed without the others")
        .check(LOCAL);
  }

  @Test
  void bundle_everyFeature_doesNotDependOnIt() {
    noClasses()
        .that()
        .resideInAPackage("org.brandimage.local.*..")
        .should()
        .dependOnClassesThat(resideInAPackage("org.brandimage.local"))
        .because("the bundle assembles the features")
        .check(LOCAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "index", "plan", "scenery"})
  void feature_ofNoOtherFeature_dependsOnItselfOnly(String feature) {
    String itself = "org.brandimage.local." + feature;
    noClasses()
        .that()
        .resideInAPackage(itself)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.brandimage.local..").and(resideOutsideOfPackages(itself)))
        .because("it uses nothing of another feature")
        .check(LOCAL);
  }
}
