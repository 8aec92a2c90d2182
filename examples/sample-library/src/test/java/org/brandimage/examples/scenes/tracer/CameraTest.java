package org.brandimage.examples.scenes.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.brandimage.examples.scenes.geometry.Vec;
import org.junit.jupiter.api.Test;

class CameraTest {
  private static final Camera TILTED =
      Camera.looking(new Vec(0.1, 0.85, 3.6), new Vec(0.0, 0.62, -2), 40).withShift(0.1);

  @Test
  void horizon_tiltedCamera_isTheRowOfLevelRays() {
    double y = 1 - 2 * TILTED.horizon();

    assertThat(TILTED.ray(0, y, 0, 0).direction().y()).isCloseTo(0, within(1e-9));
  }

  @Test
  void widthOfGround_row_isTheDistanceOfWhereItsRaysMeetTheGround() {
    double aspect = 1.25;
    double y = 1 - 2 * 0.8;

    Vec left = onTheGround(TILTED.ray(-aspect, y, 0, 0));
    Vec right = onTheGround(TILTED.ray(aspect, y, 0, 0));

    assertThat(TILTED.widthOfGround(0.8, aspect))
        .isCloseTo(right.minus(left).length(), within(1e-9));
  }

  private static Vec onTheGround(Ray ray) {
    return ray.origin().along(ray.direction(), -ray.origin().y() / ray.direction().y());
  }
}
