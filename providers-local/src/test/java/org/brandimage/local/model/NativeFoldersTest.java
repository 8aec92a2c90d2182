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

class NativeFoldersTest {
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();

  @TempDir Path temp;
  private PrivateFolder temporary;
  private NativeFolders folders;

  @BeforeEach
  void make() {
    temporary = PrivateFolder.create();
    folders = new NativeFolders(temporary, variables::get, properties::get);
  }

  @AfterEach
  void remove() {
    temporary.close();
    assertThat(temporary.path()).as("a folder nothing was put into").doesNotExist();
  }

  @Test
  void settings_homeOfThisUser_isDjlsCacheThereClosedToOthers() throws IOException {
    assumeTrue(FolderTrust.isChecked(temp), "files have no owner and mode here");
    properties.put("user.home", temp.toString());

    assertThat(folders.settings())
        .containsEntry("ENGINE_CACHE_DIR", temp.resolve(".djl.ai").toString());
    assertThat(modeOf(temp.resolve(".djl.ai"))).isEqualTo("rwx------");
    assertThat(modeOf(temp.resolve(".djl.ai/tokenizers"))).isEqualTo("rwx------");
  }

  @Test
  void settings_noHome_isThePrivateFolder() {
    for (String home : new String[] {"?", temp.resolve("missing").toString()}) {
      properties.put("user.home", home);

      assertThat(folders.settings())
          .containsEntry("ENGINE_CACHE_DIR", temporary.path().toString())
          .containsEntry("jna.tmpdir", temporary.path().toString());
    }
  }

  @Test
  void settings_cacheAtHomeOthersCanWriteTo_isThePrivateFolder() throws IOException {
    open(Files.createDirectories(temp.resolve(".djl.ai")));
    openWay();
    properties.put("user.home", temp.toString());

    assertThat(folders.settings()).containsEntry("ENGINE_CACHE_DIR", temporary.path().toString());
  }

  @Test
  void settings_namedCache_isLeftToDjl() {
    variables.put("DJL_CACHE_DIR", temp.resolve("cache").toString());

    assertThat(folders.settings()).doesNotContainKeys("ENGINE_CACHE_DIR", "DJL_CACHE_DIR");
    assertThat(temp.resolve("cache/tokenizers")).isDirectory();
  }

  @Test
  void settings_namedCacheWithFileOthersCanWriteTo_isRefused() throws IOException {
    Path cache = temp.resolve("cache");
    open(Files.createFile(Files.createDirectories(cache.resolve("tokenizers/1")).resolve("lib")));
    openWay();
    properties.put("ENGINE_CACHE_DIR", cache.toString());

    assertThatExceptionOfType(PipelineConfigurationException.class)
        .isThrownBy(folders::settings)
        .withMessageStartingWith("ENGINE_CACHE_DIR: " + cache + " - native code is not loaded")
        .withMessageContaining("lib is writable by other users, mode 777")
        .withMessageEndingWith("or unset ENGINE_CACHE_DIR");
  }

  @Test
  void settings_emptyVariableHidesProperty_takesTheOtherOrIsRefused() {
    variables.put("ENGINE_CACHE_DIR", "");
    assertThat(folders.settings()).containsKey("DJL_CACHE_DIR");

    variables.put("DJL_CACHE_DIR", "");
    assertThatExceptionOfType(PipelineConfigurationException.class)
        .isThrownBy(folders::settings)
        .withMessageStartingWith("ENGINE_CACHE_DIR: (empty) - ");
  }

  @Test
  void settings_namedLibraryOthersCanWriteTo_isRefused() throws IOException {
    Path library = Files.createFile(temp.resolve(System.mapLibraryName("tokenizers")));
    variables.put("RUST_LIBRARY_PATH", temp.toString());
    openWay();
    assertThat(folders.settings()).doesNotContainKey("ENGINE_CACHE_DIR");

    open(library);
    assertThatExceptionOfType(PipelineConfigurationException.class)
        .isThrownBy(folders::settings)
        .withMessageStartingWith("RUST_LIBRARY_PATH: " + temp);
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

  private static String modeOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
