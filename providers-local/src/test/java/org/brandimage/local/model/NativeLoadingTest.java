package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.model.EmbedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the embedder where another user has put a native library of his own in its way: one that
 * makes a file, the mark, as soon as it is loaded, under the names of the libraries of today and of
 * the tokenizers' of earlier versions. In processes of their own, since a JVM loads a library once,
 * from wherever it was first found.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class NativeLoadingTest {
  private static final List<String> AS_NOBODY = List.of("runuser", "-u", "nobody", "--");

  @TempDir Path folder;
  private Path temp;
  private Path home;
  private Path mark;

  @BeforeEach
  void makeTempFolder() throws IOException {
    mode(folder, 0755);
    temp = Files.createDirectory(folder.resolve("temp"));
    mode(temp, 01777);
    // not even root can make a folder in a file
    home = Files.createFile(folder.resolve("file")).resolve("home");
    mark = temp.resolve("mark");
  }

  @Test
  void embed_noHomeAndLibraryPlantedInTempFolder_loadsOwnFromPrivateFolder() throws Exception {
    plant(temp.resolve(".djl.ai"));

    assertEmbeddedFromPrivateFolder(run(List.of(), classPath(), Map.of()));
  }

  @Test
  void embed_otherUsersLibraryPlantedInTempFolder_loadsOwnFromPrivateFolder() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can be another user");
    assumeTrue(succeeds(AS_NOBODY, "true"), "there is no runuser, or no user nobody");
    plant(temp.resolve(".djl.ai"));

    assertEmbeddedFromPrivateFolder(run(AS_NOBODY, readableClassPath(), Map.of()));
  }

  @Test
  void embed_libraryPlantedInNamedFolder_isRefused() throws Exception {
    Path named = Files.createDirectory(folder.resolve("named"));
    plant(named);
    mode(named, 0777);

    String output =
        run(
            List.of(),
            classPath(),
            Map.of("JDK_JAVA_OPTIONS", "-Donnxruntime.native.path=" + named));

    assertThat(output)
        .contains("refused: onnxruntime.native.path: " + named)
        .contains(named + " is writable by other users, mode 777");
    assertThat(mark).doesNotExist();
  }

  @Test
  void embed_tempFolderWhereOthersCanMoveFolders_isRefused() throws Exception {
    mode(temp, 0777);

    assertThat(run(List.of(), classPath(), Map.of()))
        .contains("refused: java.io.tmpdir: " + temp)
        .contains(temp + " is writable by other users, mode 777")
        .contains("-Djava.io.tmpdir=");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void embed_missingTempFolder_isRefused() throws Exception {
    Files.delete(temp);

    assertThat(run(List.of(), classPath(), Map.of()))
        .contains("refused: java.io.tmpdir: " + temp + " - native libraries cannot be unpacked")
        .contains("no folder can be made there");
  }

  private void assertEmbeddedFromPrivateFolder(String output) throws IOException {
    assertThat(mark).as(output).doesNotExist();
    assertThat(output)
        .contains("embedded 384")
        .containsPattern("from " + temp + "/brandimage-native-[0-9]+/libonnxruntime.so");
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("brandimage") || name.startsWith("onnxruntime"));
    }
  }

  /** Builds the library and puts it under the names that are looked for. */
  private void plant(Path place) throws Exception {
    assumeTrue(succeeds(List.of(), "gcc", "--version"), "there is no gcc to build a library with");
    Path library = Files.createDirectories(place).resolve("libonnxruntime.so");
    Path source =
        Files.writeString(
            folder.resolve("planted.c"),
            """
            #include <stdio.h>
            __attribute__((constructor)) static void leave_mark(void) {
              FILE *mark = fopen(MARK, "w");
              if (mark) fclose(mark);
            }
            """);
    String definition = "-DMARK=\"" + mark + "\"";
    List<String> compile =
        List.of("gcc", "-shared", "-fPIC", definition, "-o", "" + library, "" + source);
    assertThat(succeeds(compile)).isTrue();
    Files.copy(library, place.resolve("libonnxruntime4j_jni.so"));
    Files.copy(
        library, Files.createDirectory(place.resolve("tokenizers")).resolve("libtokenizers.so"));
  }

  private String run(List<String> before, String classPath, Map<String, String> variables)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + temp));
    command.add(Child.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    List.of(
            "HOME",
            "XDG_CACHE_HOME",
            "DJL_CACHE_DIR",
            "ENGINE_CACHE_DIR",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS")
        .forEach(environment::remove);
    environment.put("OPT_OUT_TRACKING", "true");
    // not -cp: a class path can be longer than a command line may be
    environment.put("CLASSPATH", classPath);
    environment.putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return output;
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** The class path where every user can read it, which a home with Maven's folder is not. */
  private String readableClassPath() throws IOException {
    Path copies = Files.createDirectory(folder.resolve("classes"));
    List<String> entries = new ArrayList<>();
    for (String entry : classPath().split(File.pathSeparator, -1)) {
      Path copy = copies.resolve("" + entries.size());
      try (Stream<Path> files = Files.walk(Path.of(entry))) {
        files.forEach(file -> copy(file, copy.resolve(Path.of(entry).relativize(file))));
      } catch (NoSuchFileException e) {
        continue; // a module without such classes
      }
      entries.add(copy.toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void copy(Path file, Path to) {
    try {
      if (Files.isDirectory(file)) {
        Files.createDirectory(to);
        mode(to, 0755);
      } else {
        Files.copy(file, to);
        mode(to, 0644);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mode(Path path, int mode) throws IOException {
    Files.setAttribute(path, "unix:mode", mode);
  }

  private static boolean succeeds(List<String> before, String... rest) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(rest));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The other process. */
  static final class Child {
    private Child() {}

    /** Embeds a text and says from where native code was loaded. */
    public static void main(String[] arguments) throws Exception {
      try (BgeSmallEmbedder embedder = BgeSmallEmbedder.create()) {
        EmbedRequest request = EmbedRequest.ofTexts(List.of("shoe"), EmbedRequest.Purpose.QUERY);
        int length = embedder.embed(request, StageContext.standalone()).get(0).dimension();
        System.out.println("embedded " + length);
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
          maps.filter(line -> line.contains("libonnxruntime.so"))
              .forEach(line -> System.out.println("from " + line.substring(line.indexOf('/'))));
        }
      } catch (PipelineConfigurationException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }
}
