package org.brandimage.examples.scenes.tracer;

/**
 * A scene and the size to render it at.
 *
 * @param scene the scene
 * @param width pixels
 * @param height pixels
 */
public record Framing(Scene scene, int width, int height) {

  private static final int LOOK = 256;

  /**
   * The frame that holds a transparent scene's bodies tightly. The scene's own camera must see all
   * of them in a square picture.
   *
   * @param scene a transparent scene
   * @param longest the longest side in pixels
   * @param margin the empty part on each side of the longest side, such as 0.04
   * @return the framed scene
   * @throws InterruptedException when interrupted during the trial render
   */
  public static Framing tight(Scene scene, int longest, double margin) throws InterruptedException {
    Film film = new Renderer(LOOK, LOOK, 8, 1, 1).render(scene);
    int x0 = LOOK;
    int y0 = LOOK;
    int x1 = -1;
    int y1 = -1;
    for (int i = 0; i < LOOK * LOOK; i++) {
      if (film.alpha(i % LOOK, i / LOOK) > 0) {
        x0 = Math.min(x0, i % LOOK);
        x1 = Math.max(x1, i % LOOK);
        y0 = Math.min(y0, i / LOOK);
        y1 = Math.max(y1, i / LOOK);
      }
    }
    if (x1 < 0) {
      throw new IllegalArgumentException("the camera sees no body to frame");
    }
    double w = (x1 - x0 + 1) * 2.0 / LOOK;
    double h = (y1 - y0 + 1) * 2.0 / LOOK;
    double pad = Math.max(w, h) * margin / (1 - 2 * margin);
    double cx = (x0 + x1 + 1.0) / LOOK - 1;
    double cy = 1 - (y0 + y1 + 1.0) / LOOK;
    double scale = longest / (Math.max(w, h) + 2 * pad);
    Camera camera = scene.camera().withWindow(cx, cy, h / 2 + pad);
    int width = (int) Math.round((w + 2 * pad) * scale);
    return new Framing(scene.withCamera(camera), width, (int) Math.round((h + 2 * pad) * scale));
  }
}
