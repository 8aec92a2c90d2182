package org.brandimage.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.brandimage.examples.console.Console;
import org.brandimage.local.LocalStages;
import org.brandimage.local.library.LibraryHealth;
import org.brandimage.local.library.MediaLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brandimage library}: says what a library holds, and checks its files. */
@Command(
    name = "library",
    description = "Says what a library holds and checks its files.",
    mixinStandardHelpOptions = true)
final class LibraryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "LIB", description = "The library.")
  private Path library = Path.of("library");

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = "--scenes",
      paramLabel = "DIR",
      description =
          "Draws what is understood of the backgrounds into this folder, to be corrected.")
  private @Nullable Path scenes;

  @Mixin private ModelOptions models = new ModelOptions();

  @Override
  public Integer call() throws InterruptedException {
    Console out = Console.out(spec);
    MediaLibrary opened = models.library(library);
    if (scenes != null) {
      try (LocalStages stages = models.stages(opened)) {
        SceneSheets sheets = new SceneSheets(stages.sceneReader().orElseThrow(), scenes, out);
        return sheets.write(opened.assets()) == 0 ? 0 : BrandImageCommand.FAILED;
      }
    }
    LibraryHealth health = opened.health().orElse(null);
    if (json) {
      out.json(json(opened, health));
      return health == null || health.damaged().isEmpty() ? 0 : BrandImageCommand.FAILED;
    }
    if (health == null) {
      out.line("plain folder: " + opened.assets().size() + " assets, not ingested");
      opened.skipped().forEach((file, reason) -> out.line("  " + file + ": " + reason));
      return 0;
    }
    out.line("assets     " + health.assets() + " " + health.kinds());
    out.line("texts      " + health.textVectors() + " vectors of " + health.textModel());
    String model = health.contentModel().isEmpty() ? "(not embedded)" : health.contentModel();
    out.line("pictures   " + health.contentVectors() + " vectors of " + model);
    out.line("unused     " + health.unusedVectors() + " vectors");
    out.line("damaged    " + (health.damaged().isEmpty() ? "none" : health.damaged()));
    return health.damaged().isEmpty() ? 0 : BrandImageCommand.FAILED;
  }

  private static ObjectNode json(MediaLibrary library, @Nullable LibraryHealth health) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("ingested", health != null);
    if (health == null) {
      root.put("assets", library.assets().size());
      ObjectNode skipped = root.putObject("skipped");
      library.skipped().forEach((file, reason) -> skipped.put(String.valueOf(file), reason));
      return root;
    }
    root.put("assets", health.assets());
    health.kinds().forEach(root.putObject("kinds")::put);
    root.put("textModel", health.textModel())
        .put("textVectors", health.textVectors())
        .put("contentModel", health.contentModel())
        .put("contentVectors", health.contentVectors())
        .put("unusedVectors", health.unusedVectors());
    health.damaged().forEach(root.putArray("damaged")::add);
    return root;
  }
}
