package org.brandimage.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.brandimage.archive.RunArchive;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ExamplesTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "org", "brandimage", "examples");

  /** A folder, since the programs take the name of one and the bundled library may be in a jar. */
  @TempDir private static Path samples;

  @BeforeAll
  static void copySamples() throws IOException {
    try (SampleLibrary library = SampleLibrary.open()) {
      library.copyTo(samples);
    }
  }

  @Test
  void quickStart_sampleLibrary_writesThreeFinalists(@TempDir Path out) throws IOException {
    QuickStart.main(new String[] {samples.toString(), out.toString()});

    RunResult result = RunArchive.create().read(out);
    assertThat(result.finalists()).hasSize(3);
  }

  @Test
  void sendResult_quickStartsRun_opensItsPictures(@TempDir Path out) throws Exception {
    QuickStart.main(new String[] {samples.toString(), out.toString()});

    assertThat(printed(args -> SendResult.main(new String[] {out.toString()})))
        .contains("1024x1024");
  }

  @Test
  void archiveRun_quickStartsRun_isWhole(@TempDir Path out) throws Exception {
    Path copy = out.resolve("copy");
    QuickStart.main(new String[] {samples.toString(), out.toString()});

    assertThat(printed(args -> ArchiveRun.main(new String[] {out.toString(), copy.toString()})))
        .isEqualToIgnoringNewLines("3 finalists, 10 files");
    assertThat(copy.resolve("review.html")).exists();
  }

  @Test
  void runBatch_twice_reusesWhatIsFinished(@TempDir Path out) throws Exception {
    String[] folders = {samples.toString(), out.toString()};

    assertThat(printed(args -> RunBatch.main(folders)))
        .contains("3/3", "mug: finished", "no product: failed", "3 finalists of the mug");
    assertThat(printed(args -> RunBatch.main(folders)))
        .contains("mug: reused-from-earlier", "boot: reused-from-earlier");
  }

  @Test
  void customRanker_sampleLibrary_printsFinalists() throws Exception {
    assertThat(printed(CustomRanker::main)).contains("1. scene-1").contains("3. scene-1");
  }

  @Test
  void swapOneStage_sampleLibrary_usesTheLambda() throws Exception {
    assertThat(printed(SwapOneStage::main)).contains("shot on film");
  }

  @Test
  void useOneStage_alone_findsAllParts() throws Exception {
    assertThat(printed(UseOneStage::main))
        .contains(
            "product: can", "product: rubber duck", "background: wooden table", "theme: night");
  }

  @Test
  void observeRun_sampleLibrary_printsEveryStage() throws Exception {
    assertThat(printed(ObserveRun::main)).contains("DECOMPOSE", "OUTPAINT", "RANK");
  }

  @Test
  void serveRuns_sampleLibrary_drainsTheRun() throws Exception {
    assertThat(printed(ServeRuns::main))
        .contains("4711 RunStarted", "drained: true")
        .containsIgnoringCase("RunProgress[finished");
  }

  @Test
  void brandRules_sampleLibrary_saysWhatWasRelaxed() throws Exception {
    assertThat(printed(BrandRules::main)).containsAnyOf("relaxed: ", "nothing relaxed");
  }

  @Test
  void ownCheck_sampleLibrary_rejectsTiltedProducts() throws Exception {
    assertThat(printed(OwnCheck::main)).contains("a product is tilted");
  }

  @Test
  void readBackground_sampleLibrary_saysWhatIsShown() throws Exception {
    assertThat(printed(ReadBackground::main)).contains("show ", "ground=", "horizon=");
  }

  @Test
  void refineRun_sampleLibrary_printsFinalists() throws Exception {
    assertThat(printed(RefineRun::main)).contains("finalists after refining scene-1");
  }

  @Test
  void saveFinalists_sampleLibrary_writesPngFiles(@TempDir Path out) throws IOException {
    SaveFinalists.main(new String[] {samples.toString(), out.toString()});

    assertThat(out.resolve("banner-1.png")).isNotEmptyFile();
  }

  @Test
  void ingestLibrary_sampleLibrary_opensWhatWasWritten(@TempDir Path out) throws Exception {
    String text = printed(args -> IngestLibrary.main(new String[] {args[0], out.toString()}));

    assertThat(text).contains("12 assets for ");
  }

  @Test
  void composeByHand_sampleProduct_writesPictureAndMask(@TempDir Path out) throws Exception {
    Path photo = samples.resolve("products").resolve("mug.png");

    ComposeByHand.main(new String[] {photo.toString(), out.toString()});

    assertThat(out.resolve("reference.png")).isNotEmptyFile();
    assertThat(out.resolve("mask.png")).isNotEmptyFile();
  }

  @Test
  void cancelRun_sampleLibrary_endsCancelled() throws Exception {
    assertThat(printed(CancelRun::main)).contains("cancelled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a sneaker", "a mug on a kitchen table at sunset"})
  void run_sampleProduct_losesNoPictureToAFalseAlarm(String prompt) throws IOException {
    CampaignBrief brief =
        CampaignBrief.builder(prompt).canvases(List.of(new CanvasSize(256, 256))).build();
    try (LocalStages local = LocalStages.open(samples);
        BrandImagePipeline pipeline = BrandImagePipeline.builder().stages(local).build()) {
      assertThat(pipeline.run(brief).rejected()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QuickStart",
        "CustomRanker",
        "SwapOneStage",
        "UseOneStage",
        "ObserveRun",
        "CancelRun",
        "ComposeByHand",
        "IngestLibrary",
        "OwnCheck",
        "ReadBackground",
        "RefineRun",
        "SaveFinalists",
        "UseBedrock"
      })
  void source_everyExample_hasAtMostSixtyLines(String example) throws IOException {
    try (Stream<String> lines = Files.lines(SOURCES.resolve(example + ".java"))) {
      List<String> code = lines.filter(line -> !line.isBlank()).toList();
      assertThat(code).hasSizeLessThanOrEqualTo(60);
    }
  }

  /** An example's main method. */
  @FunctionalInterface
  private interface Main {
    void run(String[] args) throws Exception;
  }

  private static String printed(Main main) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      main.run(new String[] {samples.toString()});
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
