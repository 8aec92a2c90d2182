package org.brandimage.examples;

import java.nio.file.Path;
import java.util.List;
import org.brandimage.imaging.scene.SceneFit;
import org.brandimage.imaging.scene.SceneFraming;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.scene.ClassicalSceneReader;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneRequest;

/** Shows how a background is read, and which part of it a picture of a mug would show. */
public final class ReadBackground {
  private ReadBackground() {}

  /**
   * Reads a background of a library.
   *
   * @param args the folder of your pictures
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    MediaLibrary library = MediaLibrary.open(Path.of(args[0]));
    // region read-background
    Asset asset = library.asset("backgrounds/kitchen-table").orElseThrow();
    SceneRequest request =
        SceneRequest.of(asset.id(), asset.photos().get(0)).withDescription(asset.description());
    SceneMap map = new ClassicalSceneReader().read(request, StageContext.standalone());
    List<Double> heightCm = List.of(9.5);
    List<Double> aspect = List.of(1.3);
    SceneFit fit = SceneFraming.of(map, new CanvasSize(1024, 1024), heightCm, aspect, 0.04);
    System.out.println("show " + fit.view().crop() + " of " + map.photo() + ": " + map.sources());
    // endregion
  }
}
