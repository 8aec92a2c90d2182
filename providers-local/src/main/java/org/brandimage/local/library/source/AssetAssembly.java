package org.brandimage.local.library.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;

/**
 * Groups the files of a folder into assets. Files that cannot be used are reported to a {@link
 * Problems}, which may throw or continue. Used for one folder by one thread.
 */
final class AssetAssembly implements AssetSource {
  private final Path root;
  private final LibraryScan scan;
  private final ImageDecoder decoder;
  private final Problems problems;
  private final Map<String, Sidecar> read = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * Starts with a folder's files.
   *
   * @param root the folder, as its real path
   * @param scan its files
   * @param decoder reads the pictures
   * @param problems receives the files that cannot be used
   */
  AssetAssembly(Path root, LibraryScan scan, ImageDecoder decoder, Problems problems) {
    this.root = root;
    this.scan = scan;
    this.decoder = decoder;
    this.problems = problems;
    scan.refused()
        .forEach(
            (name, reason) ->
                problems.at(name, name, new UnreadableImageException(name, reason, null)));
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public int expected() {
    return scan.pictures().size();
  }

  /** Makes the drafts in the order of their files. */
  @Override
  public Stream<AssetDraft> drafts() {
    Map<String, List<Path>> files = new TreeMap<>();
    Set<Path> taken = new HashSet<>();
    Set<Path> known = new HashSet<>();
    scan.pictures().values().forEach(known::addAll);
    scan.pictures()
        .forEach(
            (path, photos) -> {
              try {
                files.put(path, withListed(path, photos, taken, known));
              } catch (InvalidInputException e) {
                problems.at(path, nameOf(path), e);
              }
            });
    // the asset's own photo comes first; when another lists it, it is no asset of its own
    return files.entrySet().stream()
        .filter(entry -> !taken.contains(entry.getValue().get(0)))
        .flatMap(entry -> draft(entry.getKey(), entry.getValue()).stream());
  }

  private String nameOf(String path) {
    Path file = scan.sidecars().get(path);
    return file == null ? path : scan.name(file);
  }

  private List<Path> withListed(String path, List<Path> photos, Set<Path> taken, Set<Path> known) {
    checkOneMain(path, photos);
    Path file = scan.sidecars().get(path);
    if (file == null) {
      return photos;
    }
    Sidecar sidecar = Sidecar.read(file, scan.name(file)).checked();
    read.put(path, sidecar);
    Set<Path> all = new LinkedHashSet<>(photos);
    for (String listed : sidecar.photos()) {
      Path photo = resolved(file, listed, sidecar, known);
      if (all.add(photo)) {
        taken.add(photo);
      }
    }
    return List.copyOf(all);
  }

  private void checkOneMain(String path, List<Path> photos) {
    List<Path> main = photos.stream().filter(LibraryScan::isMain).toList();
    if (main.size() > 1) {
      String names = scan.name(main.get(0)) + " and " + scan.name(main.get(1));
      throw new InvalidInputException(
          "library", path, "rename " + names + ", or call the second " + path + "@2");
    }
  }

  private Path resolved(Path sidecarFile, String listed, Sidecar sidecar, Set<Path> known) {
    String expected = "picture files of the library, as paths from the JSON file's folder";
    try {
      Path path = sidecarFile.resolveSibling(listed).normalize();
      if (!path.startsWith(root) || !known.contains(path) || !Files.isRegularFile(path)) {
        throw sidecar.invalid("photos", listed, expected);
      }
      return path;
    } catch (InvalidPathException e) {
      throw sidecar.invalid("photos", listed, expected);
    }
  }

  private Optional<AssetDraft> draft(String path, List<Path> files) {
    Sidecar sidecar = read.getOrDefault(path, Sidecar.none());
    String id = sidecar.id().orElse(path);
    List<ImageSource> photos = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (Path file : files) {
      String name = scan.name(file);
      try {
        photos.add(decoder.open(file, name));
        paths.add(name);
      } catch (UnreadableImageException e) {
        problems.at(id, name, e);
      }
    }
    if (photos.isEmpty()) {
      return Optional.empty();
    }
    if (!ids.add(id)) {
      problems.at(id, nameOf(path), sidecar.invalid("id", id, "every asset an id of its own"));
      return Optional.empty();
    }
    return Optional.of(new AssetDraft(id, path, photos, paths, sidecar));
  }
}
