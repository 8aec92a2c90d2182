package org.brandimage.examples.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** Conditions of {@link CodingRulesTest} that ArchUnit does not bring. */
final class CodingConditions {
  private static final Set<String> OUTSIDE_WORLD =
      Set.of(
          "java.nio.file.Files",
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.RandomAccessFile",
          "java.net.URL",
          "java.net.Socket",
          "java.lang.Thread",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ThreadPoolExecutor");

  private CodingConditions() {}

  static boolean oneOf(JavaMethodCall call, String owner, String... names) {
    return call.getTargetOwner().isAssignableTo(owner)
        && Arrays.asList(names).contains(call.getName());
  }

  /** Tells whether a call formats numbers or changes case as the default locale has it. */
  static boolean usesDefaultLocale(JavaMethodCall call) {
    boolean locale =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Locale.class));
    return oneOf(call, "java.lang.String", "formatted")
        || (!locale
            && (oneOf(call, "java.lang.String", "format", "toLowerCase", "toUpperCase")
                || oneOf(call, "java.io.PrintStream", "format", "printf")
                || oneOf(call, "java.io.PrintWriter", "format", "printf")
                || oneOf(call, "java.io.Console", "format", "printf")
                || oneOf(call, "java.text.NumberFormat", "getInstance", "getNumberInstance")));
  }

  static ArchCondition<JavaClass> beClosedToSubclasses() {
    return condition(
        "be final, a record, an enum, an interface, or abstract with no visible constructor",
        type ->
            type.isInterface()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.isEnum()
                || (type.getModifiers().contains(JavaModifier.ABSTRACT)
                    && type.getConstructors().stream()
                        .noneMatch(
                            constructor ->
                                constructor.getModifiers().contains(JavaModifier.PUBLIC)
                                    || constructor
                                        .getModifiers()
                                        .contains(JavaModifier.PROTECTED))));
  }

  static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return condition(
        "live in a @NullMarked package",
        type -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }

  static ArchCondition<JavaClass> initialiseWithoutOutsideWorld() {
    return condition(
        "not touch files, network or threads in a static initialiser",
        type ->
            type.getStaticInitializer().stream()
                .flatMap(initialiser -> initialiser.getAccessesFromSelf().stream())
                .map(JavaAccess::getTargetOwner)
                .noneMatch(owner -> OUTSIDE_WORLD.contains(owner.getName())));
  }

  static ArchCondition<JavaMethod> haveNoOptionalParameter() {
    return new ArchCondition<>("have no Optional parameter") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        List<JavaClass> parameters = method.getRawParameterTypes();
        boolean clean = parameters.stream().noneMatch(type -> type.isEquivalentTo(Optional.class));
        events.add(new SimpleConditionEvent(method, clean, method.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaClass> condition(String text, Predicate<JavaClass> holds) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(new SimpleConditionEvent(type, holds.test(type), type.getName()));
      }
    };
  }
}
