package org.brandimage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.pipeline.SampleRun;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.RasterImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class RunArchiveTest {
  @TempDir private Path folder;

  private final RunArchive archive = RunArchive.create();

  @Test
  void read_whatWasWritten_isTheSameResult() {
    RunResult written = SampleRun.result();
    archive.write(written, folder);

    RunResult read = archive.read(folder);

    assertThat(read.runId()).isEqualTo(written.runId());
    assertThat(read.candidates()).usingRecursiveComparison().isEqualTo(written.candidates());
    assertThat(read.scenes()).usingRecursiveComparison().isEqualTo(written.scenes());
    assertThat(read.brief()).usingRecursiveComparison().isEqualTo(written.brief());
    assertThat(read.provenance().history().rounds()).hasSize(1);
    assertThat(read.provenance()).usingRecursiveComparison().isEqualTo(written.provenance());
    assertThat(read.finalists()).hasSameSizeAs(written.finalists());
    for (int i = 0; i < read.finalists().size(); i++) {
      Finalist before = written.finalists().get(i);
      Finalist after = read.finalists().get(i);
      assertThat(after.image().raster()).isEqualTo(before.image().raster());
      assertThat(after.fidelity()).isEqualTo(before.fidelity());
      assertThat(after.id()).isEqualTo(before.id());
    }
  }

  @Test
  void write_productAndMask_agree() {
    archive.write(SampleRun.result(), folder);

    RunResult read = archive.read(folder);
    RasterImage product = read.finalists().get(0).productLayer().raster();
    RasterImage mask = SampleRun.opened(folder.resolve("320x320-1.mask.png"));
    for (int y = 0; y < product.height(); y++) {
      for (int x = 0; x < product.width(); x++) {
        boolean opaque = product.argb(x, y) >>> 24 == 255;
        assertThat(mask.argb(x, y)).isEqualTo(opaque ? 0xFFFFFFFF : 0xFF000000);
      }
    }
  }

  @Test
  void write_folderIsAFile_namesFieldValueAndRemedy() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");

    assertThatThrownBy(() -> archive.write(SampleRun.result(), file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("output folder")
        .hasMessageContaining("taken");
  }

  @Test
  void read_noRunJson_namesTheFile() {
    assertThatThrownBy(() -> archive.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("run.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\":\"brandimage-run\",\"version\":0}",
        "{\"format\":\"brandimage-run\",\"version\":4}",
        "1",
        "{\"format\":\"other\",\"version\":1}",
        "{\"format\":\"brandimage-run\",\"version\":\"x\"}"
      })
  void read_notOneOfOurs_isRefused(String json) throws IOException {
    Files.writeString(folder.resolve("run.json"), json);

    assertThatThrownBy(() -> archive.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("run.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "sub/file.png"})
  void read_fileOutsideTheFolder_isRefused(String name) throws IOException {
    archive.write(SampleRun.result(), folder);
    Path json = folder.resolve("run.json");
    Files.writeString(json, Files.readString(json).replace("320x320-1.png", name));

    assertThatThrownBy(() -> archive.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("folder");
  }

  @Test
  void read_fieldsOfALaterMinorVersion_areIgnored() throws IOException {
    archive.write(SampleRun.result(), folder);
    Path json = folder.resolve("run.json");
    String text = Files.readString(json);
    Files.writeString(json, text.replaceFirst("\\{", "{\"later\": [1, 2],"));

    assertThat(archive.read(folder).finalists()).hasSize(3);
  }

  @Test
  void read_runWrittenBeforeRoundsAndBriefs_hasWhatProvenanceKnew() throws IOException {
    archive.write(SampleRun.result(), folder);
    Path json = folder.resolve("run.json");
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(Files.readString(json));
    root.remove("brief");
    ((ObjectNode) root.get("provenance")).remove("history");
    Files.writeString(json, root.toString());

    RunResult read = archive.read(folder);

    assertThat(read.provenance().history()).isEqualTo(RunHistory.UNKNOWN);
    assertThat(read.brief().prompt()).isEqualTo(read.provenance().prompt());
    assertThat(read.brief().seed()).isEqualTo(read.provenance().seed());
  }

  @Test
  void read_briefWithPlacementRules_hasThemAndAnOlderFileNone() throws IOException {
    archive.write(placed(SampleRun.result()), folder);
    CampaignBrief brief = archive.read(folder).brief();
    assertThat(brief.brandKit().safeZones()).containsExactly(new SafeZone(0, 0, 1, 0.2));
    assertThat(brief.grid()).isEqualTo(Grid.DEFAULT.withAnchors(3).withOverflow(0.25));

    Path json = folder.resolve("run.json");
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(Files.readString(json));
    ((ObjectNode) root.at("/brief/brand")).remove("safeZones");
    ((ObjectNode) root.at("/brief/grid")).remove(List.of("anchors", "overflow"));
    Files.writeString(json, root.toString());
    CampaignBrief older = archive.read(folder).brief();
    assertThat(older.brandKit().safeZones()).isEmpty();
    assertThat(older.grid()).isEqualTo(Grid.DEFAULT);
  }

  private static RunResult placed(RunResult result) {
    BrandKit kit = BrandKit.builder("Acme").safeZones(List.of(new SafeZone(0, 0, 1, 0.2))).build();
    CampaignBrief brief =
        CampaignBrief.builder("a duck")
            .brandKit(kit)
            .grid(Grid.DEFAULT.withAnchors(3).withOverflow(0.25))
            .build();
    return RunResult.builder(result.runId(), brief, result.provenance())
        .finalists(result.finalists())
        .candidates(result.candidates())
        .scenes(result.scenes())
        .warnings(result.warnings())
        .build();
  }

  /** The names are those of private fields, so that nothing but this keeps them. */
  @ParameterizedTest
  @CsvSource({
    "/candidates/0, id sceneId canvas fate placements results reasons score features",
    "/scenes/0, id products setting themes caption",
    "/scenes/0/caption, text subject reference environment position lighting camera style"
        + " negativeText",
    "/provenance, libraryVersion startedAt waited elapsed prompt seed stages timings calls cost"
        + " reused plans policy history",
    "/provenance/history, previousRunId feedback refinement rounds ending",
    "/provenance/history/rounds/0, number change scenes candidates outpainted passed failures cost"
        + " spared",
    "/finalists/0/fidelity/before, maxDifference meanDifference leak growth halo colourShift"
  })
  void write_values_haveTheFieldsOfTheFormatInItsOrder(String place, String fields)
      throws IOException {
    archive.write(SampleRun.result(), folder);

    JsonNode root = new ObjectMapper().readTree(Files.readString(folder.resolve("run.json")));
    List<String> written = new ArrayList<>();
    root.at(place).fieldNames().forEachRemaining(written::add);
    assertThat(String.join(" ", written)).isEqualTo(fields);
  }

  @Test
  void write_everyFinalist_hasItsFiles() {
    archive.write(SampleRun.result(), folder);

    for (String place : List.of("1", "2", "3")) {
      assertThat(folder.resolve("320x320-" + place + ".png")).exists();
      assertThat(folder.resolve("320x320-" + place + ".mask.png")).exists();
      assertThat(folder.resolve("320x320-" + place + ".product.png")).exists();
    }
  }
}
