package org.brandimage.local.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rule by which native code may be loaded from a file or folder: no other user can have put it
 * there, change it, or put another in its place.
 *
 * <p>Every part of the path, from the root folder on, must belong to this user, to the
 * administrator, or to whoever owns the root folder, who could replace all beneath it anyway. None
 * may be writable by the group or by others, with two exceptions. A folder on the way may be if it
 * has the sticky bit, as the system's temp folder has: there, users move only what is their own.
 * And behind a folder that only its owner may enter, modes no longer matter. A symbolic link is
 * held to the rule in both its places, where it lies and where it leads. Rights given by an access
 * control list count as the group's, since Linux shows them so.
 *
 * <p>Where files have no owner and mode as Unix has them, above all on Windows, nothing is checked
 * and everything passes; there, a user's home and temp folder are closed to others unless somebody
 * opened them. Immutable and thread-safe.
 */
final class FolderTrust {
  private static final String VIEW = "unix";
  private static final int ADMINISTRATOR = 0;
  private static final int MOST_LINKS = 40;

  private final Set<Integer> owners;

  /**
   * Creates the rule.
   *
   * @param owners the numbers of the users whose files and folders pass
   */
  FolderTrust(Set<Integer> owners) {
    this.owners = Set.copyOf(owners);
  }

  /**
   * Makes the rule for a user.
   *
   * @param own a file or folder that this process has just made. A user's name or number from
   *     elsewhere can be missing, as for a container's made-up user, or be set by anybody
   * @return the rule
   * @throws IOException when its owner cannot be read
   */
  static FolderTrust ofOwnerOf(Path own) throws IOException {
    if (!isChecked(own)) {
      return new FolderTrust(Set.of());
    }
    Path root = parts(own).get(0);
    List<Integer> owners = List.of(ADMINISTRATOR, Entry.of(own).owner(), Entry.of(root).owner());
    return new FolderTrust(Set.copyOf(owners));
  }

  /**
   * Returns whether files there have owners and modes to check.
   *
   * @param path any path
   * @return false where everything passes
   */
  static boolean isChecked(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains(VIEW);
  }

  /**
   * Checks a file or folder and the way to it.
   *
   * @param path the file, or the folder to load from
   * @return what is wrong, for a message, or empty when native code may be loaded from there
   */
  Optional<String> objection(Path path) {
    return objection(path, true);
  }

  /**
   * Checks a temp folder, in which native code gets files of new and random names, and the way to
   * it.
   *
   * @param folder the folder; with the sticky bit, others may write to it
   * @return what is wrong, for a message, or empty when nothing is
   */
  Optional<String> objectionToTemp(Path folder) {
    return objection(folder, false);
  }

  /**
   * Checks files in a folder, and the way to each.
   *
   * @param folder the folder
   * @param depth how many levels of folders to look into; 1 for the files right in it
   * @param names decides which file names matter
   * @return what is wrong with the first file that fails, or empty when none does
   */
  Optional<String> objectionToFiles(Path folder, int depth, Predicate<String> names) {
    try (Stream<Path> files =
        Files.find(
            folder,
            depth,
            (path, attributes) ->
                !attributes.isDirectory() && names.test(String.valueOf(path.getFileName())))) {
      return files.map(this::objection).flatMap(Optional::stream).findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.of(folder + " cannot be searched: " + e.getMessage());
    }
  }

  private Optional<String> objection(Path path, boolean isLoaded) {
    if (!isChecked(path)) {
      return Optional.empty();
    }
    try {
      return objection(path, isLoaded, MOST_LINKS);
    } catch (NoSuchFileException e) {
      return Optional.of(e.getFile() + " does not exist");
    } catch (IOException e) {
      return Optional.of(path + " cannot be examined: " + e.getMessage());
    }
  }

  private Optional<String> objection(Path path, boolean isLoaded, int links) throws IOException {
    List<Path> parts = parts(path);
    boolean closed = false;
    for (int i = 0; i < parts.size(); i++) {
      Path part = parts.get(i);
      boolean onTheWay = !isLoaded || i < parts.size() - 1;
      Entry entry = Entry.of(part);
      if (!owners.contains(entry.owner())) {
        return Optional.of(part + " belongs to another user, number " + entry.owner());
      }
      if (entry.isLink()) {
        Optional<String> objection = objectionToTarget(part, !onTheWay, links);
        if (objection.isPresent()) {
          return objection;
        }
        closed = false;
      } else if (!closed && entry.isWritableByOthers() && !(onTheWay && entry.isSticky())) {
        return Optional.of(part + " is writable by other users, mode " + entry.octal());
      } else {
        closed = !part.endsWith("..") && (closed || entry.isClosed());
      }
    }
    return Optional.empty();
  }

  private Optional<String> objectionToTarget(Path link, boolean isLoaded, int links)
      throws IOException {
    if (links == 0) {
      return Optional.of(link + " leads through too many symbolic links");
    }
    Path target = link.resolveSibling(Files.readSymbolicLink(link));
    return objection(target, isLoaded, links - 1);
  }

  /** The root folder first, the path itself last; not normalised, since ".." may follow a link. */
  private static List<Path> parts(Path path) {
    Path absolute = path.toAbsolutePath();
    List<Path> parts = new ArrayList<>();
    for (Path part = absolute; part != null; part = part.getParent()) {
      parts.add(0, part);
    }
    return parts;
  }

  /** Owner and mode of a file, folder or link. */
  private record Entry(int owner, int mode) {
    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;
    private static final int FOLDER = 0040000;
    private static final int STICKY = 01000;
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int OPEN_TO_OTHERS = 0077;

    static Entry of(Path path) throws IOException {
      Map<String, Object> read =
          Files.readAttributes(path, VIEW + ":uid,mode", LinkOption.NOFOLLOW_LINKS);
      return new Entry(number(read, "uid"), number(read, "mode"));
    }

    private static int number(Map<String, Object> read, String name) {
      return (Integer) Objects.requireNonNull(read.get(name), name);
    }

    boolean isLink() {
      return (mode & TYPE) == LINK;
    }

    boolean isSticky() {
      return (mode & STICKY) != 0;
    }

    boolean isWritableByOthers() {
      return (mode & WRITABLE_BY_OTHERS) != 0;
    }

    boolean isClosed() {
      return (mode & TYPE) == FOLDER && (mode & OPEN_TO_OTHERS) == 0;
    }

    String octal() {
      return Integer.toOctalString(mode & 07777);
    }
  }
}
