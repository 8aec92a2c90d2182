package org.brandimage.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How many public types of providers-local serve only its own packages. A public type counts when
 * another package of the module uses it, no class of another library or of the command does, and no
 * public type of the module has it in the signature of a public method, constructor or nested type,
 * since users of that one may need it.
 */
class InternalTypesTest {
  private static final String MODULE = "org.brandimage.local";
  private static final Path PROJECT = Path.of("..", "..");
  private static final int AT_MOST = 5;

  @Test
  void publicTypes_ofProvidersLocal_areForUsersButForAFew() throws IOException {
    String named = textsForUsers();
    Set<String> internal =
        Modules.LIBRARIES.stream()
            .filter(InternalTypesTest::isPublicType)
            .filter(InternalTypesTest::usedByAnotherPackage)
            .filter(type -> !forUsers(type, named) && !inASignature(type, named))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(internal).hasSizeLessThanOrEqualTo(AT_MOST).isNotEmpty();
  }

  private static boolean isPublicType(JavaClass type) {
    return type.getPackageName().startsWith(MODULE)
        && type.isTopLevelClass()
        && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static boolean usedByAnotherPackage(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
  }

  private static boolean usedByAnotherModule(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .anyMatch(use -> !use.getOriginClass().getPackageName().startsWith(MODULE));
  }

  private static boolean ofTheSpi(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .anyMatch(face -> face.getPackageName().startsWith("org.brandimage.spi"));
  }

  /** Returns the words of all READMEs and benchmarks, each between blanks. */
  private static String textsForUsers() throws IOException {
    StringBuilder words = new StringBuilder(" ");
    try (Stream<Path> files = Files.walk(PROJECT)) {
      for (Path file : files.filter(InternalTypesTest::isForUsers).toList()) {
        words.append(Files.readString(file).replaceAll("\\W+", " ")).append(' ');
      }
    }
    return words.toString();
  }

  private static boolean isForUsers(Path file) {
    String path = PROJECT.relativize(file).toString().replace('\\', '/');
    return path.endsWith("README.md") || path.matches("benchmarks/src/main/.*\\.java");
  }

  private static boolean forUsers(JavaClass type, String named) {
    return ofTheSpi(type)
        || usedByAnotherModule(type)
        || named.contains(" " + type.getSimpleName() + " ");
  }

  private static boolean inASignature(JavaClass type, String named) {
    return Modules.LIBRARIES.stream()
        .filter(InternalTypesTest::isPublicType)
        .filter(other -> !other.equals(type) && forUsers(other, named))
        .flatMap(other -> other.getCodeUnits().stream())
        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
        .anyMatch(unit -> mentions(unit, type));
  }

  private static boolean mentions(JavaCodeUnit unit, JavaClass type) {
    return unit.getRawReturnType().equals(type) || unit.getRawParameterTypes().contains(type);
  }
}
