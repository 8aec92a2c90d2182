package org.brandimage.spi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.junit.jupiter.api.Test;

/** What the contracts may depend on, and the one shape every stage has. */
class ArchitectureTest {
  /** Rules hold vacuously over nothing, so the import is counted. Raise it as the module grows. */
  private static final int CLASSES_AT_LEAST = 148;

  private static final int STAGES_AT_LEAST = 9;

  private static final JavaClasses SPI =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.brandimage.spi");

  private static final DescribedPredicate<JavaClass> STAGE =
      describe(
          "stage interfaces",
          type ->
              type.isAnnotatedWith(FunctionalInterface.class)
                  && resideInAnyPackage(
                          "org.brandimage.spi.decompose",
                          "org.brandimage.spi.retrieve",
                          "org.brandimage.spi.cutout",
                          "org.brandimage.spi.caption",
                          "org.brandimage.spi.plan",
                          "org.brandimage.spi.outpaint",
                          "org.brandimage.spi.judge",
                          "org.brandimage.spi.rank",
                          "org.brandimage.spi.refine")
                      .test(type));

  @Test
  void analysis_wholeModule_sawEnoughClasses() {
    assertThat(SPI.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
    assertThat(SPI.stream().filter(STAGE)).hasSizeGreaterThanOrEqualTo(STAGES_AT_LEAST);
  }

  @Test
  void spi_everyClass_dependsOnTheJdkAndAnnotationsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "org.brandimage.spi.."))
        .because("whoever implements a stage should inherit no library from us")
        .check(SPI);
  }

  @Test
  void spi_everyClass_isFreeOfAwtAndImageIo() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.imageio.."))
        .because("pictures are plain values here; codecs live in core's imaging")
        .check(SPI);
  }

  @Test
  void packages_ofTheSpi_formNoCycle() {
    slices()
        .matching("org.brandimage.(**)")
        .should()
        .beFreeOfCycles()
        .because("a reader should be able to learn one package after the other")
        .check(SPI);
  }

  @Test
  void stage_everyInterface_hasTheStageShape() {
    classes()
        .that(STAGE)
        .should(haveTheStageShape())
        .because("stages stay lambdas, interruptible, and open to new request fields")
        .check(SPI);
  }

  @Test
  void spi_everyClass_createsNoUnsupportedOperationException() {
    noClasses()
        .should()
        .callConstructorWhere(
            describe(
                "it makes an UnsupportedOperationException",
                call -> call.getTargetOwner().isAssignableTo(UnsupportedOperationException.class)))
        .because("an optional ability is a second small interface, not a method that throws")
        .check(SPI);
  }

  @Test
  void error_everyClass_isAThrowable() {
    classes()
        .that(resideInAPackage("org.brandimage.spi.error"))
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beAssignableTo(Throwable.class)
        .because("the package is the tree of errors a caller may meet, and nothing else")
        .check(SPI);
  }

  private static ArchCondition<JavaClass> haveTheStageShape() {
    return new ArchCondition<>("have one method (VerbRequest, StageContext) -> own result") {
      @Override
      public void check(JavaClass stage, ConditionEvents events) {
        List<JavaMethod> abstractMethods =
            stage.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
        boolean shaped = abstractMethods.size() == 1 && isShaped(stage, abstractMethods.get(0));
        events.add(
            new SimpleConditionEvent(
                stage, shaped, stage.getName() + " declares " + abstractMethods));
      }
    };
  }

  private static boolean isShaped(JavaClass stage, JavaMethod method) {
    List<JavaClass> parameters = method.getRawParameterTypes();
    return parameters.size() == 2
        && parameters.get(0).getSimpleName().endsWith("Request")
        && parameters.get(0).getPackage().equals(stage.getPackage())
        && parameters.get(1).isEquivalentTo(StageContext.class)
        && method.getRawReturnType().getPackage().equals(stage.getPackage())
        && method.getThrowsClause().getTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(InterruptedException.class));
  }
}
