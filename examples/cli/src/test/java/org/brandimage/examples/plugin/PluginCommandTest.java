package org.brandimage.examples.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.archive.RunArchive;
import org.brandimage.examples.cli.CommandOutcome;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.rank.Ranker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with stages from jars that are compiled here, as another project would. */
@Tag("slow")
class PluginCommandTest {
  private static final String CLOSED = "com.example.closed";

  @TempDir private Path temp;
  private Path plugins;

  @BeforeEach
  void makeFolder() throws IOException {
    plugins = Files.createDirectory(temp.resolve("plugins"));
  }

  @AfterEach
  void forget() {
    System.clearProperty(CLOSED);
  }

  @Test
  void run_rankerOfAJar_ranksAndIsClosed() throws IOException {
    ranker("Chance", "chance").write(plugins.resolve("chance.jar"));

    CommandOutcome outcome = run("--ranker", "chance");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunResult result = RunArchive.create().read(temp.resolve("out"));
    assertThat(result.provenance().stages().get(StageId.RANK).name()).isEqualTo("chance");
    for (Finalist finalist : result.finalists()) {
      assertThat(finalist.candidate().score()).isEqualTo(score(finalist.id()));
    }
    assertThat(System.getProperty(CLOSED)).isEqualTo("chance");
  }

  @Test
  void run_stagesOfAJar_replaceThoseOfTheCommand() throws IOException {
    jar("stages")
        .source("com.example.PlainCaptioner", PluginSources.CAPTIONER)
        .service(Captioner.class, "com.example.PlainCaptioner")
        .source("com.example.NeverCheck", PluginSources.CHECK)
        .service(GuidelineCheck.class, "com.example.NeverCheck")
        .write(plugins.resolve("stages.jar"));

    CommandOutcome outcome =
        run(
            "--stage",
            "com.example.PlainCaptioner",
            "--stage",
            "com.example.NeverCheck",
            "--policy",
            "strict");

    assertThat(outcome.code()).as("nothing passes the check").isEqualTo(1);
    assertThat(outcome.out()).contains("A plain shoe.").contains("9 x").contains("never");
  }

  @Test
  void rank_rankerOfAJar_ranksAndIsNamed() throws IOException {
    ranker("Chance", "chance").write(plugins.resolve("chance.jar"));
    String picture = picture();

    CommandOutcome outcome = command("rank", picture, picture, "--ranker", "chance");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("(chance)");
    assertThat(outcome.out().lines().filter(line -> line.contains(picture))).hasSize(2);
    assertThat(System.getProperty(CLOSED)).isEqualTo("chance");
  }

  @Test
  void run_idThatNoJarHas_namesTheIdsFound() throws IOException {
    ranker("Chance", "chance").write(plugins.resolve("chance.jar"));

    assertBadInput(run("--ranker", "luck"), "ranker: luck", "chance (Ranker)");
    assertBadInput(run("--stage", "luck"), "stage: luck", "chance (Ranker)");
    assertBadInput(
        command("rank", picture(), "--ranker", "luck"), "ranker: luck", "nima", "chance (Ranker)");
  }

  @Test
  void run_twoRankersOfOneId_namesBothJars() throws IOException {
    ranker("Chance", "chance").write(plugins.resolve("a.jar"));
    ranker("Fate", "chance").write(plugins.resolve("b.jar"));

    assertBadInput(run("--ranker", "chance"), "chance", "Ranker", "a.jar and b.jar");
  }

  @Test
  void run_twoRankersSelected_isRefused() throws IOException {
    ranker("Chance", "chance").write(plugins.resolve("a.jar"));
    ranker("Fate", "fate").write(plugins.resolve("b.jar"));

    assertBadInput(run("--ranker", "chance", "--stage", "fate"), "fate", "chance", "Ranker");
  }

  @Test
  void rank_rankerNamedAsOneOfTheCommand_isRefused() throws IOException {
    ranker("Chance", "photographic").write(plugins.resolve("a.jar"));

    assertBadInput(command("rank", picture(), "--ranker", "photographic"), "rename");
  }

  @Test
  void run_jarThatIsNone_isNamed() throws IOException {
    Files.writeString(plugins.resolve("text.jar"), "no jar");

    assertBadInput(run("--ranker", "chance"), "text.jar", "not a jar");
  }

  @Test
  void run_classThatIsNotInTheJar_isNamedWithTheJar() throws IOException {
    ranker("Chance", "chance").write(plugins.resolve("good.jar"));
    jar("bad").service(Ranker.class, "com.example.Missing").write(plugins.resolve("worse.jar"));

    assertBadInput(run("--ranker", "chance"), "worse.jar", "com.example.Missing");
    assertThat(System.getProperty(CLOSED)).as("the good one is closed").isEqualTo("chance");
  }

  @Test
  void run_constructorThatFails_isNamedWithTheJarAndTheReason() throws IOException {
    String code =
        PluginSources.ranker("Failing", "failing")
            .replace(
                "  @Override\n  public StageIdentity",
                "  public Failing() {\n    throw new IllegalStateException(\"no \\nwarning: key\");\n"
                    + "  }\n\n  @Override\n  public StageIdentity");
    jar("failing")
        .source("com.example.Failing", code)
        .source("com.example.Score", PluginSources.SCORE)
        .service(Ranker.class, "com.example.Failing")
        .write(plugins.resolve("failing.jar"));

    assertBadInput(run("--ranker", "failing"), "failing.jar", "IllegalStateException", "no \\nw");
  }

  /** The virtual machine looks for it only when the stage runs; so it is with Kotlin's library. */
  @Test
  void command_libraryOfAStageThatIsMissing_isNamed() throws IOException {
    ranker("Chance", "chance").leaveOut("com.example.Score").write(plugins.resolve("half.jar"));

    assertBadInput(run("--ranker", "chance"), "com/example/Score", "put the jar");
    assertBadInput(command("rank", picture(), "--ranker", "chance"), "com/example/Score");
  }

  @Test
  void run_libraryInAJarOfItsOwn_isFound() throws IOException {
    ranker("Chance", "chance").leaveOut("com.example.Score").write(plugins.resolve("half.jar"));
    jar("library")
        .source("com.example.Score", PluginSources.SCORE)
        .write(plugins.resolve("library.jar"));

    assertThat(run("--ranker", "chance").code()).isZero();
  }

  @Test
  void run_folderWithoutJars_isRefused() {
    assertBadInput(run("--ranker", "chance"), "plugins", "put a jar");
    assertBadInput(
        CommandOutcome.of("run", "a shoe", "--plugins", temp.resolve("none").toString()),
        "plugins",
        "give a folder");
  }

  @Test
  void estimate_withPlugins_isRefused() {
    assertBadInput(run("--provider", "bedrock", "--estimate"), "estimate", "leave --plugins");
  }

  @Test
  void close_afterUse_letsTheJarsGo() throws IOException {
    ranker("Chance", "chance").write(plugins.resolve("chance.jar"));
    StagePlugins opened = StagePlugins.open(plugins);
    ClassLoader loader = opened.ranker("chance").orElseThrow().getClass().getClassLoader();

    opened.close();

    assertThatThrownBy(() -> loader.loadClass("com.example.Score"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private TestJar ranker(String type, String id) {
    return jar(type)
        .source("com.example." + type, PluginSources.ranker(type, id))
        .source("com.example.Score", PluginSources.SCORE)
        .service(Ranker.class, "com.example." + type);
  }

  private TestJar jar(String name) {
    return new TestJar(temp.resolve("build-" + name));
  }

  private CommandOutcome run(String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", "a shoe on an urban street at sunset"));
    arguments.addAll(List.of("--canvas", "192x192", "--out", temp.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return command(arguments.toArray(String[]::new));
  }

  private CommandOutcome command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--plugins", plugins.toString()));
    return CommandOutcome.of(all.toArray(String[]::new));
  }

  private String picture() throws IOException {
    Path file = temp.resolve("grey.png");
    var grey = new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB);
    javax.imageio.ImageIO.write(grey, "png", file.toFile());
    return file.toString();
  }

  /** As the ranker's own code has it. */
  private static double score(String id) {
    return id.chars().asDoubleStream().reduce(0, (score, c) -> score * 31 % 1e6 + c);
  }

  private static void assertBadInput(CommandOutcome outcome, String... parts) {
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err().lines().filter(line -> line.startsWith("brandimage: ")))
        .singleElement()
        .asString()
        .contains(parts);
    assertThat(outcome.err()).doesNotContain("    at ");
  }
}
