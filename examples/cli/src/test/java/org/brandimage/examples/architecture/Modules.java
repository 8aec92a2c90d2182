package org.brandimage.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The production classes of all modules on the class path, imported once, and their modules. */
final class Modules {
  private static final DescribedPredicate<JavaClass> EXAMPLE =
      resideInAPackage("org.brandimage.examples..");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.brandimage");

  /** The classes of every library module. */
  static final JavaClasses LIBRARIES = ALL.that(DescribedPredicate.not(EXAMPLE));

  /** The classes of the command and of the sample library. */
  static final JavaClasses PROGRAMS = ALL.that(EXAMPLE);

  /** Package prefixes below {@code org.brandimage}; the first that fits names the module. */
  private static final List<String> PREFIXES =
      List.of(
          "spi.testkit",
          "spi",
          "jackson3",
          "micrometer",
          "spring",
          "bedrock.testkit",
          "bedrock",
          "local.langchain4j",
          "local",
          "opensearch",
          "examples.scenes",
          "examples");

  private Modules() {}

  /** Returns the module a class belongs to; a class without a module of its own is core's. */
  static String moduleOf(JavaClass type) {
    String name = type.getPackageName() + ".";
    return PREFIXES.stream()
        .filter(module -> name.startsWith("org.brandimage." + module + "."))
        .findFirst()
        .orElse("core");
  }
}
