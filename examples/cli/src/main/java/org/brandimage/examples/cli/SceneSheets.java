package org.brandimage.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.console.Console;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.json.SceneFactsJson;
import org.brandimage.review.ScenePage;
import org.brandimage.scene.SceneDrawing;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;

/** Draws what is understood of a library's backgrounds into a folder, with a page over all. */
final class SceneSheets {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final SceneReader reader;
  private final Path folder;
  private final Console out;

  SceneSheets(SceneReader reader, Path folder, Console out) {
    this.reader = reader;
    this.folder = folder;
    this.out = out;
  }

  /** Returns how many backgrounds could not be read. */
  int write(List<Asset> assets) throws InterruptedException {
    List<ScenePage.Entry> entries = new ArrayList<>();
    int failed = 0;
    try {
      Files.createDirectories(folder);
      for (Asset asset : assets) {
        if (asset.kind() == EntityKind.BACKGROUND) {
          try {
            entries.add(write(asset));
          } catch (BrandImageException e) {
            failed++;
            out.line(asset.id() + ": " + e.getMessage());
          }
        }
      }
      Files.writeString(folder.resolve("index.html"), ScenePage.of(entries));
    } catch (IOException e) {
      throw new InvalidInputException(
          "--scenes", folder, "it cannot be written; name another folder");
    }
    out.line(entries.size() + " backgrounds read, see " + folder.resolve("index.html"));
    return failed;
  }

  private ScenePage.Entry write(Asset asset) throws IOException, InterruptedException {
    SceneRequest request =
        SceneRequest.of(asset.id(), asset.photos().get(0))
            .withFacts(asset.sceneFacts())
            .withDescription(asset.description() + " " + String.join(" ", asset.tags()));
    SceneMap map = reader.read(request, StageContext.standalone());
    String name = asset.id().replaceAll("[^\\p{L}\\p{N}._-]", "-");
    Files.write(
        folder.resolve(name + ".png"),
        PngWriter.create().encode(SceneDrawing.draw(request.photo(), map)).bytes());
    Files.writeString(
        folder.resolve(name + ".scene.json"),
        JSON.writeValueAsString(SceneFactsJson.write(SceneDrawing.facts(map))) + "\n");
    out.line(asset.id() + ": " + (map.usable() ? "usable" : "not usable: " + map.reason()));
    return new ScenePage.Entry(asset.id(), map, name + ".png", name + ".scene.json");
  }
}
