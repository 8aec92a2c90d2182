package org.brandimage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes a run over an older one, and looks at what is in the folder then. */
@Tag("slow")
class ArchiveReplacementTest {
  private static final RunResult OLDER = ArchivedRuns.older();
  private static final RunResult NEWER = ArchivedRuns.newer();

  @TempDir private Path temp;

  private final RunArchive archive = RunArchive.create();

  @Test
  void write_overAnOlderRun_leavesNoFileOfIt() throws IOException {
    Path folder = temp.resolve("out");
    archive.withPage("review.html", RunResult::runId).write(OLDER, folder);

    archive.write(NEWER, folder);

    assertThat(names(folder))
        .containsExactly(
            ".run.lock",
            "320x320-1.mask.png",
            "320x320-1.png",
            "320x320-1.product.png",
            "320x320-2.mask.png",
            "320x320-2.png",
            "320x320-2.product.png",
            "run.json");
    assertThat(archive.read(folder).runId()).isEqualTo("newer");
    assertThat(archive.verify(folder)).isEqualTo(new ArchiveReport(6, List.of()));
  }

  @Test
  void write_folderWithFilesOfOthers_leavesThemAsTheyAre() throws IOException {
    Path folder = temp.resolve("out");
    archive.withPage("review.html", RunResult::runId).write(OLDER, folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("320x320-3.png"), "retouched by hand");
    Files.writeString(folder.resolve("640x640-1.png"), "mine too");
    Files.writeString(folder.resolve("review.html"), "with my remarks");
    Files.createDirectory(folder.resolve("assets"));

    archive.write(NEWER, folder);

    assertThat(names(folder))
        .contains("notes.txt", "320x320-3.png", "640x640-1.png", "review.html", "assets")
        .doesNotContain("320x320-3.mask.png");
    assertThat(archive.verify(folder).problems())
        .extracting(ArchiveReport.Problem::toString)
        .containsExactly(
            "320x320-3.png is not of this run: remove it",
            "640x640-1.png is not of this run: remove it");
  }

  @Test
  void write_runOfAVersionWithoutDigests_isReplacedAsAWhole() throws IOException {
    Path folder = temp.resolve("out");
    archive.write(OLDER, folder);
    Path json = folder.resolve("run.json");
    String text = Files.readString(json).replace("\"version\" : 3", "\"version\" : 2");
    Files.writeString(json, text.replaceFirst("(?s),\\s*\"files\" : \\[.*\\]", ""));
    assertThat(archive.verify(folder)).isEqualTo(new ArchiveReport(0, List.of()));
    assertThat(archive.read(folder).runId()).isEqualTo("older");

    archive.write(NEWER, folder);

    assertThat(names(folder)).hasSize(8).doesNotContain("320x320-3.png");
  }

  @Test
  void write_pictureThatCannotBeOpened_leavesTheOlderRunWhole() throws IOException {
    Path folder = temp.resolve("out");
    archive.write(OLDER, folder);
    List<String> before = names(folder);
    List<Finalist> finalists = new ArrayList<>(NEWER.finalists());
    finalists.add(broken(OLDER.finalists().get(2)));
    RunResult failing = ArchivedRuns.with("failing", NEWER, finalists);

    assertThatThrownBy(() -> archive.write(failing, folder)).hasMessage("no memory for it");

    assertThat(names(folder)).isEqualTo(before);
    assertThat(archive.read(folder).runId()).isEqualTo("older");
    assertThat(archive.verify(folder).isWhole()).isTrue();
  }

  @Test
  void write_folderInTheWayOfAPicture_isRefusedAndTheOlderRunStays() throws IOException {
    Path folder = temp.resolve("out");
    archive.write(NEWER, folder);
    Files.createDirectory(folder.resolve("320x320-3.png"));

    assertThatThrownBy(() -> archive.write(OLDER, folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("output folder");

    assertThat(archive.read(folder).runId()).isEqualTo("newer");
  }

  @Test
  void write_linkToAFolder_writesIntoTheFolder() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("disk"));
    Path link = Files.createSymbolicLink(temp.resolve("out"), folder);

    archive.write(OLDER, link);
    archive.write(NEWER, link);

    assertThat(link).isSymbolicLink();
    assertThat(archive.read(folder).runId()).isEqualTo("newer");
    assertThat(archive.verify(link).isWhole()).isTrue();
  }

  /** Cuts the last step short after every single change that it makes to the folder. */
  @Test
  void read_newerRunDecidedButNotInPlace_findsItWholeWhereverItWasCut() throws IOException {
    for (int moved = 0; moved <= 8; moved++) {
      Path folder = temp.resolve("cut-" + moved);
      archive.write(OLDER, folder);
      decide(folder);
      cut(folder, moved);

      assertThat(archive.verify(folder))
          .as("cut %d", moved)
          .isEqualTo(new ArchiveReport(6, List.of()));
      assertThat(archive.read(folder).runId()).as("cut %d", moved).isEqualTo("newer");
      assertThat(names(folder)).as("cut %d", moved).hasSize(8);
    }
  }

  @Test
  void write_leftoversOfKilledWriters_areRemoved() throws IOException {
    Path folder = temp.resolve("out");
    archive.write(OLDER, folder);
    Path left = new ArchiveFolder(folder).stage();
    Files.writeString(left.resolve("320x320-1.png"), "half a pict");

    assertThat(archive.verify(folder).isWhole()).isTrue();
    archive.write(NEWER, folder);

    assertThat(left).doesNotExist();
    assertThat(names(folder)).hasSize(8);
  }

  @Test
  void write_whileAnotherWrites_isRefusedAfterTheWaitAndWorksAfterwards() throws IOException {
    Path folder = temp.resolve("out");
    archive.write(OLDER, folder);

    try (FolderLock lock = FolderLock.acquire(folder.toRealPath(), Duration.ZERO)) {
      assertThat(lock.folder()).isEqualTo(folder.toRealPath());
      assertThatThrownBy(() -> archive.withWait(Duration.ofMillis(50)).write(NEWER, folder))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("output folder")
          .hasMessageContaining("wait until the other run");
      assertThat(archive.read(folder).runId()).isEqualTo("older");
    }
    archive.write(NEWER, folder);

    assertThat(archive.read(folder).runId()).isEqualTo("newer");
  }

  @Test
  void withPage_nameThatIsNoPlainOneOrTheArchivesOwn_isRefused() {
    for (String name : List.of("../x", ".hidden", "run.json", "320x320-1.png", "")) {
      assertThatThrownBy(() -> archive.withPage(name, RunResult::runId))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> archive.withWait(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Brings a folder to where the newer run is decided upon and nothing has moved. */
  private void decide(Path folder) throws IOException {
    Path elsewhere = temp.resolve("elsewhere");
    archive.write(NEWER, elsewhere);
    ArchiveFolder target = new ArchiveFolder(folder);
    Path staged = target.stage();
    for (String name : names(elsewhere)) {
      if (!name.startsWith(".")) {
        Files.copy(elsewhere.resolve(name), staged.resolve(name));
      }
    }
    target.decide(staged, OlderRun.files(folder, RunJson.create()));
  }

  /** Moves so many files as {@link ArchiveFolder#finish} does; 7 are all, 8 clears up too. */
  private static void cut(Path folder, int moved) throws IOException {
    Path next = folder.resolve(".run.next");
    if (moved > 0) {
      Files.delete(folder.resolve("run.json"));
      Files.delete(folder.resolve("320x320-3.png"));
    }
    List<String> names = names(next).stream().filter(name -> !name.startsWith(".")).toList();
    assertThat(names).hasSize(7).last().isEqualTo("run.json");
    for (String name : names.subList(0, Math.min(moved, 7))) {
      Files.deleteIfExists(folder.resolve(name));
      Files.move(next.resolve(name), folder.resolve(name));
    }
    if (moved >= 7) {
      Files.deleteIfExists(folder.resolve("320x320-3.mask.png"));
      Files.deleteIfExists(folder.resolve("320x320-3.product.png"));
    }
    if (moved == 8) {
      Files.delete(next.resolve(".replaced"));
    }
  }

  private static Finalist broken(Finalist finalist) {
    return Finalist.builder(
            finalist.place(),
            finalist.candidate(),
            finalist.caption(),
            new BrokenPicture(finalist.image().size()),
            finalist.productLayer(),
            finalist.fidelity())
        .build();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return List.copyOf(new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()));
    }
  }

  /** A picture whose file is lost. */
  private record BrokenPicture(Size size) implements ImageSource {
    @Override
    public String digest() {
      return "broken";
    }

    @Override
    public RasterImage raster() {
      throw new IllegalStateException("no memory for it");
    }

    @Override
    public Optional<EncodedImage> original() {
      return Optional.empty();
    }
  }
}
