package org.brandimage.local.model;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the folders that native libraries are unpacked to and loaded from, by the rule of {@link
 * FolderTrust}.
 *
 * <ul>
 *   <li>ONNX Runtime is given a {@link PrivateFolder} with its libraries, see {@link
 *       OnnxLibraries}; left to itself it unpacks them into the temp folder and leaves a folder
 *       behind.
 *   <li>JNA, by which DJL looks for graphics cards, is given the private folder.
 * </ul>
 *
 * <p>A folder or file the user has named, in {@code onnxruntime.native.path} and its like, {@code
 * jna.tmpdir} or {@code jna.boot.library.path}, is used as named, but refused when it fails the
 * rule: loading from elsewhere would not be what the user asked for.
 */
final class NativeFolders {
  private static final String ONNX = "onnxruntime";
  private static final String ONNX_FOLDER = ONNX + ".native.path";
  private static final List<String> ONNX_FILES =
      List.of(ONNX + ".native.onnxruntime.path", ONNX + ".native.onnxruntime4j_jni.path");
  private static final String JNA_TEMP = "jna.tmpdir";
  private static final String JNA_BOOT = "jna.boot.library.path";

  private final PrivateFolder temporary;
  private final UnaryOperator<@Nullable String> properties;

  /**
   * Creates a choice of folders.
   *
   * @param temporary the folder for what has no better place
   * @param properties returns a system property by its name, null for one not set
   */
  NativeFolders(PrivateFolder temporary, UnaryOperator<@Nullable String> properties) {
    this.temporary = Objects.requireNonNull(temporary, "temporary");
    this.properties = Objects.requireNonNull(properties, "properties");
  }

  /**
   * Checks what the user has named, and chooses the rest.
   *
   * @return the system properties that must be set while native code is loaded
   * @throws PipelineConfigurationException when the user has named a folder or file that fails the
   *     rule
   */
  Map<String, String> settings() {
    check();
    Map<String, String> settings = new HashMap<>();
    if (!isOnnxRuntimeNamed() && OnnxLibraries.unpack(temporary.path())) {
      settings.put(ONNX_FOLDER, temporary.path().toString());
    }
    if (properties.apply(JNA_TEMP) == null) {
      settings.put(JNA_TEMP, temporary.path().toString());
    }
    return settings;
  }

  /**
   * Checks what the user has named.
   *
   * @throws PipelineConfigurationException when it fails the rule
   */
  void check() {
    checkOnnxRuntime();
    checkJna();
  }

  private boolean isOnnxRuntimeNamed() {
    return properties.apply(ONNX_FOLDER) != null
        || ONNX_FILES.stream().anyMatch(name -> properties.apply(name) != null);
  }

  private void checkOnnxRuntime() {
    String folder = properties.apply(ONNX_FOLDER);
    if (folder != null) {
      requireFolder(ONNX_FOLDER, folder, 1, ONNX);
    }
    for (String name : ONNX_FILES) {
      String file = properties.apply(name);
      if (file != null) {
        temporary.trust().objection(path(name, file)).ifPresent(refusal(name, file));
      }
    }
  }

  private void checkJna() {
    String boot = properties.apply(JNA_BOOT);
    if (boot != null) {
      for (String folder : boot.split(File.pathSeparator, -1)) {
        if (!folder.isEmpty()) {
          requireFolder(JNA_BOOT, folder, 1, "jnidispatch");
        }
      }
    }
    String temp = properties.apply(JNA_TEMP);
    if (temp != null) {
      objectionToTemp(path(JNA_TEMP, temp)).ifPresent(refusal(JNA_TEMP, temp));
    }
  }

  private Optional<String> objectionToTemp(Path folder) {
    return made(folder).or(() -> temporary.trust().objectionToTemp(folder));
  }

  private static Optional<String> made(Path folder) {
    try {
      Files.createDirectories(folder, PrivateFolder.ownerOnly());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(folder + " cannot be made (" + e + ")");
    }
  }

  private void requireFolder(String name, String value, int depth, String files) {
    Path folder = path(name, value);
    FolderTrust trust = temporary.trust();
    trust
        .objection(folder)
        .or(() -> trust.objectionToFiles(folder, depth, file -> file.contains(files)))
        .ifPresent(refusal(name, value));
  }

  private static Consumer<String> refusal(String name, String value) {
    return objection -> {
      throw refused(
          name,
          value,
          "native code is not loaded from there: "
              + objection
              + "; name a place that belongs to this user and that no other can write to, also on"
              + " the way to it, or unset "
              + name);
    };
  }

  private static Path path(String name, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw refused(name, value, "this is no path; name a folder, or unset " + name);
    }
  }

  private static PipelineConfigurationException refused(String name, String value, String remedy) {
    return new PipelineConfigurationException(name + ": " + value + " - " + remedy);
  }
}
