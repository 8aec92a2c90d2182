package org.brandimage.examples.scenes.tracer;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Vec;
import org.jspecify.annotations.Nullable;

/**
 * Everything in front of the camera: solids, lights, sky, haze, and the camera itself. Immutable.
 */
public final class Scene {

  private final Camera camera;
  private final Bvh solids;
  private final List<Light> lights;
  private final IdentityHashMap<Solid, Light> shining;
  private final Light.@Nullable Sun sun;
  private final @Nullable SkyTable sky;
  private final Sky backdrop;
  private final Haze haze;
  private final boolean transparent;

  private Scene(Builder b) {
    camera = b.camera;
    sky = b.sky == null ? null : new SkyTable(b.sky);
    Sky black = d -> Vec.ZERO;
    backdrop = b.backdrop != null ? b.backdrop : b.sky != null ? b.sky : black;
    haze = b.haze;
    transparent = b.transparent;
    List<Solid> all = new ArrayList<>(b.solids);
    List<Light> local = new ArrayList<>();
    shining = new IdentityHashMap<>();
    Light.Sun found = null;
    for (Light light : b.lights) {
      if (light.emitter() instanceof Light.Sun s) {
        found = s;
        continue;
      }
      Solid body = light.solid().orElseThrow();
      local.add(light);
      all.add(body);
      shining.put(body, light);
    }
    sun = found;
    lights = List.copyOf(local);
    solids = new Bvh(all);
  }

  private Scene(Scene other, Camera camera) {
    this.camera = camera;
    solids = other.solids;
    lights = other.lights;
    shining = other.shining;
    sun = other.sun;
    sky = other.sky;
    backdrop = other.backdrop;
    haze = other.haze;
    transparent = other.transparent;
  }

  /**
   * A scene to fill.
   *
   * @param camera the camera
   * @return an empty, dark scene with an opaque backdrop
   */
  public static Builder seenBy(Camera camera) {
    return new Builder(camera);
  }

  Scene withCamera(Camera other) {
    return new Scene(this, other);
  }

  /** {@return the camera that sees the scene} */
  public Camera camera() {
    return camera;
  }

  boolean nearest(Ray ray, Probe probe, boolean fromCamera) {
    return solids.nearest(ray, probe, fromCamera);
  }

  /** Whether an opaque solid lies between both distances. */
  boolean blocked(Ray ray, Probe probe, double from, double to) {
    probe.reset(from, to).shadow = true;
    return solids.nearest(ray, probe, false);
  }

  boolean anyClear() {
    return solids.anyClear();
  }

  List<Light> lights() {
    return lights;
  }

  @Nullable Light shining(Solid solid) {
    return shining.get(solid);
  }

  Light.@Nullable Sun sun() {
    return sun;
  }

  @Nullable SkyTable sky() {
    return sky;
  }

  Vec backdrop(Vec direction) {
    return backdrop.radiance(direction);
  }

  Haze haze() {
    return haze;
  }

  boolean transparent() {
    return transparent;
  }

  /** Collects a scene; not thread-safe. */
  public static final class Builder {

    private final Camera camera;
    private final List<Solid> solids = new ArrayList<>();
    private final List<Light> lights = new ArrayList<>();
    private @Nullable Sky sky;
    private @Nullable Sky backdrop;
    private Haze haze = Haze.NONE;
    private boolean transparent;

    private Builder(Camera camera) {
      this.camera = camera;
    }

    /**
     * Adds bodies.
     *
     * @param more the bodies
     * @return this builder
     */
    public Builder add(Solid... more) {
      solids.addAll(List.of(more));
      return this;
    }

    /**
     * Adds bodies.
     *
     * @param more the bodies
     * @return this builder
     */
    public Builder add(List<Solid> more) {
      solids.addAll(more);
      return this;
    }

    /**
     * Adds lights; of several suns the last counts.
     *
     * @param more the lights
     * @return this builder
     */
    public Builder light(Light... more) {
      lights.addAll(List.of(more));
      return this;
    }

    /**
     * Sets the light from far away; none by default.
     *
     * @param light the sky
     * @return this builder
     */
    public Builder sky(Sky light) {
      sky = light;
      return this;
    }

    /**
     * Sets what the camera sees behind everything; the sky by default.
     *
     * @param seen the picture of the sky
     * @return this builder
     */
    public Builder backdrop(Sky seen) {
      backdrop = seen;
      return this;
    }

    /**
     * Sets the fog; none by default.
     *
     * @param fog the fog
     * @return this builder
     */
    public Builder haze(Haze fog) {
      haze = fog;
      return this;
    }

    /**
     * Leaves the picture transparent where the camera sees no body.
     *
     * @return this builder
     */
    public Builder transparent() {
      transparent = true;
      return this;
    }

    /**
     * The scene.
     *
     * @return the finished scene
     */
    public Scene build() {
      return new Scene(this);
    }
  }
}
