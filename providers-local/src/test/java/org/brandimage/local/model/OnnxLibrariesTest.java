package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxLibrariesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64",
    "Linux, aarch64, linux-aarch64",
    "Mac OS X, aarch64, osx-aarch64",
    "Windows 11, amd64, win-x64"
  })
  void platform_knownSystem_isTheJarsName(String system, String processor, String name) {
    assertThat(OnnxLibraries.platform(system, processor)).isEqualTo(name);
    assertThat(getClass().getResource("/ai/onnxruntime/native/" + name)).isNotNull();
  }

  @Test
  void unpack_thisMachine_writesBothLibraries() {
    assertThat(OnnxLibraries.unpack(folder)).isTrue();
    assertThat(folder.resolve(System.mapLibraryName("onnxruntime"))).isNotEmptyFile();
    assertThat(folder.resolve(System.mapLibraryName("onnxruntime4j_jni"))).isNotEmptyFile();
  }

  @Test
  void unpack_folderThatCannotBeWrittenTo_isRefusedWithTheRemedy() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> OnnxLibraries.unpack(file))
        .isInstanceOf(PipelineConfigurationException.class)
        .hasMessageContaining("java.io.tmpdir: " + file)
        .hasMessageContaining("-Djava.io.tmpdir=");
  }
}
