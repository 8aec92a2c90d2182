package org.brandimage.examples.scenes.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.brandimage.examples.scenes.geometry.Vec;
import org.junit.jupiter.api.Test;

class RendererTest {

  private static final Camera CAMERA =
      Camera.looking(new Vec(0, 0, 5), Vec.ZERO, Math.toDegrees(2 * Math.atan(0.3)));
  private static final Sky WHITE = d -> Vec.ONE;

  @Test
  void render_sameSeed_isTheSameOnAnyNumberOfThreads() throws InterruptedException {
    Scene scene = lamplit();
    Film one = new Renderer(24, 16, 8, 5, 1).render(scene);
    Film two = new Renderer(24, 16, 8, 5, 2).render(scene);

    assertThat(two.halves[0]).isEqualTo(one.halves[0]);
    assertThat(two.halves[1]).isEqualTo(one.halves[1]);
  }

  @Test
  void render_otherSeed_differs() throws InterruptedException {
    Film one = new Renderer(24, 16, 8, 5, 1).render(lamplit());
    Film other = new Renderer(24, 16, 8, 6, 1).render(lamplit());

    assertThat(other.halves[0]).isNotEqualTo(one.halves[0]);
  }

  @Test
  void render_transparentScene_coversTheBallsDisc() throws InterruptedException {
    Scene scene =
        Scene.seenBy(CAMERA).transparent().add(Solid.ball(Vec.ZERO, 1)).sky(WHITE).build();
    Film film = new Renderer(60, 60, 16, 1, 1).render(scene);
    double covered = 0;
    for (int i = 0; i < 3600; i++) {
      covered += film.alpha(i % 60, i / 60) / 3600;
    }
    // The ball's outline is a circle of tangent 1/√24 in a square of half side 0.3.
    assertThat(covered).isCloseTo(Math.PI / 24 / 0.36, within(0.004));
    assertThat(film.alpha(0, 0)).isZero();
    assertThat(film.alpha(30, 30)).isEqualTo(1);
  }

  @Test
  void develop_transparentScene_hasStraightAlphaAndSoftEdges() throws InterruptedException {
    Material grey = Material.matte(Vec.grey(0.6));
    Scene scene =
        Scene.seenBy(CAMERA)
            .transparent()
            .add(Solid.ball(Vec.ZERO, 1).paint(grey))
            .sky(WHITE)
            .build();
    Film film = new Renderer(40, 40, 32, 1, 1).render(scene);
    BufferedImage image = Development.product().develop(film, 1);
    int middle = image.getRGB(20, 20);
    int soft = 0;
    for (int x = 0; x < 40; x++) {
      int argb = image.getRGB(x, 20);
      int alpha = argb >>> 24;
      if (alpha > 60 && alpha < 250) {
        soft++;
        // Premultiplied colour would be far darker than the ball's middle here.
        assertThat((argb >> 8 & 255) * 1.0).isGreaterThan(0.75 * (middle >> 8 & 255));
      }
    }
    assertThat(soft).isPositive();
    assertThat(image.getRGB(0, 0)).isZero();
  }

  @Test
  void render_whiteFurnace_convexWhiteBodyNearlyVanishes() throws InterruptedException {
    Material white = Material.matte(Vec.ONE);
    Scene scene = Scene.seenBy(CAMERA).add(Solid.ball(Vec.ZERO, 1).paint(white)).sky(WHITE).build();
    Film film = new Renderer(16, 16, 64, 1, 1).render(scene);

    assertThat(film.light(8, 8).luminance()).isBetween(0.93, 1.01);
    assertThat(film.light(0, 0).luminance()).isCloseTo(1, within(1e-6));
  }

  @Test
  void render_panelOverFloor_givesTheFormFactorsLight() throws InterruptedException {
    Material black = Material.matte(Vec.grey(0.5)).withSpecular(0);
    Camera down = Camera.looking(new Vec(0, 0.5, 0.0001), Vec.ZERO, 1);
    Light panel =
        Light.panel(new Vec(-1, 1, -1), new Vec(2, 0, 0), new Vec(0, 0, 2), Vec.ONE)
            .hiddenFromCamera();
    Scene scene = Scene.seenBy(down).add(Solid.floor(0, 0.01).paint(black)).light(panel).build();
    Film film = new Renderer(4, 4, 512, 1, 1).render(scene);
    // Four times the factor of a unit square one metre above a point under its corner (Howell's
    // catalogue of configuration factors, B-3): (1/2π)·2·(a/√(1+a²))·atan(a/√(1+a²)) with a = 1.
    double s = 1 / Math.sqrt(2);
    double factor = 4 * (1 / (2 * Math.PI)) * 2 * s * Math.atan(s);
    assertThat(film.light(2, 2).luminance()).isCloseTo(0.5 * factor, within(0.01));
  }

  @Test
  void renderer_oddSamples_isRefused() {
    assertThatThrownBy(() -> new Renderer(4, 4, 3, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3");
  }

  @Test
  void tight_ballOffCentre_isFramedWithItsMargin() throws InterruptedException {
    Scene scene =
        Scene.seenBy(CAMERA)
            .transparent()
            .add(Solid.ball(new Vec(0.4, -0.3, 0), 0.6))
            .sky(WHITE)
            .build();
    Framing framing = Framing.tight(scene, 100, 0.04);
    Film film = new Renderer(framing.width(), framing.height(), 2, 1, 1).render(framing.scene());
    int left = 0;
    while (film.alpha(left, framing.height() / 2) == 0) {
      left++;
    }
    assertThat(Math.max(framing.width(), framing.height())).isEqualTo(100);
    assertThat(left).isBetween(2, 6);
  }

  private static Scene lamplit() {
    Camera camera = CAMERA.withLens(5, 0.1);
    return Scene.seenBy(camera)
        .add(Solid.floor(-1, 5), Solid.ball(Vec.ZERO, 1).paint(Material.glossy(Vec.ONE, 0.2)))
        .light(Light.bulb(new Vec(2, 2, 2), 0.2, Vec.grey(20)))
        .light(Light.sun(new Vec(1, 1, 1), 1, Vec.ONE))
        .sky(Sky.gradient(Vec.ONE, Vec.grey(0.5), Vec.ZERO))
        .build();
  }
}
