package org.brandimage.examples.scenes.tracer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Renders scenes to film. The result depends on scene, size, samples and seed only, never on the
 * number of threads.
 *
 * @param width pixels
 * @param height pixels
 * @param samples camera rays per pixel, even, at least 2; 16 for a look, 64 to 200 for keeps
 * @param seed of all random choices
 * @param threads worker threads, at least 1
 */
public record Renderer(int width, int height, int samples, int seed, int threads) {

  /** The radius of the tent filter in pixels. */
  private static final double FILTER = 0.85;

  /** Checks the numbers. */
  public Renderer {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("size must be at least 1×1, was " + width + "×" + height);
    }
    if (samples < 2 || samples % 2 != 0) {
      throw new IllegalArgumentException("samples must be even, at least 2, was " + samples);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /**
   * Renders a scene.
   *
   * @param scene the scene
   * @return the film, noisy
   * @throws InterruptedException when the calling thread is interrupted while it waits for its
   *     workers
   */
  public Film render(Scene scene) throws InterruptedException {
    Film film = new Film(width, height);
    AtomicInteger nextRow = new AtomicInteger();
    Workers.run(
        threads,
        () -> {
          PathTracer tracer = new PathTracer(scene);
          Sampler sampler = new Sampler(seed);
          for (int y = nextRow.getAndIncrement(); y < height; y = nextRow.getAndIncrement()) {
            row(scene, film, tracer, sampler, y);
          }
        });
    return film;
  }

  private void row(Scene scene, Film film, PathTracer tracer, Sampler sampler, int y) {
    PixelSample sample = new PixelSample();
    PixelSums sums = new PixelSums();
    for (int x = 0; x < width; x++) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      int pixel = y * width + x;
      sums.clear();
      for (int s = 0; s < samples; s++) {
        sampler.start(pixel, s);
        double fx = x + 0.5 + FILTER * tent(sampler.next());
        double fy = y + 0.5 + FILTER * tent(sampler.second());
        double lensU = sampler.next();
        double half = height / 2.0;
        Ray ray =
            scene.camera().ray((fx - width / 2.0) / half, 1 - fy / half, lensU, sampler.second());
        tracer.trace(ray, sampler, sample);
        sums.add(sample);
      }
      sums.store(film, pixel);
    }
  }

  private static double tent(double u) {
    return u < 0.5 ? Math.sqrt(2 * u) - 1 : 1 - Math.sqrt(2 - 2 * u);
  }

  /** Runs work for every row on the given number of threads. */
  static void rows(int threads, int rows, IntConsumer work) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Workers.run(
        threads,
        () -> {
          for (int y = next.getAndIncrement(); y < rows; y = next.getAndIncrement()) {
            work.accept(y);
          }
        });
  }
}
