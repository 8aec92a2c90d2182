package org.brandimage.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.brandimage.examples.architecture.Modules.LIBRARIES;
import static org.brandimage.examples.architecture.Modules.PROGRAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which module may know which: the rules that need every jar at once. */
class SystemArchitectureTest {
  private static final String OURS = "org.brandimage..";
  private static final String SPI = "org.brandimage.spi..";
  private static final String BEDROCK = "org.brandimage.bedrock..";
  private static final String BEDROCK_WIRE = "org.brandimage.bedrock.wire..";
  private static final String LOCAL = "org.brandimage.local..";
  private static final String OPENSEARCH = "org.brandimage.opensearch..";
  private static final String BEDROCK_CLIENT =
      "software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient";

  /**
   * Rules hold vacuously over nothing, so the import is counted; each floor is about nine tenths of
   * the module. Raise these as modules grow.
   */
  @ParameterizedTest
  @CsvSource({
    "spi,147",
    "spi.testkit,55",
    "core,310",
    "jackson3,4",
    "micrometer,5",
    "spring,14",
    "bedrock,63",
    "bedrock.testkit,3",
    "local,191",
    "local.langchain4j,5",
    "opensearch,20",
    "examples.scenes,92",
    "examples,32"
  })
  void analysis_everyModule_sawEnoughClasses(String module, int atLeast) {
    assertThat(
            Stream.concat(LIBRARIES.stream(), PROGRAMS.stream())
                .filter(type -> Modules.moduleOf(type).equals(module)))
        .hasSizeGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void spi_everyClass_knowsNoOtherModule() {
    noClasses()
        .that()
        .resideInAPackage(SPI)
        .should()
        .dependOnClassesThat(oursOutside(SPI))
        .because("the contracts come first and everything else builds on them")
        .check(LIBRARIES);
  }

  @Test
  void core_everyClass_knowsNoProvider() {
    noClasses()
        .that(describe("are core's", type -> Modules.moduleOf(type).equals("core")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(BEDROCK, LOCAL, OPENSEARCH, "org.brandimage.examples.."))
        .because("providers are exchangeable and core must run without any of them")
        .check(LIBRARIES);
  }

  @Test
  void bedrock_everyClass_knowsTheSpiAndTheToolboxOnly() {
    noClasses()
        .that()
        .resideInAPackage(BEDROCK)
        .should()
        .dependOnClassesThat(
            oursOutside(SPI, BEDROCK, "org.brandimage.imaging..", "org.brandimage.exchange"))
        .because("a provider serves stages; it neither runs the pipeline nor knows other providers")
        .check(LIBRARIES);
  }

  @Test
  void local_everyClass_knowsTheSpiAndTheToolboxOnly() {
    noClasses()
        .that()
        .resideInAPackage(LOCAL)
        .should()
        .dependOnClassesThat(
            oursOutside(
                SPI,
                LOCAL,
                "org.brandimage.imaging..",
                "org.brandimage.metric",
                "org.brandimage.quality",
                "org.brandimage.exchange",
                "org.brandimage.json",
                "org.brandimage.scene"))
        .because("a provider serves stages; it neither runs the pipeline nor knows other providers")
        .check(LIBRARIES);
  }

  @Test
  void opensearch_everyClass_knowsTheSpiOnly() {
    noClasses()
        .that()
        .resideInAPackage(OPENSEARCH)
        .should()
        .dependOnClassesThat(oursOutside(SPI, OPENSEARCH))
        .because("a library in a cluster needs nothing of those on one machine")
        .check(LIBRARIES);
  }

  @Test
  void aws_everyUse_liesInTheBedrockProviderOrTheOptionalSigner() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BEDROCK)
        .and()
        .doNotHaveFullyQualifiedName("org.brandimage.opensearch.SigV4RequestSigner")
        .should()
        .dependOnClassesThat(resideInAnyPackage("software.amazon..", "io.github.bucket4j.."))
        .because("who runs locally should never load the AWS SDK")
        .check(LIBRARIES);
  }

  @Test
  void localModels_everyUse_liesInTheLocalProvider() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LOCAL)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("ai.djl..", "ai.onnxruntime..", "opennlp..", "com.github.jelmerk.."))
        .because("who runs on Bedrock should never load a model runtime")
        .check(LIBRARIES);
  }

  @Test
  void bedrock_publicSignatures_showNoAwsTypeButTheClient() {
    methods()
        .that()
        .areDeclaredInClassesThat(
            resideInAPackage(BEDROCK)
                .and(DescribedPredicate.not(resideInAnyPackage("..internal..", BEDROCK_WIRE))))
        .and()
        .arePublic()
        .should(showNoAwsTypeButTheClient())
        .allowEmptyShould(true)
        .because("the user brings a client made their way; all else of the SDK may change")
        .check(LIBRARIES);
  }

  @Test
  void internal_everyPackage_isUsedByItsOwnModuleOnly() {
    classes()
        .should(useNoInternalsOfAnotherModule())
        .because("internal packages may change in any release")
        .check(LIBRARIES);
  }

  private static DescribedPredicate<JavaClass> oursOutside(String... packages) {
    return resideInAPackage(OURS).and(DescribedPredicate.not(resideInAnyPackage(packages)));
  }

  private static ArchCondition<JavaMethod> showNoAwsTypeButTheClient() {
    return new ArchCondition<>("show no AWS type but " + BEDROCK_CLIENT) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
            .filter(type -> type.getPackageName().startsWith("software.amazon."))
            .filter(type -> !type.getName().equals(BEDROCK_CLIENT))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }

  private static ArchCondition<JavaClass> useNoInternalsOfAnotherModule() {
    return new ArchCondition<>("use no internal package of another module") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String module = Modules.moduleOf(type);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (resideInAPackage("org.brandimage..internal..").test(target)
              && !Modules.moduleOf(target).equals(module)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
