package org.brandimage.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.brandimage.examples.architecture.CodingConditions.beClosedToSubclasses;
import static org.brandimage.examples.architecture.CodingConditions.haveNoOptionalParameter;
import static org.brandimage.examples.architecture.CodingConditions.initialiseWithoutOutsideWorld;
import static org.brandimage.examples.architecture.CodingConditions.liveInANullMarkedPackage;
import static org.brandimage.examples.architecture.CodingConditions.oneOf;
import static org.brandimage.examples.architecture.Modules.LIBRARIES;
import static org.brandimage.examples.architecture.Modules.PROGRAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The habits that hold for every library module alike. */
class CodingRulesTest {
  private static final String ROOT_EXCEPTION = "org.brandimage.spi.error.BrandImageException";

  @Test
  void publicClass_everyOne_isClosedToSubclasses() {
    classes()
        .that()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .areNotAssignableTo(Throwable.class)
        .and()
        .resideOutsideOfPackages("..internal..", "org.brandimage.spi.testkit..")
        .should(beClosedToSubclasses())
        .because("behaviour is exchanged through the stage interfaces, not by inheritance")
        .check(LIBRARIES);
  }

  @Test
  void package_everyOne_isNullMarked() {
    classes()
        .should(liveInANullMarkedPackage())
        .because("absence is an Optional, and the compiler checks the rest")
        .check(LIBRARIES);
  }

  @Test
  void output_everyClass_leavesStandardStreamsAlone() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("a library speaks through results, events and SLF4J")
        .check(LIBRARIES);
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
        .because("the one logging facade here is SLF4J")
        .check(LIBRARIES);
  }

  @Test
  void output_everyClassOfTheCommand_goesThroughTheConsole() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.brandimage.examples.console.Console")
        .should()
        .callMethodWhere(
            describe(
                "text is written raw",
                call ->
                    call.getTargetOwner().isAssignableTo("java.io.PrintStream")
                        || call.getTargetOwner().isAssignableTo("java.io.PrintWriter")))
        .orShould(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .because("file names and replies of models can hold escape sequences")
        .check(PROGRAMS);
  }

  @Test
  void locale_everyFormat_isIndependentOfTheDefault() {
    for (JavaClasses classes : List.of(LIBRARIES, PROGRAMS)) {
      noClasses()
          .should()
          .callMethodWhere(describe("uses the default locale", CodingConditions::usesDefaultLocale))
          .because("digits and letters in output, files and keys are the same everywhere")
          .check(classes);
    }
  }

  @Test
  void exception_everyThrow_isSpecific() {
    GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS
        .because("a caller decides by type and fields, not by message")
        .check(LIBRARIES);
  }

  @Test
  void exception_everyOneOfOurs_extendsTheRoot() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .should()
        .beAssignableTo(ROOT_EXCEPTION)
        .because("one catch clause must be enough for everything this library throws itself")
        .check(LIBRARIES);
  }

  @Test
  void optional_everyUse_isAReturnValue() {
    noFields()
        .should()
        .haveRawType(Optional.class)
        .because("fields hold a value or a private null, and Optional is built on return")
        .check(LIBRARIES);
    methods()
        .that()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should(haveNoOptionalParameter())
        .because("a caller without the value calls another method or leaves a builder's one out")
        .check(LIBRARIES);
  }

  @Test
  void future_everyPublicOne_isThePipelines() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(
            describe("are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("org.brandimage.pipeline..")
        .should()
        .notHaveRawReturnType(describe("a future", type -> type.isAssignableTo(Future.class)))
        .because("stages are synchronous; only the front door is asynchronous too")
        .check(LIBRARIES);
  }

  @Test
  void concurrency_everyTask_runsOnAnOwnedExecutor() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "work goes to the common pool or an unbounded one",
                call ->
                    oneOf(call, "java.util.concurrent.ForkJoinPool", "commonPool")
                        || oneOf(call, "java.util.concurrent.Executors", "newCachedThreadPool")
                        || call.getName().equals("parallelStream")
                        || oneOf(call, "java.util.stream.BaseStream", "parallel")
                        || (call.getTargetOwner().isEquivalentTo(CompletableFuture.class)
                            && call.getName().endsWith("Async")
                            && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Executor.class)))))
        .because("every thread has an owner who bounds it and ends it")
        .check(LIBRARIES);
  }

  @Test
  void discovery_everyClass_loadsNothingByName() {
    noClasses()
        .that()
        .doNotHaveSimpleName("StageDiscovery")
        .should()
        .callMethodWhere(
            describe(
                "a class or service is looked up by name",
                call ->
                    oneOf(call, "java.util.ServiceLoader", "load", "loadInstalled")
                        || oneOf(call, "java.lang.Class", "forName")))
        .because("what a pipeline uses is given to its builder")
        .check(LIBRARIES);
  }

  @Test
  void process_everyClassOfTheLibrary_leavesItRunning() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "the process is ended",
                call ->
                    oneOf(call, "java.lang.System", "exit")
                        || oneOf(call, "java.lang.Runtime", "exit", "halt")))
        .because("the process belongs to who embeds the library")
        .check(LIBRARIES);
  }

  @Test
  void environment_everyClassOfSpiAndCore_leavesItUnread() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.brandimage.bedrock..", "org.brandimage.local..")
        .should()
        .callMethodWhere(
            describe(
                "the environment or a system property is read",
                call ->
                    oneOf(call, "java.lang.System", "getenv", "getProperty", "getProperties")
                        || oneOf(call, "java.lang.Boolean", "getBoolean")
                        || oneOf(call, "java.lang.Integer", "getInteger")
                        || oneOf(call, "java.lang.Long", "getLong")))
        .because("settings come through builders, so two pipelines may differ in one process")
        .check(LIBRARIES);
  }

  @Test
  void network_everyClassButTheClientOfACluster_opensNoUrl() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.brandimage.opensearch..")
        // A server of the contract kit, which tests call on their own machine.
        .and()
        .doNotHaveSimpleName("SilentService")
        .should()
        .callMethodWhere(
            describe(
                "a URL is opened",
                call -> oneOf(call, "java.net.URL", "openStream", "openConnection", "getContent")))
        .orShould()
        .dependOnClassesThat(
            resideInAPackage("java.net.http..")
                .and(not(assignableTo(Throwable.class)))
                .or(
                    describe(
                        "sockets and connections",
                        type ->
                            type.isAssignableTo("java.net.URLConnection")
                                || type.isAssignableTo("java.net.Socket"))))
        .because("no input of a user may make this library fetch something")
        .check(LIBRARIES);
  }

  @Test
  void staticField_everyOne_isFinal() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .because("pipelines in one process share nothing that changes")
        .check(LIBRARIES);
    classes()
        .should(initialiseWithoutOutsideWorld())
        .because("loading a class must not touch files, the network or threads")
        .check(LIBRARIES);
  }

  @Test
  void name_everyClass_saysWhatItIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Util|Utils|Helper|Helpers|Manager)")
        .because("such names say nothing that a reader could look for")
        .check(LIBRARIES);
  }

  @Test
  void testLibraries_everyUse_liesInTheTestkit() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.brandimage.spi.testkit..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.assertj.."))
        .because("production code runs without test libraries")
        .check(LIBRARIES);
  }
}
