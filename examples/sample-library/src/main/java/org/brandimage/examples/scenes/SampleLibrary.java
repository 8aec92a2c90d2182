package org.brandimage.examples.scenes;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder a run takes its pictures from: the user's, or the bundled one, which inside a jar is a
 * file system of its own that must stay open as long as its pictures are used.
 */
public final class SampleLibrary implements AutoCloseable {
  private static final String RESOURCE = "/library";

  private final Path folder;
  private final @Nullable FileSystem jar;

  private SampleLibrary(Path folder, @Nullable FileSystem jar) {
    this.folder = folder;
    this.jar = jar;
  }

  /**
   * Opens the bundled library.
   *
   * @return the library; to be closed after the last use of its pictures
   * @throws IOException when it cannot be opened
   */
  public static SampleLibrary open() throws IOException {
    URL url = SampleLibrary.class.getResource(RESOURCE);
    if (url == null) {
      throw new IOException("the bundled library is missing from the class path: " + RESOURCE);
    }
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return new SampleLibrary(Path.of(uri), null);
      }
      Path jarFile = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!.*$", "")));
      FileSystem jar = FileSystems.newFileSystem(jarFile, Map.of());
      return new SampleLibrary(jar.getPath(RESOURCE), jar);
    } catch (URISyntaxException e) {
      throw new IOException("the bundled library has an unusable address: " + url, e);
    }
  }

  /**
   * Opens a folder, or the bundled library where none is given.
   *
   * @param folder the user's folder, or null
   * @return the library; to be closed after the last use of its pictures
   * @throws IOException when the bundled library cannot be opened
   */
  public static SampleLibrary orFolder(@Nullable Path folder) throws IOException {
    return folder == null ? open() : new SampleLibrary(folder, null);
  }

  /**
   * Returns the folder.
   *
   * @return a folder of pictures
   */
  public Path folder() {
    return folder;
  }

  /**
   * Copies the library into a folder of the default file system, for programs that take the name of
   * a folder.
   *
   * @param target the folder; created when it does not exist
   * @return the target
   * @throws IOException when a file cannot be copied
   */
  public Path copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(folder.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
    return target;
  }

  @Override
  public void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }
}
