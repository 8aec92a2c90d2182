package org.brandimage.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.brandimage.imaging.codec.BoundedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an archive, in which a newer run replaces an older one as a whole. All files of the
 * newer run are written to a hidden folder inside it and forced to disk. Renaming that folder to
 * {@code .run.next} is the one moment that decides between the runs: before it the older run is
 * untouched, after it {@link #finish} moves the files into place, and the next writer or reader
 * repeats that when it was cut short. While files move there is no {@code run.json}, so a folder
 * that has one is complete. Every method that changes something needs the {@link FolderLock}.
 */
final class ArchiveFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFolder.class);
  private static final String NEXT = ".run.next";
  private static final String REPLACED = ".replaced";
  private static final int MOST_LIST_BYTES = 16 << 20;
  private static final String STAGING_GLOB = ".run-*.tmp";
  private static final Pattern STAGING = Pattern.compile("\\.run-[0-9a-f-]{36}\\.tmp");

  private static final Pattern REPLACED_LINE =
      Pattern.compile("([0-9a-f]{64}) (" + FileEntry.NAME + ")");

  private final Path folder;

  ArchiveFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns where it is. */
  Path folder() {
    return folder;
  }

  /** Tells whether a newer run is decided upon, but not wholly in place. */
  boolean isUnfinished() {
    return Files.isDirectory(folder.resolve(NEXT), LinkOption.NOFOLLOW_LINKS);
  }

  /** Moves a run that is decided upon into place, and removes what only the older run had. */
  void finish() throws IOException {
    if (!isUnfinished()) {
      return;
    }
    Path next = folder.resolve(NEXT);
    if (Files.exists(next.resolve(RunArchive.RUN_JSON))) {
      Files.deleteIfExists(folder.resolve(RunArchive.RUN_JSON));
      removeReplaced(next.resolve(REPLACED));
      for (Path file : files(next)) {
        if (!isLast(file)) {
          move(file, folder.resolve(file.getFileName()));
        }
      }
      force(folder);
      move(next.resolve(RunArchive.RUN_JSON), folder.resolve(RunArchive.RUN_JSON));
      force(folder);
    }
    Files.deleteIfExists(next.resolve(REPLACED));
    Files.delete(next);
  }

  /**
   * Removes what writers left whose run was not decided upon. What cannot be removed, such as
   * another user's, is no reason to fail: it is no part of any run.
   */
  void removeLeftovers() {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, STAGING_GLOB)) {
      for (Path child : children) {
        if (STAGING.matcher(child.getFileName().toString()).matches()
            && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          for (Path file : files(child)) {
            Files.delete(file);
          }
          Files.delete(child);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("What an earlier writer left in {} could not be removed", folder, e);
    }
  }

  /** Makes an empty folder for the files of a newer run. */
  Path stage() throws IOException {
    // Not a temporary folder of the JDK's, which no other user of a shared folder could remove.
    return Files.createDirectory(
        folder.resolve(STAGING_GLOB.replace("*", UUID.randomUUID().toString())));
  }

  /**
   * Decides for the newer run.
   *
   * @param staged the folder from {@link #stage}, with {@code run.json} and all files of the run
   * @param older the files that the older run wrote
   */
  void decide(Path staged, List<FileEntry> older) throws IOException {
    Set<String> newer =
        files(staged).stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toSet());
    for (String name : newer) {
      if (Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(
            folder.resolve(name).toString(), null, "is a folder where a file of the run belongs");
      }
    }
    StagedFiles.force(
        staged.resolve(REPLACED),
        target -> {
          for (FileEntry file : older) {
            if (!newer.contains(file.name())) {
              target.write((file.sha256() + " " + file.name() + "\n").getBytes(UTF_8));
            }
          }
        });
    force(staged);
    Files.move(staged, folder.resolve(NEXT), StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  /** A file that a person changed since is the person's, and stays. */
  private void removeReplaced(Path list) throws IOException {
    if (Files.notExists(list)) {
      return;
    }
    String lines = BoundedFile.readText(list, REPLACED, MOST_LIST_BYTES);
    for (String line : lines.lines().toList()) {
      Matcher file = REPLACED_LINE.matcher(line);
      if (file.matches()) {
        Path stale = folder.resolve(file.group(2));
        if (Files.isRegularFile(stale) && FileDigest.of(stale).equals(file.group(1))) {
          Files.delete(stale);
        }
      }
    }
  }

  private static boolean isLast(Path file) {
    String name = file.getFileName().toString();
    return name.equals(RunArchive.RUN_JSON) || name.equals(REPLACED);
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      children.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forces the names in a folder to disk, where the system can. */
  private static void force(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      return; // Windows opens no folders, and writes their names at once.
    }
    try (channel) {
      channel.force(true);
    }
  }
}
