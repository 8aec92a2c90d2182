package org.brandimage.examples.architecture;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public API of a class as sorted lines, each of which names the class it belongs to. */
final class PublicApi {
  private PublicApi() {}

  /** Returns whether code in other packages can name the class. */
  static boolean isVisible(Class<?> type) {
    return isVisible(type.getModifiers())
        && !type.getPackageName().matches(".*\\.internal(\\..*)?")
        && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
  }

  /** Returns one line for the class and one for each member that other packages can use. */
  static Stream<String> linesOf(Class<?> type) {
    String name = type.getCanonicalName();
    List<String> lines = new ArrayList<>();
    lines.add(name + " " + declaration(type));
    // What a hidden superclass declares is inherited into the API.
    for (Class<?> from = type; from != null && declares(from, type); from = from.getSuperclass()) {
      for (Field field : from.getDeclaredFields()) {
        if (isApi(field, type)) {
          lines.add(name + "#" + field.getName() + ": " + text(field.getAnnotatedType(), field));
        }
      }
      for (Method method : from.getDeclaredMethods()) {
        if (isApi(method, type) && !method.isBridge() && !isObjects(method)) {
          String result = ": " + text(method.getAnnotatedReturnType(), method);
          lines.add(name + "#" + method.getName() + signature(method) + result + thrown(method));
        }
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isApi(constructor, type)) {
        lines.add(name + "#new" + signature(constructor) + thrown(constructor));
      }
    }
    return lines.stream().map(PublicApi::shortened).distinct().sorted();
  }

  private static boolean declares(Class<?> from, Class<?> type) {
    return from.equals(type) || (!isVisible(from) && !from.equals(Object.class));
  }

  private static String declaration(Class<?> type) {
    String kind =
        type.isAnnotation()
            ? "@interface"
            : type.isRecord() ? "record" : type.isEnum() ? "enum" : "";
    if (kind.isEmpty()) {
      kind = type.isInterface() ? "interface" : "class";
    }
    AnnotatedType superclass = type.getAnnotatedSuperclass();
    boolean plain = superclass == null || type.isRecord() || type.isEnum();
    String parent = plain ? "" : listed(" extends ", Stream.of(superclass));
    return modifiers(type.getModifiers() & ~(type.isInterface() ? Modifier.ABSTRACT : 0))
        + (type.isSealed() ? "sealed " : "")
        + kind
        + variables(type.getTypeParameters())
        + parent.replace(" extends java.lang.Object", "")
        + listed(" implements ", Arrays.stream(type.getAnnotatedInterfaces()))
        + (type.isSealed() ? listed(" permits ", visible(type.getPermittedSubclasses())) : "");
  }

  private static Stream<String> visible(Class<?>... types) {
    return Arrays.stream(types).filter(PublicApi::isVisible).map(Class::getCanonicalName).sorted();
  }

  private static boolean isVisible(int modifiers) {
    return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  private static boolean isApi(Member member, Class<?> type) {
    boolean inherited = Modifier.isPublic(member.getModifiers());
    boolean open = !Modifier.isFinal(type.getModifiers()) && isVisible(member.getModifiers());
    return (inherited || open) && !member.isSynthetic();
  }

  private static boolean isObjects(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .filter(object -> !Modifier.isFinal(object.getModifiers()))
        .anyMatch(
            object ->
                object.getName().equals(method.getName())
                    && Arrays.equals(object.getParameterTypes(), method.getParameterTypes()));
  }

  private static String signature(Executable member) {
    return variables(member.getTypeParameters())
        + listed("(", Arrays.stream(member.getAnnotatedParameterTypes()), "()", ")")
        + (member.isVarArgs() ? "..." : "");
  }

  private static String thrown(Executable member) {
    return listed(" throws ", Arrays.stream(member.getAnnotatedExceptionTypes()));
  }

  private static String text(AnnotatedType type, Member member) {
    boolean inherit = member instanceof Method method && method.isDefault();
    return type + " " + modifiers(member.getModifiers()) + (inherit ? "default" : "");
  }

  private static String modifiers(int all) {
    int shown = Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;
    String text = Modifier.toString(all & shown);
    return text.isEmpty() ? "" : text + " ";
  }

  private static String variables(TypeVariable<?>... variables) {
    return listed(
        "<",
        Arrays.stream(variables)
            .map(one -> one + listed(" extends ", Arrays.stream(one.getAnnotatedBounds()))),
        "",
        ">");
  }

  private static String listed(String before, Stream<?> items) {
    return listed(before, items, "", "");
  }

  private static String listed(String before, Stream<?> items, String none, String after) {
    String text = items.map(Object::toString).collect(Collectors.joining(", "));
    return text.isEmpty() ? none : before + text + after;
  }

  private static String shortened(String line) {
    return line.replaceAll("@org\\.jspecify\\.annotations\\.Nullable(\\(\\))?", "@Nullable")
        .replaceAll("@org\\.jspecify\\.annotations\\.NonNull(\\(\\))?", "@NonNull")
        .replaceAll("java\\.(lang|util)\\.(?=[A-Z@])", "")
        .replaceAll(" extends Object(?=[,>])", "")
        .replace('$', '.')
        .replaceAll(" +", " ")
        .strip();
  }
}
