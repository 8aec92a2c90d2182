package org.brandimage.quality.placement;

import java.util.List;
import java.util.stream.IntStream;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneView;
import org.brandimage.spi.scene.ShareGrid;
import org.brandimage.spi.testkit.fake.Fixtures;

/** Requests of products that stand in a scene. */
final class Standing {
  private Standing() {}

  /** Returns a scene with one product of a real height. */
  static Scene product(double heightCm) {
    Asset asset =
        Asset.builder("duck", EntityKind.PRODUCT, Fixtures.library().get(0).photos())
            .heightCm(heightCm)
            .build();
    Entity entity = new Entity(EntityKind.PRODUCT, "duck", "duck");
    return Scene.builder("scene-1", List.of(new Selection(entity, asset))).build();
  }

  /** Returns requests of one and of two products, at the left and in the middle of a scene. */
  static List<CheckRequest> inAScene() {
    Size canvas = new Size(200, 100);
    SceneMap map =
        SceneMap.builder(canvas, ShareGrid.filled(new Size(20, 10), 0.9f))
            .horizon(0.3, "test")
            .frameWidth(new FrameWidth(100, 0.8), "test")
            .confidence(0.7)
            .build();
    SceneView view = SceneView.covering(map, canvas);
    return List.of(
        boxes(canvas, product(10), 0, new Box(40, 60, 20, 30)).sceneView(view).build(),
        boxes(
                canvas,
                Fixtures.twoProductScene(),
                0,
                new Box(20, 50, 20, 40),
                new Box(90, 60, 30, 30))
            .sceneView(view)
            .build());
  }

  /** Returns a request without a view, in which the products fill their boxes. */
  static CheckRequest.Builder boxes(Size canvas, Scene scene, double rotation, Box... boxes) {
    int[] layer = new int[Math.toIntExact(canvas.pixels())];
    for (Box box : boxes) {
      for (int y = Math.max(0, box.y()); y < Math.min(canvas.height(), box.bottom()); y++) {
        for (int x = Math.max(0, box.x()); x < Math.min(canvas.width(), box.right()); x++) {
          layer[y * canvas.width() + x] = 0xFF808080;
        }
      }
    }
    return request(RasterImage.of(canvas, layer), scene, rotation, boxes);
  }

  /** Returns a request of one product whose layer is given. */
  static CheckRequest.Builder layer(RasterImage layer, Box box) {
    return request(layer, Fixtures.duckScene(), 0, box);
  }

  /** Returns the request of one cut-out at a place of a view. */
  static CheckRequest cutout(SceneView view, RasterImage cutout, int left, int top) {
    Size canvas = view.canvas();
    int[] layer = new int[Math.toIntExact(canvas.pixels())];
    for (int y = 0; y < cutout.height(); y++) {
      for (int x = 0; x < cutout.width(); x++) {
        int column = left + x;
        int row = top + y;
        if (column >= 0 && row >= 0 && column < canvas.width() && row < canvas.height()) {
          layer[row * canvas.width() + column] = cutout.argb(x, y);
        }
      }
    }
    Box box = new Box(left, top, cutout.width(), cutout.height());
    return request(RasterImage.of(canvas, layer), Fixtures.duckScene(), 0, box)
        .sceneView(view)
        .build();
  }

  private static CheckRequest.Builder request(
      RasterImage layer, Scene scene, double rotation, Box... boxes) {
    List<Placement> placements =
        IntStream.range(0, boxes.length)
            .mapToObj(
                i ->
                    new Placement(i, 0, boxes[i].width(), boxes[i].height(), rotation, boxes[i], i))
            .toList();
    ImageSource picture = ImageSource.of(layer);
    return CheckRequest.builder(
        new Candidate("c", placements),
        picture,
        picture,
        picture,
        Mask.ofAlpha(layer),
        scene,
        Fixtures.caption());
  }
}
