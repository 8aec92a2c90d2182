package org.brandimage.local.library.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The picture files of a folder and everything below it, by the asset they belong to. Symbolic
 * links to folders, and those that lead out of the folder, are not followed; pipes and devices are
 * not opened. Works on every file system.
 */
final class LibraryScan {
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp");
  private static final String SIDECAR = "json";
  private static final int DEEPEST = 32;

  private final Path root;
  private final TreeMap<String, List<Path>> pictures = new TreeMap<>();
  private final Map<String, Path> sidecars = new HashMap<>();
  private final Map<String, String> refused = new TreeMap<>();

  private LibraryScan(Path root) {
    this.root = root;
  }

  /**
   * Scans a folder.
   *
   * @param root an existing folder, as its real path
   * @return what was found
   * @throws IOException when the folder itself cannot be read
   */
  static LibraryScan of(Path root) throws IOException {
    LibraryScan scan = new LibraryScan(root);
    Files.walkFileTree(
        root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, scan.visitor());
    scan.pictures.values().forEach(files -> files.sort(PhotoOrder.INSTANCE));
    return scan;
  }

  /**
   * Returns the photos by asset id, the asset's own photo first.
   *
   * @return id to files, in the order of the ids
   */
  Map<String, List<Path>> pictures() {
    return pictures;
  }

  /**
   * Returns the descriptions by asset id.
   *
   * @return id to JSON file
   */
  Map<String, Path> sidecars() {
    return sidecars;
  }

  /**
   * Returns the files that were not taken.
   *
   * @return path in the library to reason
   */
  Map<String, String> refused() {
    return refused;
  }

  /**
   * Returns the path of a file as ids and messages show it.
   *
   * @param file a file of the library
   * @return its path below the root, divided by slashes
   */
  String name(Path file) {
    Path below = root.relativize(file);
    List<String> names = new ArrayList<>();
    below.forEach(part -> names.add(part.toString().replace("/", "")));
    return String.join("/", names);
  }

  private SimpleFileVisitor<Path> visitor() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean hidden = !folder.equals(root) && isHidden(folder);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file)) {
          visit(file, attributes);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
          throw failure;
        }
        refused.put(name(file), "cannot be read");
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private void visit(Path file, BasicFileAttributes attributes) {
    String extension = extension(file);
    boolean picture = PICTURES.contains(extension);
    if (attributes.isDirectory() || (attributes.isSymbolicLink() && !isInside(file))) {
      if (picture || attributes.isSymbolicLink() || attributes.isDirectory()) {
        refused.put(name(file), "leads out of the library or too deep into it");
      }
    } else if (attributes.isOther()) {
      // opening a pipe would wait for someone to write into it
      if (picture || extension.equals(SIDECAR)) {
        refused.put(name(file), "is a pipe or device; put a regular file in its place");
      }
    } else if (picture) {
      pictures.computeIfAbsent(id(name(file)), id -> new ArrayList<>()).add(file);
    } else if (extension.equals(SIDECAR)) {
      sidecars.put(id(name(file)), file);
    }
  }

  private boolean isInside(Path link) {
    try {
      Path target = link.toRealPath();
      return target.startsWith(root) && Files.isRegularFile(target);
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns whether a file is the photo an asset is named after, not one of its further photos. */
  static boolean isMain(Path file) {
    return baseName(file).indexOf('@') < 0;
  }

  /** Returns the id of the asset a file belongs to: its path without extension and "@2". */
  private static String id(String name) {
    int folder = name.lastIndexOf('/') + 1;
    int dot = name.lastIndexOf('.');
    String base = dot <= folder ? name : name.substring(0, dot);
    int view = base.indexOf('@', folder);
    return view <= folder ? base : base.substring(0, view);
  }

  static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }
}
