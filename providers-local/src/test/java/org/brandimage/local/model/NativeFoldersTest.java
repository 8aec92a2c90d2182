package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeFoldersTest {
  private final Map<String, String> properties = new HashMap<>();

  @TempDir Path temp;
  private PrivateFolder temporary;
  private NativeFolders folders;

  @BeforeEach
  void make() {
    temporary = PrivateFolder.create();
    folders = new NativeFolders(temporary, properties::get);
  }

  @AfterEach
  void remove() {
    temporary.close();
    assertThat(temporary.path()).as("removed with all that is in it").doesNotExist();
  }

  @Test
  void settings_nothingNamed_isThePrivateFolderWithTheLibraries() {
    assertThat(folders.settings())
        .containsEntry("onnxruntime.native.path", temporary.path().toString())
        .containsEntry("jna.tmpdir", temporary.path().toString());
    assertThat(temporary.path().resolve(System.mapLibraryName("onnxruntime"))).isNotEmptyFile();
    assertThat(temporary.path().resolve(System.mapLibraryName("onnxruntime4j_jni")))
        .isNotEmptyFile();
  }

  @Test
  void settings_noRoomInTheFolder_isRefusedWithTheRemedy() throws IOException {
    // Not even root can write a file into what is none.
    Path file = Files.createFile(temp.resolve("file"));

    assertThatExceptionOfType(PipelineConfigurationException.class)
        .isThrownBy(() -> OnnxLibraries.unpack(file))
        .withMessageStartingWith("java.io.tmpdir: " + file)
        .withMessageContaining("-Djava.io.tmpdir=");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64",
    "Linux, aarch64, linux-aarch64",
    "Mac OS X, aarch64, osx-aarch64",
    "Windows Server 2022, amd64, win-x64"
  })
  void platform_systemAndProcessor_isTheFolderInTheJar(String os, String arch, String folder) {
    assertThat(OnnxLibraries.platform(os, arch)).isEqualTo(folder);
  }

  @Test
  void settings_namedFolderOthersCanWriteTo_isRefused() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("onnx"));
    openWay();
    properties.put("onnxruntime.native.path", folder.toString());
    assertThat(folders.settings()).doesNotContainKey("onnxruntime.native.path");

    open(folder);
    assertThatExceptionOfType(PipelineConfigurationException.class)
        .isThrownBy(folders::settings)
        .withMessageStartingWith("onnxruntime.native.path: " + folder);
  }

  @Test
  void settings_namedTempFolderOfJna_isKeptWhenItHasTheStickyBit() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("jna"));
    openWay();
    open(folder);
    properties.put("jna.tmpdir", folder.toString());
    assertThatExceptionOfType(PipelineConfigurationException.class)
        .isThrownBy(folders::settings)
        .withMessageStartingWith("jna.tmpdir: " + folder);

    Files.setAttribute(folder, "unix:mode", 01777);
    assertThat(folders.settings()).doesNotContainKey("jna.tmpdir");
  }

  /** JUnit's folder is closed to others, so nothing in it could be theirs. */
  private void openWay() throws IOException {
    assumeTrue(FolderTrust.isChecked(temp), "files have no owner and mode here");
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void open(Path path) throws IOException {
    assumeTrue(FolderTrust.isChecked(path), "files have no owner and mode here");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }
}
