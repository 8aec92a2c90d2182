package org.brandimage.examples.scenes.tracer;

import java.util.Optional;
import org.brandimage.examples.scenes.geometry.Vec;
import org.jspecify.annotations.Nullable;

/** A light that the tracer aims at directly: a panel, a bulb or the sun. Immutable. */
public final class Light {

  /** How a light looks from a point. */
  record Sample(Vec direction, double distance, Vec radiance, double density) {}

  /** The geometry of a light. */
  interface Emitter {
    /** A sample towards the light, or null when it shines elsewhere. */
    @Nullable Sample sample(Vec p, double u, double v);

    /** The density of {@link #sample} for a direction known to reach the light at a distance. */
    double density(Vec p, Vec direction, double distance);

    /** A rough measure of the light received at a point. */
    double strength(Vec p);
  }

  private final Emitter emitter;
  private final @Nullable Solid solid;

  private Light(Emitter emitter, @Nullable Solid solid) {
    this.emitter = emitter;
    this.solid = solid;
  }

  /**
   * A rectangular panel that shines to the front only.
   *
   * @param corner a corner
   * @param u one side
   * @param v the other side; it shines where u × v points
   * @param radiance the light given off
   * @return the light, visible to the camera
   */
  public static Light panel(Vec corner, Vec u, Vec v, Vec radiance) {
    Vec front = u.cross(v).unit();
    Material dark = Material.glow(Vec.ZERO);
    Material lit = Material.glow(radiance);
    // The tracer hands over the normal on the side of the viewer.
    Solid sheet = Solid.quad(corner, u, v).paint((p, n) -> n.dot(front) > 0 ? lit : dark);
    return new Light(new Panel(corner, u, v, radiance), sheet);
  }

  /**
   * A window pane that glows to the front like a panel, and lets the sun behind it through.
   *
   * @param corner a corner
   * @param u one side
   * @param v the other side; it shines where u × v points
   * @param radiance the light of the sky outside
   * @return the light, visible to the camera
   */
  public static Light window(Vec corner, Vec u, Vec v, Vec radiance) {
    Vec front = u.cross(v).unit();
    Material clear = Material.glass(Vec.ONE, 0, Material.Glass.PANE);
    Material lit = clear.withEmission(radiance);
    Solid sheet =
        Solid.quad(corner, u, v).paint((p, n) -> n.dot(front) > 0 ? lit : clear).seeThrough();
    return new Light(new Panel(corner, u, v, radiance), sheet);
  }

  /**
   * A glowing ball.
   *
   * @param centre the centre
   * @param radius the radius, metres
   * @param radiance the light given off
   * @return the light, visible to the camera
   */
  public static Light bulb(Vec centre, double radius, Vec radiance) {
    Solid ball = Solid.ball(centre, radius).paint(Material.glow(radiance));
    return new Light(new Bulb(centre, radius, radiance), ball);
  }

  /**
   * The sun: parallel light with soft edges.
   *
   * @param towards the direction of the sun, any length
   * @param degrees its angular radius, 0.27 for the real one, 1 to 3 for a hazy one
   * @param irradiance the light on a surface that faces it
   * @return the light, a disc in the sky
   */
  public static Light sun(Vec towards, double degrees, Vec irradiance) {
    return new Light(new Sun(towards.unit(), Math.cos(Math.toRadians(degrees)), irradiance), null);
  }

  /**
   * This light, unseen by the camera itself.
   *
   * @return the changed copy
   */
  public Light hiddenFromCamera() {
    return new Light(emitter, solid == null ? null : solid.hiddenFromCamera());
  }

  Optional<Solid> solid() {
    return Optional.ofNullable(solid);
  }

  Emitter emitter() {
    return emitter;
  }

  private record Panel(Vec corner, Vec u, Vec v, Vec radiance) implements Emitter {
    @Override
    public @Nullable Sample sample(Vec p, double a, double b) {
      Vec to = corner.along(u, a).along(v, b).minus(p);
      double distance = to.length();
      Vec d = to.times(1 / distance);
      double density = density(p, d, distance);
      return density > 0 ? new Sample(d, distance, radiance, density) : null;
    }

    @Override
    public double density(Vec p, Vec direction, double distance) {
      Vec n = u.cross(v);
      double area = n.length();
      double cos = -n.dot(direction) / area;
      return cos > 1e-6 ? distance * distance / (cos * area) : 0;
    }

    @Override
    public double strength(Vec p) {
      Vec to = p.minus(corner.along(u, 0.5).along(v, 0.5));
      Vec n = u.cross(v);
      double area = n.length();
      boolean behind = to.dot(n) < -0.5 * area * Math.sqrt(area);
      return behind ? 0 : radiance.luminance() * area / (to.dot(to) + 0.3 * area);
    }
  }

  private record Bulb(Vec centre, double radius, Vec radiance) implements Emitter {
    @Override
    public @Nullable Sample sample(Vec p, double a, double b) {
      Vec to = centre.minus(p);
      double d2 = to.dot(to);
      if (d2 <= radius * radius * 1.0001) {
        return null;
      }
      double cosMax = Math.sqrt(1 - radius * radius / d2);
      Vec d = cone(to.unit(), cosMax, a, b);
      double along = to.dot(d);
      double inside = Math.max(0, radius * radius - d2 + along * along);
      return new Sample(d, along - Math.sqrt(inside), radiance, coneDensity(cosMax));
    }

    @Override
    public double density(Vec p, Vec direction, double distance) {
      Vec to = centre.minus(p);
      double d2 = to.dot(to);
      return d2 <= radius * radius ? 0 : coneDensity(Math.sqrt(1 - radius * radius / d2));
    }

    @Override
    public double strength(Vec p) {
      Vec to = p.minus(centre);
      double area = radius * radius * Math.PI;
      return radiance.luminance() * area / (to.dot(to) + area);
    }
  }

  record Sun(Vec towards, double cosMax, Vec irradiance) implements Emitter {
    Vec radiance() {
      return irradiance.times(coneDensity(cosMax));
    }

    @Override
    public Sample sample(Vec p, double a, double b) {
      return new Sample(cone(towards, cosMax, a, b), Shape.MISS, radiance(), coneDensity(cosMax));
    }

    @Override
    public double density(Vec p, Vec direction, double distance) {
      return direction.dot(towards) >= cosMax ? coneDensity(cosMax) : 0;
    }

    @Override
    public double strength(Vec p) {
      return irradiance.luminance();
    }
  }

  private static double coneDensity(double cosMax) {
    return 1 / (2 * Math.PI * Math.max(1 - cosMax, 1e-9));
  }

  private static Vec cone(Vec axis, double cosMax, double a, double b) {
    double cos = 1 - a * (1 - cosMax);
    double sin = Math.sqrt(Math.max(0, 1 - cos * cos));
    double phi = 2 * Math.PI * b;
    return Frame.around(axis).world(new Vec(sin * Math.cos(phi), sin * Math.sin(phi), cos));
  }
}
