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
import org.brandimage.spi.text.PrintableText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the folders that native libraries are unpacked to and loaded from, by the rule of {@link
 * FolderTrust}.
 *
 * <ul>
 *   <li>DJL keeps its tokenizers where {@code ENGINE_CACHE_DIR} or {@code DJL_CACHE_DIR} says, else
 *       in {@code .djl.ai} in the user's home, else, left to itself, in a folder of that name in
 *       the temp folder, where anybody may have put one first. Here, the last is a {@link
 *       PrivateFolder} instead, which is also taken when the one in the home fails the rule.
 *   <li>ONNX Runtime unpacks into a folder of its own with a random name in the temp folder; that
 *       one has to pass the rule as the private folder does, which lies beside it.
 *   <li>JNA, by which DJL looks for graphics cards, is given the private folder.
 * </ul>
 *
 * <p>A folder or file the user has named, in one of those variables or properties or in {@code
 * RUST_LIBRARY_PATH}, {@code onnxruntime.native.path} and its like, {@code jna.tmpdir} or {@code
 * jna.boot.library.path}, is used as named, but refused when it fails the rule: loading from
 * elsewhere would not be what the user asked for.
 */
final class NativeFolders {
  private static final Logger LOG = LoggerFactory.getLogger(NativeFolders.class);
  private static final String ENGINE_CACHE = "ENGINE_CACHE_DIR";
  private static final List<String> CACHES = List.of(ENGINE_CACHE, "DJL_CACHE_DIR");
  private static final String LIBRARY = "RUST_LIBRARY_PATH";
  private static final String ONNX = "onnxruntime";
  private static final String ONNX_FOLDER = ONNX + ".native.path";
  private static final List<String> ONNX_FILES =
      List.of(ONNX + ".native.onnxruntime.path", ONNX + ".native.onnxruntime4j_jni.path");
  private static final String JNA_TEMP = "jna.tmpdir";
  private static final String JNA_BOOT = "jna.boot.library.path";
  private static final String TOKENIZERS = "tokenizers";

  /** DJL's folders for version and graphics card, and the files in them. */
  private static final int CACHE_DEPTH = 4;

  private final PrivateFolder temporary;
  private final UnaryOperator<@Nullable String> variables;
  private final UnaryOperator<@Nullable String> properties;

  /**
   * Creates a choice of folders.
   *
   * @param temporary the folder for what has no better place
   * @param variables returns an environment variable by its name, null for one not set
   * @param properties returns a system property by its name, null for one not set
   */
  NativeFolders(
      PrivateFolder temporary,
      UnaryOperator<@Nullable String> variables,
      UnaryOperator<@Nullable String> properties) {
    this.temporary = Objects.requireNonNull(temporary, "temporary");
    this.variables = Objects.requireNonNull(variables, "variables");
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
    Map<String, String> settings = new HashMap<>();
    checkOnnxRuntime();
    chooseForJna(settings);
    chooseForTokenizers(settings);
    return settings;
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

  private void chooseForJna(Map<String, String> settings) {
    String boot = properties.apply(JNA_BOOT);
    if (boot != null) {
      for (String folder : boot.split(File.pathSeparator, -1)) {
        if (!folder.isEmpty()) {
          requireFolder(JNA_BOOT, folder, 1, "jnidispatch");
        }
      }
    }
    String temp = properties.apply(JNA_TEMP);
    if (temp == null) {
      settings.put(JNA_TEMP, temporary.path().toString());
    } else {
      objectionToTemp(path(JNA_TEMP, temp)).ifPresent(refusal(JNA_TEMP, temp));
    }
  }

  private void chooseForTokenizers(Map<String, String> settings) {
    String library = setting(LIBRARY);
    if (library != null) {
      // a folder or the file itself; DJL looks into a folder for the graphics card, too
      requireFolder(LIBRARY, library, 2, TOKENIZERS);
      return;
    }
    for (String name : CACHES) {
      String cache = setting(name);
      if (cache != null && !cache.isEmpty()) {
        objectionToCache(path(name, cache)).ifPresent(refusal(name, cache));
        return;
      }
    }
    settings.put(steerable(), cacheAtHome().orElseGet(temporary::path).toString());
  }

  private Optional<Path> cacheAtHome() {
    String home = properties.apply("user.home");
    // Java gives "?" for a user that is not in the system's list.
    if (home == null || !new File(home).isAbsolute()) {
      return Optional.empty();
    }
    Path folder = Path.of(home);
    Optional<String> objection =
        Files.isWritable(folder)
            ? temporary.trust().objection(folder)
            : Optional.of(folder + " is not writable");
    Path cache = folder.resolve(".djl.ai");
    if (objection.isEmpty()) {
      objection = objectionToCache(cache);
    }
    if (objection.isPresent()) {
      LOG.debug(
          "native libraries go to {}: {}",
          PrintableText.of(temporary.path()),
          PrintableText.of(objection.get()));
      return Optional.empty();
    }
    return Optional.of(cache);
  }

  /** Makes what is missing of a cache, for its owner only, and checks it with all that is in it. */
  private Optional<String> objectionToCache(Path cache) {
    Path folder = cache.resolve(TOKENIZERS);
    FolderTrust trust = temporary.trust();
    return made(folder)
        .or(() -> trust.objection(folder))
        .or(() -> trust.objectionToFiles(folder, CACHE_DEPTH, name -> true));
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

  /** As DJL reads it: a variable, even an empty one, wins over a property. */
  private @Nullable String setting(String name) {
    String variable = variables.apply(name);
    return variable == null ? properties.apply(name) : variable;
  }

  /** Returns the property DJL will heed, which is one that no variable of its name hides. */
  private String steerable() {
    return CACHES.stream()
        .filter(name -> variables.apply(name) == null)
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    ENGINE_CACHE,
                    "(empty)",
                    "it keeps native code from being unpacked safely; unset the variable, or name"
                        + " a folder only this user can write to"));
  }

  private static PipelineConfigurationException refused(String name, String value, String remedy) {
    return new PipelineConfigurationException(name + ": " + value + " - " + remedy);
  }
}
