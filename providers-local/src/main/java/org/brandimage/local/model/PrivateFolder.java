package org.brandimage.local.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A new temp folder that only this user may enter. Closing it removes it with all that is in it; a
 * library that was loaded stays loaded. On Windows, which deletes no file in use, it stays until
 * the JVM ends or longer.
 */
final class PrivateFolder implements AutoCloseable {
  private static final String SETTING = "java.io.tmpdir";
  private static final String REMEDY =
      "; start Java with -D"
          + SETTING
          + "=<a folder only this user can write to>, or give the temp folder the sticky bit, mode"
          + " 1777";

  private final Path path;
  private final FolderTrust trust;

  private PrivateFolder(Path path, FolderTrust trust) {
    this.path = path;
    this.trust = trust;
  }

  /**
   * Makes a folder in the JVM's temp folder.
   *
   * @return the folder
   * @throws PipelineConfigurationException when none can be made there, or other users could put
   *     another in its place
   */
  static PrivateFolder create() {
    try {
      Path path = Files.createTempDirectory("brandimage-native-", ownerOnly());
      FolderTrust trust = FolderTrust.ofOwnerOf(path);
      Optional<String> objection = trust.objection(path);
      if (objection.isPresent()) {
        Files.delete(path);
        throw unusable(objection.get(), null);
      }
      return new PrivateFolder(path, trust);
    } catch (IOException e) {
      throw unusable("no folder can be made there (" + e + ")", e);
    }
  }

  /**
   * Returns what makes a new folder one that only its owner may enter.
   *
   * @return the attributes to make it with; none where files have no modes
   */
  static FileAttribute<?>[] ownerOnly() {
    if (!FolderTrust.isChecked(Path.of(""))) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
  }

  /**
   * Returns where it is.
   *
   * @return an absolute path
   */
  Path path() {
    return path;
  }

  /**
   * Returns the rule for the user who made it.
   *
   * @return the rule
   */
  FolderTrust trust() {
    return trust;
  }

  @Override
  public void close() {
    try (Stream<Path> found = Files.walk(path)) {
      found.sorted(Comparator.reverseOrder()).forEach(PrivateFolder::remove);
    } catch (IOException | UncheckedIOException e) {
      // What is in it is loaded and works; a folder left behind is no reason to fail.
      path.toFile().deleteOnExit();
    }
  }

  private static void remove(Path each) {
    if (!each.toFile().delete()) {
      each.toFile().deleteOnExit();
    }
  }

  private static PipelineConfigurationException unusable(
      String objection, @Nullable Throwable cause) {
    PipelineConfigurationException error =
        new PipelineConfigurationException(
            SETTING
                + ": "
                + System.getProperty(SETTING)
                + " - native libraries cannot be unpacked safely: "
                + objection
                + REMEDY);
    if (cause != null) {
      error.initCause(cause);
    }
    return error;
  }

  @Override
  public String toString() {
    return "PrivateFolder[" + path + "]";
  }
}
