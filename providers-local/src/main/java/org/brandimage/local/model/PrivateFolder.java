package org.brandimage.local.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A new temp folder that only this user may enter. Closing it removes it if nothing was put into
 * it, and otherwise leaves it until the JVM ends: native code that was loaded from a file needs the
 * file. A JVM that is killed leaves it behind, and on Windows, which deletes no library in use, so
 * does every JVM.
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
      List<Path> all = found.toList();
      if (all.size() == 1) {
        Files.delete(path);
      } else {
        // Java deletes in the opposite order: the files before the folders they are in.
        all.forEach(each -> each.toFile().deleteOnExit());
      }
    } catch (IOException | UncheckedIOException e) {
      // What is in it is loaded and works; a folder left behind is no reason to fail.
      path.toFile().deleteOnExit();
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
