package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTrustTest {
  private static final int NOBODY = 65_534;

  @TempDir Path temp;
  private FolderTrust trust;

  @BeforeEach
  void openWayToFolder() throws IOException {
    assumeTrue(FolderTrust.isChecked(temp), "files have no owner and mode here");
    trust = FolderTrust.ofOwnerOf(temp);
    mode(temp, "rwxr-xr-x");
  }

  @Test
  void objection_ownFolderOthersMayOnlyRead_isNone() throws IOException {
    Path file = Files.createFile(folder("own", "rwxr-xr-x").resolve("library"));

    assertThat(trust.objection(file)).isEmpty();
    assertThat(trust.objection(file.getParent())).isEmpty();
  }

  @Test
  void objection_folderWritableByGroup_namesItAndItsMode() throws IOException {
    Path folder = folder("shared", "rwxrwx---");

    assertThat(trust.objection(folder)).contains(folder + " is writable by other users, mode 770");
  }

  @Test
  void objection_fileWritableByOthers_namesIt() throws IOException {
    Path file = Files.createFile(folder("own", "rwxr-xr-x").resolve("library"));
    mode(file, "rw-rw-rw-");

    assertThat(trust.objection(file)).contains(file + " is writable by other users, mode 666");
  }

  @Test
  void objection_writableFileBehindClosedFolder_isNone() throws IOException {
    Path file = Files.createFile(folder("closed", "rwx------").resolve("library"));
    mode(file, "rw-rw-rw-");

    assertThat(trust.objection(file)).isEmpty();
  }

  @Test
  void objection_writableFolderBesideClosedOne_isFoundBehindDots() throws IOException {
    Path closed = folder("closed", "rwx------");
    folder("open", "rwxrwxrwx");

    assertThat(trust.objection(closed.resolve("..").resolve("open"))).isPresent();
  }

  @Test
  void objection_parentWritableByOthers_namesTheParent() throws IOException {
    Path parent = folder("parent", "rwxrwxrwx");
    Path folder = Files.createDirectory(parent.resolve("own"), PrivateFolder.ownerOnly());

    assertThat(trust.objection(folder)).contains(parent + " is writable by other users, mode 777");
  }

  @Test
  void objection_stickyParent_isNoneForWhatIsInItButNotForItself() throws IOException {
    Path parent = folder("parent", "rwxrwxrwx");
    Files.setAttribute(parent, "unix:mode", 01777);
    Path folder = Files.createDirectory(parent.resolve("own"), PrivateFolder.ownerOnly());

    assertThat(trust.objection(folder)).isEmpty();
    assertThat(trust.objection(parent)).isPresent();
    assertThat(trust.objectionToTemp(parent)).isEmpty();
  }

  @Test
  void objection_folderOfAnotherUser_namesTheUser() throws IOException {
    Path folder = folder("theirs", "rwx------");
    int user = (Integer) Files.getAttribute(folder, "unix:uid");
    FolderTrust other = new FolderTrust(Set.of(0, user + 1));
    if (user == 0) {
      // root's files pass for everybody, so this one has to be somebody else's
      Files.setAttribute(folder, "unix:uid", NOBODY);
    }

    assertThat(other.objection(folder).orElseThrow()).contains("belongs to another user, number");
  }

  @Test
  void objection_linkToOwnFolder_isNone() throws IOException {
    Path target = folder("target", "rwxr-xr-x");
    Path link = Files.createSymbolicLink(temp.resolve("link"), target.getFileName());

    assertThat(trust.objection(link)).isEmpty();
  }

  @Test
  void objection_linkToFolderWritableByOthers_namesTheFolder() throws IOException {
    Path target = folder("target", "rwxrwxrwx");
    Path folder = Files.createDirectory(target.resolve("own"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);

    assertThat(trust.objection(link).orElseThrow()).startsWith(target + " is writable");
    assertThat(trust.objection(link.resolve("library")).orElseThrow())
        .startsWith(target + " is writable");
  }

  @Test
  void objection_linkToItself_isNotFollowedForEver() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("link"));

    assertThat(trust.objection(link).orElseThrow()).contains("too many symbolic links");
  }

  @Test
  void objection_missingFolder_saysSo() {
    Path folder = temp.resolve("missing");

    assertThat(trust.objection(folder)).contains(folder + " does not exist");
  }

  @Test
  void objectionToFiles_oneOfThemWritableByOthers_namesItAmongThoseAskedFor() throws IOException {
    Path folder = folder("own", "rwxr-xr-x");
    Path file = Files.createFile(Files.createDirectory(folder.resolve("deep")).resolve("library"));
    mode(file, "rw-rw-rw-");

    assertThat(trust.objectionToFiles(folder, 2, name -> true).orElseThrow()).contains("library");
    assertThat(trust.objectionToFiles(folder, 2, "else"::equals)).isEmpty();
    assertThat(trust.objectionToFiles(folder, 1, name -> true)).isEmpty();
  }

  private Path folder(String name, String mode) throws IOException {
    Path folder = Files.createDirectory(temp.resolve(name));
    mode(folder, mode);
    return folder;
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }
}
