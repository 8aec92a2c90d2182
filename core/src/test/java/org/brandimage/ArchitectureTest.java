package org.brandimage;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What core may depend on, and how its packages may depend on each other. */
class ArchitectureTest {
  /** Rules hold vacuously over nothing, so the import is counted. Raise it as the module grows. */
  private static final int CLASSES_AT_LEAST = 297;

  private static final DescribedPredicate<JavaClass> SPI =
      resideInAnyPackage("org.brandimage.spi..");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.brandimage")
          .that(DescribedPredicate.not(SPI));

  @Test
  void analysis_wholeModule_sawEnoughClasses() {
    assertThat(CORE.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
  }

  @Test
  void core_everyClass_dependsOnTheListedLibrariesOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "javax.imageio..",
                // one class, loaded only where the JVM was started with the module
                "jdk.incubator.vector..",
                "org.jspecify..",
                "org.slf4j..",
                "com.fasterxml.jackson..",
                "dev.harrel.jsonschema..",
                "com.twelvemonkeys..",
                "org.brandimage.."))
        .because("core knows no provider, and each library it brings is a decision")
        .check(CORE);
  }

  @Test
  void imageReaders_everyUse_liesInTheCodec() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.brandimage.imaging.codec..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.awt..", "javax.imageio..", "com.twelvemonkeys.."))
        .because("decoding strangers' files is guarded in one place")
        .check(CORE);
  }

  @Test
  void packages_ofCore_formNoCycle() {
    slices()
        .matching("org.brandimage.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a reader should be able to learn one package after the other")
        .check(CORE);
  }

  @Test
  void packages_ofEveryDepth_formNoCycle() {
    slices()
        .matching("org.brandimage.(**)")
        .should()
        .beFreeOfCycles()
        .because("each package should be usable without the ones built on it")
        .check(CORE);
  }

  @Test
  void imaging_theFlatPackage_isGone() {
    noClasses()
        .should()
        .resideInAPackage("org.brandimage.imaging")
        .because("every picture class has a package that says what it is for")
        .check(CORE);
  }

  @Test
  void toolbox_everyClass_knowsNothingOfThePipeline() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.brandimage.imaging..",
            "org.brandimage.metric..",
            "org.brandimage.quality..",
            "org.brandimage.exchange..",
            "org.brandimage.json..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.brandimage.pipeline..",
                "org.brandimage.prompted..",
                "org.brandimage.review.."))
        .allowEmptyShould(true)
        .because("providers use these packages and must not get the pipeline with them")
        .check(CORE);
  }
}
