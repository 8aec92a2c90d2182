package org.brandimage.examples.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The stages that one jar names. Classes come from a loader over all jars of the folder, so that a
 * jar can use another one; the list of stages comes from this jar alone, so that an error can be
 * attributed to it.
 */
final class PluginJar {
  private final Path file;

  /**
   * Checks that the file is a jar.
   *
   * @throws InvalidInputException when it cannot be read as one; names the file
   */
  PluginJar(Path file) {
    this.file = file;
    try {
      new JarFile(file.toFile()).close();
    } catch (IOException e) {
      throw new InvalidInputException("plugins", file, "replace the file, it is not a jar");
    }
  }

  URL url() {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new InvalidInputException("plugins", file, "give a folder on this file system");
    }
  }

  /**
   * Returns the stages of this jar.
   *
   * @param classes loads classes of all jars
   * @throws InvalidInputException when one cannot be made; names the jar and the reason
   */
  List<PluginStage<?>> stages(ClassLoader classes) {
    List<PluginStage<?>> found = new ArrayList<>();
    try (ServiceFiles services = new ServiceFiles(url(), classes)) {
      for (StageType<?> type : StageType.ALL) {
        addStages(type, services, found);
      }
      return found;
    } catch (IOException | RuntimeException | ServiceConfigurationError | LinkageError e) {
      throw unusable(e);
    }
  }

  private <T> void addStages(StageType<T> type, ClassLoader services, List<PluginStage<?>> found) {
    for (T stage : ServiceLoader.load(type.service(), services)) {
      String id = StageIdentity.of(stage).name();
      found.add(new PluginStage<>(type, id, stage, file));
    }
  }

  private InvalidInputException unusable(Throwable e) {
    String reason = String.valueOf(e.getMessage());
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      reason += "; caused by " + cause;
    }
    InvalidInputException error =
        new InvalidInputException(
            "plugins", file.getFileName(), "mend this jar or take it out of the folder: " + reason);
    error.initCause(e);
    return error;
  }

  /** Finds the service files of one jar, and classes through its parent. */
  private static final class ServiceFiles extends URLClassLoader {
    ServiceFiles(URL jar, ClassLoader classes) {
      super(new URL[] {jar}, classes);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return findResources(name);
    }
  }
}
