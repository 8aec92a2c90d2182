package org.brandimage.examples.plugin;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources of another project against the spi, and packs them as its build would. */
final class TestJar {
  private final Path work;
  private final Map<String, String> sources = new TreeMap<>();
  private final Map<String, String> services = new TreeMap<>();
  private final List<String> left = new ArrayList<>();

  /** Starts a jar; {@code work} is an empty folder for its build. */
  TestJar(Path work) {
    this.work = work;
  }

  TestJar source(String type, String code) {
    sources.put(type, code);
    return this;
  }

  TestJar service(Class<?> service, String... types) {
    services.put(service.getName(), String.join("\n", types));
    return this;
  }

  /** Compiles a class and leaves it out of the jar, as if a library were missing. */
  TestJar leaveOut(String type) {
    left.add(type);
    return this;
  }

  Path write(Path jar) throws IOException {
    Path classes = Files.createDirectories(work.resolve("classes"));
    compile(classes);
    for (String type : left) {
      Files.delete(classes.resolve(type.replace('.', '/') + ".class"));
    }
    Files.createDirectories(jar.getParent());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        add(out, name, Files.readAllBytes(file));
      }
      for (Map.Entry<String, String> service : services.entrySet()) {
        byte[] types = service.getValue().getBytes(StandardCharsets.UTF_8);
        add(out, "META-INF/services/" + service.getKey(), types);
      }
    }
    return jar;
  }

  private void compile(Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the plug-in does not compile: " + messages);
      }
    }
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
