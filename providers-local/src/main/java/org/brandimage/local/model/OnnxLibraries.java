package org.brandimage.local.model;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.brandimage.spi.error.PipelineConfigurationException;

/**
 * ONNX Runtime's native libraries, unpacked from its jar. Each class loader unpacks its own, since
 * a JVM lets a library file be loaded by one class loader only.
 */
final class OnnxLibraries {
  private static final String FOLDER = "/ai/onnxruntime/native/";
  private static final List<String> NEEDED = List.of("onnxruntime", "onnxruntime4j_jni");

  private OnnxLibraries() {}

  /**
   * Unpacks the libraries of this machine.
   *
   * @param folder a folder only this user can write to
   * @return false when the jar has none for this machine, so that ONNX Runtime has to find its own
   * @throws PipelineConfigurationException when they cannot be written
   */
  static boolean unpack(Path folder) {
    String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    for (String library : NEEDED) {
      String file = System.mapLibraryName(library);
      try (InputStream packed =
          OrtEnvironment.class.getResourceAsStream(FOLDER + platform + "/" + file)) {
        if (packed == null) {
          return false;
        }
        Files.copy(packed, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        PipelineConfigurationException error =
            new PipelineConfigurationException(
                "java.io.tmpdir: "
                    + folder
                    + " - native libraries cannot be unpacked there ("
                    + e
                    + "); free about 30 MB, or start Java with -Djava.io.tmpdir=<another folder>");
        error.initCause(e);
        throw error;
      }
    }
    return true;
  }

  /** Returns the name that ONNX Runtime's jar has for a system and processor. */
  static String platform(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String os = name.contains("win") ? "win" : name.contains("mac") ? "osx" : "linux";
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    return os + (arm ? "-aarch64" : "-x64");
  }
}
