package org.brandimage.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** spi and core, with what they depend on, are modules that a named module can require. */
@Tag("slow")
class ModulePathTest {
  private static final Map<String, String> OURS =
      Map.of("spi", "org.brandimage.spi", "core", "org.brandimage.core");
  private static final String DEPENDENCIES =
      "(jackson-(core|annotations|databind|datatype-.*)|jspecify|slf4j-api|json-schema"
          + "|imageio-.*|common-(lang|io|image))-\\d.*\\.jar";

  @TempDir Path folder;

  @Test
  void modulePath_composeAndRank_writesThePicture() throws Exception {
    String modulePath = modulePath();
    Path sources = Files.createDirectories(folder.resolve("sources/org/brandimage/examples"));
    Files.copy(
        Path.of("src/main/java/org/brandimage/examples/ComposeAndRank.java"),
        sources.resolve("ComposeAndRank.java"));
    Path descriptor = folder.resolve("sources/module-info.java");
    Files.writeString(
        descriptor, "module user { requires org.brandimage.spi; requires org.brandimage.core; }");
    Path picture = folder.resolve("best.png");

    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-p",
                modulePath,
                "-d",
                folder.resolve("user").toString(),
                descriptor.toString(),
                sources.resolve("ComposeAndRank.java").toString());
    assertThat(failures).isZero();
    String ran =
        java(
            "-p",
            modulePath + File.pathSeparator + folder.resolve("user"),
            "--add-modules",
            "ALL-MODULE-PATH",
            "-m",
            "user/org.brandimage.examples.ComposeAndRank",
            picture.toString());

    assertThat(ran.strip()).isEqualTo("x196");
    assertThat(ImageIO.read(picture.toFile()).getRGB(256, 256)).isEqualTo(0xFFC02020);
  }

  private String modulePath() throws IOException {
    List<String> path = new ArrayList<>();
    for (Map.Entry<String, String> module : OURS.entrySet()) {
      path.add(packed(module.getKey(), module.getValue()).toString());
    }
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().matches(DEPENDENCIES))
        .forEach(path::add);
    assertThat(path).as("spi, core and their dependencies").hasSizeGreaterThanOrEqualTo(12);
    return String.join(File.pathSeparator, path);
  }

  /** Returns a jar as the build makes it, which need not have happened yet when tests run. */
  private Path packed(String module, String name) throws IOException {
    Path classes = Path.of("..", module, "target", "classes");
    Path jar = folder.resolve(module + ".jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> entries = Files.walk(classes)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, out);
      }
    }
    return jar;
  }

  private static String java(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
