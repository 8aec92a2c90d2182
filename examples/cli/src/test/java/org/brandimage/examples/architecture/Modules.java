package org.brandimage.examples.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The production classes of every library module, imported once, and the module of each. */
final class Modules {
  static final JavaClasses LIBRARIES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.brandimage")
          .that(
              DescribedPredicate.not(
                  JavaClass.Predicates.resideInAPackage("org.brandimage.examples..")));

  private Modules() {}

  /** Returns the module a class belongs to; what has no module of its own is core's. */
  static String moduleOf(JavaClass type) {
    String name = type.getPackageName();
    for (String module :
        new String[] {"spi.testkit", "spi", "bedrock", "local", "opensearch", "examples"}) {
      if ((name + ".").startsWith("org.brandimage." + module + ".")) {
        return module;
      }
    }
    return "core";
  }
}
